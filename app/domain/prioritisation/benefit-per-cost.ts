import type { Cents } from "#app/domain/money/cents.ts";
import { rankJudged, type Judged, type MethodRanking } from "./method-ranking.ts";
import type { RankableMeasure } from "./rank-measures.ts";

export type BenefitPerCost = {
  /** The weighted sum, tenths of a point. */
  readonly scoreTenths: number;
  readonly costCents: Cents;
  /** Points per 100,000 euro, for showing; null where it costs nothing. The order compares exactly, not by this number. */
  readonly pointsPerHundredThousandEuro: number | null;
};

/** An unknown cost is not free and an unrated measure is not worthless: neither gets a place. */
export type BenefitPerCostGap = { readonly isUnrated: boolean; readonly isCostUnknown: boolean };

/** One point is 10 tenths, 100,000 euro are 10,000,000 cents. */
const CENTS_TIMES_POINTS = 1_000_000;

/**
 * Benefit–cost ratio: score of the weighted sum per euro. Something that costs nothing and has a score stands before everything that costs;
 * a score of 0 is a ratio of 0 whatever the cost.
 * @param measures score in tenths of a point (0 to 1000), cost in cents, not negative; null where unknown
 */
export function rankByBenefitPerCost(
  measures: ReadonlyArray<{ readonly measure: RankableMeasure; readonly scoreTenths: number | null; readonly costCents: Cents | null }>,
): MethodRanking<BenefitPerCost, BenefitPerCostGap> {
  const judged = measures.map(({ measure, scoreTenths, costCents }): Judged<BenefitPerCost, BenefitPerCostGap> => {
    if (scoreTenths === null || costCents === null) return { measure, gap: { isUnrated: scoreTenths === null, isCostUnknown: costCents === null } };
    if (costCents < 0) throw new RangeError(`a negative cost: ${costCents}`);
    return { measure, figures: { scoreTenths, costCents, pointsPerHundredThousandEuro: costCents === 0 ? null : (scoreTenths * CENTS_TIMES_POINTS) / costCents } };
  });
  return rankJudged(judged, compareRatios);
}

function compareRatios(a: BenefitPerCost, b: BenefitPerCost): number {
  const isFree = (each: BenefitPerCost): boolean => each.costCents === 0 && each.scoreTenths > 0;
  if (isFree(a) !== isFree(b)) return isFree(a) ? -1 : 1;
  if (isFree(a) || a.scoreTenths === 0 || b.scoreTenths === 0) return b.scoreTenths - a.scoreTenths;
  return Number(BigInt(b.scoreTenths) * BigInt(a.costCents) - BigInt(a.scoreTenths) * BigInt(b.costCents));
}
