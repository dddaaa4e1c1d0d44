import { fteHundredths, type FteHundredths } from "./fte.ts";

/**
 * Person-days of a quarter as posts: how many full posts, absences taken off, would work that long. Rounded once, half up.
 * @param hundredthDays what one full post works in the quarter, in hundredths of days (see hundredthDaysPerFte)
 * Null where a full post would not work at all.
 */
export const fteOfDays = (personDays: number, hundredthDays: number): FteHundredths | null =>
  hundredthDays <= 0 ? null : fteHundredths(Math.round((personDays * 10_000) / hundredthDays));
