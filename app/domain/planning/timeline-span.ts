import { yearOf, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { quarterFrom, yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";

export type YearSpan = { readonly firstYear: number; readonly lastYear: number };

const YEARS_BACK = 2;
const YEARS_AHEAD = 7;

/** Every calendar year in which a measure has a date, and the current one. */
export function allYears(measures: ReadonlyArray<Pick<Measure, "startQuarter" | "endQuarter">>, today: PlainDate): YearSpan {
  let [firstYear, lastYear] = [yearOf(today), yearOf(today)];
  for (const { startQuarter, endQuarter } of measures) {
    const [first, last] = [startQuarter ?? endQuarter, endQuarter ?? startQuarter];
    if (first === null || last === null) continue;
    firstYear = Math.min(firstYear, yearOfQuarter(first));
    lastYear = Math.max(lastYear, yearOfQuarter(last));
  }
  return { firstYear, lastYear };
}

/** What a plan shows unasked: all of it, unless single measures reach far into the past or the future. */
export function defaultYears(measures: Parameters<typeof allYears>[0], today: PlainDate): YearSpan {
  const { firstYear, lastYear } = allYears(measures, today);
  return { firstYear: Math.max(firstYear, yearOf(today) - YEARS_BACK), lastYear: Math.min(lastYear, yearOf(today) + YEARS_AHEAD) };
}

export const quartersOf = ({ firstYear, lastYear }: YearSpan): { readonly first: Quarter; readonly last: Quarter } => ({
  first: quarterFrom(firstYear, 1),
  last: quarterFrom(lastYear, 4),
});
