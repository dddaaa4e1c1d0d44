import { plainDate, yearOf, type PlainDate } from "./plain-date.ts";

/** The planning unit, "2027-Q3"; ordered as text. A fiscal year is the calendar year in all German municipalities. */
export type Quarter = string & { readonly __brand: "Quarter" };

const PATTERN = /^(\d{4})-Q([1-4])$/;

/** Null unless `text` has the form "2027-Q3". */
export const parseQuarter = (text: string): Quarter | null => (PATTERN.test(text) ? (text as Quarter) : null);

/** @throws RangeError when `text` is not of the form "2027-Q3" */
export function quarter(text: string): Quarter {
  const parsed = parseQuarter(text);
  if (parsed === null) throw new RangeError(`not a quarter: ${text}`);
  return parsed;
}

/** @param number 1 to 4 */
export const quarterFrom = (year: number, number: number): Quarter => quarter(`${String(year).padStart(4, "0")}-Q${number}`);

export const yearOfQuarter = (value: Quarter): number => Number(value.slice(0, 4));
export const numberInYear = (value: Quarter): number => Number(value.slice(6));

/** Counts quarters from year 0, so that differences are distances. */
export const quarterIndex = (value: Quarter): number => yearOfQuarter(value) * 4 + numberInYear(value) - 1;
/** Sums over the whole plan name the same few quarters many thousand times. */
const named = new Map<number, Quarter>();
const MOST_NAMED = 1_000;

export function fromQuarterIndex(index: number): Quarter {
  const known = named.get(index);
  if (known !== undefined) return known;
  const value = quarterFrom(Math.floor(index / 4), (index % 4) + 1);
  if (named.size < MOST_NAMED) named.set(index, value);
  return value;
}

export const addQuarters = (value: Quarter, count: number): Quarter => fromQuarterIndex(quarterIndex(value) + count);
export const nextQuarter = (value: Quarter): Quarter => addQuarters(value, 1);

/** Positive when `to` is later than `from`. */
export const quarterDistance = (from: Quarter, to: Quarter): number => quarterIndex(to) - quarterIndex(from);

/** Number of quarters from `start` to `end`, both included; at least 1. @throws RangeError when the end is before the start */
export function durationInQuarters(start: Quarter, end: Quarter): number {
  const duration = quarterDistance(start, end) + 1;
  if (duration < 1) throw new RangeError(`${end} is before ${start}`);
  return duration;
}

/** All quarters from `start` to `end`, both included; empty when the end is before the start. */
export function quarterRange(start: Quarter, end: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let index = quarterIndex(start); index <= quarterIndex(end); index += 1) quarters.push(fromQuarterIndex(index));
  return quarters;
}

export const quarterOf = (date: PlainDate): Quarter => quarterFrom(yearOf(date), Math.ceil(Number(date.slice(5, 7)) / 3));

const FIRST_DAYS = ["01-01", "04-01", "07-01", "10-01"] as const;
const LAST_DAYS = ["03-31", "06-30", "09-30", "12-31"] as const;
export const firstDayOf = (value: Quarter): PlainDate => plainDate(`${value.slice(0, 4)}-${FIRST_DAYS[numberInYear(value) - 1]}`);
export const lastDayOf = (value: Quarter): PlainDate => plainDate(`${value.slice(0, 4)}-${LAST_DAYS[numberInYear(value) - 1]}`);
