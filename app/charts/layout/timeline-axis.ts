import { utcMonday, utcMonth, utcYear, type CountableTimeInterval } from "d3";
import { addDays, dayNumber, fromDayNumber, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { firstDayOf, lastDayOf, type Quarter } from "#app/domain/calendar/quarter.ts";

/** The quarters shown, both included. */
export type TimelineSpan = { readonly first: Quarter; readonly last: Quarter };
/** What the two rows of the axis count: years and quarters, quarters and months, months and calendar weeks. */
export type AxisScale = "quarters" | "months" | "weeks";
export type AxisUnit = "year" | "quarter" | "month" | "week";
/** `day` is the first of its unit; at the left edge of the picture, the first day shown. `strong`: a tick of the row above stands there, too. */
export type AxisTick = { readonly day: PlainDate; readonly x: number; readonly width: number; readonly label: string | null; readonly strong: boolean };
/** The words of a tick; `wide` where the row above does not say the rest, and for weeks with room for more than their number. */
export type AxisLabel = (unit: AxisUnit, day: PlainDate, wide: boolean) => string;

export type TimelineAxis = {
  readonly scale: AxisScale;
  readonly upper: readonly AxisTick[];
  readonly lower: readonly AxisTick[];
  readonly pixelsPerDay: number;
  /** Where a day begins; UTC whole days, so that daylight saving cannot shift it. Not limited to the picture. */
  readonly xOf: (day: PlainDate) => number;
  /** Where a day ends. */
  readonly xAfter: (day: PlainDate) => number;
};

const MS_PER_DAY = 86_400_000;
const utcQuarter = utcMonth.filter((date) => date.getUTCMonth() % 3 === 0);
const intervals = { year: utcYear, quarter: utcQuarter, month: utcMonth, week: utcMonday };
const rowsOf: Readonly<Record<AxisScale, { readonly upper: AxisUnit; readonly lower: AxisUnit }>> = {
  quarters: { upper: "year", lower: "quarter" },
  months: { upper: "quarter", lower: "month" },
  weeks: { upper: "month", lower: "week" },
};
/** From here there is room for more than a week's number. */
const WIDE_WEEK = 42;
/** Narrower ticks stay without words. */
const NARROWEST_LABEL: Readonly<Record<AxisUnit, number>> = { year: 30, quarter: 20, month: 24, week: 20 };

/**
 * The linear scale from days to pixels (d3's scaleUtc over the same domain, without its formatting) and the ticks of d3-time.
 * @param width of the whole span in pixels
 */
export function timelineAxis(span: TimelineSpan, width: number, scale: AxisScale, labelOf: AxisLabel): TimelineAxis {
  const start = dayNumber(firstDayOf(span.first));
  const end = dayNumber(addDays(lastDayOf(span.last), 1));
  const pixelsPerDay = width / (end - start);
  const x = (day: number): number => (day - start) * pixelsPerDay;
  // Thousands of bars begin and end on the same few days.
  const known = new Map<PlainDate, number>();
  const numberOf = (day: PlainDate): number => {
    let number = known.get(day);
    if (number === undefined) known.set(day, (number = dayNumber(day)));
    return number;
  };
  const ticksOf = (unit: AxisUnit, wide: boolean): AxisTick[] => {
    const interval: Pick<CountableTimeInterval, "range"> = intervals[unit];
    const starts = interval.range(new Date(start * MS_PER_DAY), new Date(end * MS_PER_DAY)).map((date) => date.getTime() / MS_PER_DAY);
    const days = starts[0] === start ? starts : [start, ...starts];
    return days.map((day, index) => {
      const tickWidth = x(days[index + 1] ?? end) - x(day);
      const named = fromDayNumber(day);
      return { day: named, x: x(day), width: tickWidth, label: tickWidth < NARROWEST_LABEL[unit] ? null : labelOf(unit, named, wide || (unit === "week" && tickWidth >= WIDE_WEEK)), strong: wide || isStrong(unit, named) };
    });
  };
  const { upper, lower } = rowsOf[scale];
  return { scale, upper: ticksOf(upper, true), lower: ticksOf(lower, false), pixelsPerDay, xOf: (day) => x(numberOf(day)), xAfter: (day) => x(numberOf(day) + 1) };
}

/** Years stand out among quarters, quarters among months; weeks cross months, whose lines the row above gives. */
const isStrong = (unit: AxisUnit, day: PlainDate): boolean => (unit === "quarter" ? day.endsWith("-01-01") : unit === "month" && /-(01|04|07|10)-01$/.test(day));
