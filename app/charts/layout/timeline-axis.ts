import { scaleUtc, utcMonth, utcYear } from "d3";
import { addDays, dayNumber, plainDate, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { firstDayOf, lastDayOf, quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";

/** The quarters shown, both included. */
export type TimelineSpan = { readonly first: Quarter; readonly last: Quarter };
export type YearTick = { readonly year: number; readonly x: number; readonly width: number };
export type QuarterTick = { readonly quarter: Quarter; readonly x: number; readonly width: number; readonly label: string | null; readonly startsYear: boolean };

export type TimelineAxis = {
  readonly years: readonly YearTick[];
  readonly quarters: readonly QuarterTick[];
  /** Where a day begins; UTC whole days, so that daylight saving cannot shift it. Not limited to the picture. */
  readonly xOf: (day: PlainDate) => number;
  /** Where a day ends. */
  readonly xAfter: (day: PlainDate) => number;
};

const NARROWEST_QUARTER_LABEL = 20;
const MS_PER_DAY = 86_400_000;
const asDate = (day: PlainDate): Date => new Date(dayNumber(day) * MS_PER_DAY);
const asDay = (date: Date): PlainDate => plainDate(date.toISOString().slice(0, 10));

export function timelineAxis(span: TimelineSpan, width: number): TimelineAxis {
  const start = asDate(firstDayOf(span.first));
  const end = asDate(addDays(lastDayOf(span.last), 1));
  const scale = scaleUtc().domain([start, end]).range([0, width]);
  const quarterStarts = utcMonth.range(start, end).filter((date) => date.getUTCMonth() % 3 === 0);
  const yearStarts = [start, ...utcYear.range(start, end).filter((date) => date > start)];
  const widthUntil = (dates: readonly Date[], index: number) => scale(dates[index + 1] ?? end) - scale(dates[index] ?? start);
  return {
    years: yearStarts.map((date, index) => ({ year: date.getUTCFullYear(), x: scale(date), width: widthUntil(yearStarts, index) })),
    quarters: quarterStarts.map((date, index) => {
      const quarter = quarterOf(asDay(date));
      const quarterWidth = widthUntil(quarterStarts, index);
      return {
        quarter,
        x: scale(date),
        width: quarterWidth,
        label: quarterWidth < NARROWEST_QUARTER_LABEL ? null : quarter.slice(5),
        startsYear: quarter.endsWith("Q1"),
      };
    }),
    xOf: (day) => scale(asDate(day)),
    xAfter: (day) => scale(asDate(addDays(day, 1))),
  };
}
