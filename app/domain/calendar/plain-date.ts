/** A calendar day as an ISO string, "2027-03-31": no time, no time zone, ordered as text. */
export type PlainDate = string & { readonly __brand: "PlainDate" };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Null unless `text` names a day that exists ("2027-02-30" does not). */
export function parsePlainDate(text: string): PlainDate | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (text as PlainDate) : null;
}

/** @throws RangeError when `text` is not an existing day */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new RangeError(`not a calendar day: ${text}`);
  return date;
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** Whole days since 1970-01-01; daylight saving cannot shift it. */
export const dayNumber = (date: PlainDate): number =>
  Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;

export const fromDayNumber = (day: number): PlainDate => new Date(day * 86_400_000).toISOString().slice(0, 10) as PlainDate;

export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days);
