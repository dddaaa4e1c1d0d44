import { dayNumber, fromDayNumber, plainDate, yearOf, type PlainDate } from "./plain-date.ts";

/** The number of the calendar week a day lies in, 1 to 53 (ISO 8601, DIN EN 28601): weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeek(day: PlainDate): number {
  const number = dayNumber(day);
  // 1970-01-01 was a Thursday.
  const sinceMonday = (number + 3) % 7;
  const thursday = number - sinceMonday + 3;
  const yearStart = dayNumber(plainDate(`${yearOf(fromDayNumber(thursday))}-01-01`));
  return Math.floor((thursday - yearStart) / 7) + 1;
}
