import type { RaterGroupKind } from "#app/domain/measures/vocabulary.ts";

/** Who rates in every municipality at first: administration and politics with the same weight, the digital officer with less. */
export const raterGroups: ReadonlyArray<{ readonly name: string; readonly kind: RaterGroupKind; readonly weight: number }> = [
  { name: "Verwaltung", kind: "administration", weight: 40 },
  { name: "Politik", kind: "politics", weight: 40 },
  { name: "Digitalbeauftragte", kind: "digitalOfficer", weight: 20 },
];
