import { USUAL_PERSON_DAYS_PER_FTE } from "./effective-capacity.ts";
import { fteHundredths, type FteHundredths } from "./fte.ts";

/**
 * How many full posts, absences taken off, would work so many days in a quarter. Rounded once, half up.
 * @param hundredthDays what one full post works in the quarter, in hundredths of days (see hundredthDaysPerFte); where
 * that is nothing, the usual days count
 */
export const fteOfDays = (personDays: number, hundredthDays: number): FteHundredths => fteHundredths(Math.round(hundredthsOfDays(personDays, hundredthDays)));

/** The same, not rounded, for sums. */
export const hundredthsOfDays = (personDays: number, hundredthDays: number): number => (personDays * 10_000) / (hundredthDays > 0 ? hundredthDays : USUAL_PERSON_DAYS_PER_FTE * 100);
