import type { UserKey } from "./shape.ts";

/** The round that was adopted before the open one: fewer measures, other ratings, one place given by hand. */
export const earlierRound = {
  title: "Priorisierung 2026",
  question: "Welche Maßnahmen sollen mit dem Haushalt 2026 zuerst begonnen werden?",
  openedDaysAgo: 225,
  ratedDaysAgo: { officer: 205, others: 170 },
  closedDaysAgo: 150,
  adoptedDaysAgo: 139,
  /** Before the day of the adoption and the number of the paper in the same year. */
  adoptedBy: "Rat",
  paperNumber: "071",
} as const;

export const earlierOverride = {
  measure: "directory",
  position: 3,
  reason: "gesetzliche Pflicht zur IT-Sicherheit, Frist 12.01.2027",
  by: "lindner",
  daysAgo: 152,
} as const satisfies { measure: string; position: number; reason: string; by: UserKey; daysAgo: number };

/**
 * What somebody answered back then, from what they answer today: with h = length of the measure's key + 2 · number of the
 * criterion + length of the person's key, one level less where h is divisible by 3, one level more where it leaves 1 when
 * divided by 7, otherwise the same. "Kann ich nicht beurteilen" stays.
 */
export function earlierAnswer(today: number | null, { measure, criterion, rater }: { readonly measure: string; readonly criterion: number; readonly rater: UserKey }): number | null {
  if (today === null) return null;
  const h = measure.length + 2 * criterion + rater.length;
  const shift = h % 3 === 0 ? -1 : h % 7 === 1 ? 1 : 0;
  return Math.min(4, Math.max(0, today + shift));
}
