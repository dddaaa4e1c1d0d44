import { cents, type PartialSum } from "#app/domain/money/cents.ts";
import type { ComparisonOption } from "./comparison.ts";

/** How many years a sum may span, and how many it spans where nothing is chosen. */
export const HORIZON = { least: 1, most: 20, usual: 5 } as const;

/** One-off cost + years × yearly cost. An unknown part is not zero: it is left out and counted. */
export function costOverYears({ oneOffCents, yearlyCents }: Pick<ComparisonOption, "oneOffCents" | "yearlyCents">, years: number): PartialSum {
  return {
    known: cents((oneOffCents ?? 0) + years * (yearlyCents ?? 0)),
    unknownCount: [oneOffCents, yearlyCents].filter((amount) => amount === null).length,
  };
}

/** "1,5" → 150. Null where the text is no number of posts with at most two decimals. */
export function readPosts(text: string): number | null {
  const match = /^(\d{1,4})(?:,(\d{1,2}))?$/.exec(text.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}
