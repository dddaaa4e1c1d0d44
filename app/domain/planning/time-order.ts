import type { Measure } from "#app/domain/measures/measure.ts";

const titles = new Intl.Collator("de");
type InTime = Pick<Measure, "id" | "title" | "startQuarter" | "endQuarter">;

/** By start, then end, then title, then id: the order of the picture and of everything beside it. Unknown comes last. */
export function compareInTime(a: InTime, b: InTime): number {
  return compareKnown(a.startQuarter ?? a.endQuarter, b.startQuarter ?? b.endQuarter) || compareKnown(a.endQuarter, b.endQuarter) || compareTitles(a, b);
}

/** By title in the order of the dictionary, then id. */
export const compareTitles = (a: Pick<Measure, "id" | "title">, b: Pick<Measure, "id" | "title">): number => titles.compare(a.title, b.title) || a.id - b.id;

/** Null comes last. */
export function compareKnown<T extends string | number>(a: T | null, b: T | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
