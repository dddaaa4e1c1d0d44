import type { PlannerInput, PlannerMeasure } from "#app/domain/planning/planner-input.ts";
import type { PlanningSettings } from "#app/domain/planning/scenario.ts";

/** A measure nobody has rated, or without a place, is still worth more than nothing. */
const LEAST_SCORE = 1;
/** Values are hundredths of a point of a score of 0 to 100. */
const UNITS_PER_POINT = 100;
/** What two measures save together is worth something even where savings otherwise count for nothing. */
const LEAST_PAIR_WEIGHT = 0.1;

export type Valuation = {
  /** In hundredths of a point: 100 for the score, less what it loses by ending late. At least 1. `share`: how far into the plan it ends, 0 to 1. */
  valueAt(measureId: number, share: number): number;
  /** In hundredths of a point. */
  pairBonus(savingCents: number): number;
};

/**
 * What a measure is worth. Its place in the order in force decides: the k-th place is worth the k-th highest score, so that
 * places given by hand count as what they are. Savings a year are worth 100 points for the largest of the plan and less in
 * proportion. Both are weighed as the settings say, and lose up to `lateDiscountPercent` towards the end of the plan.
 */
export function valuation(input: Pick<PlannerInput, "measures" | "priorities" | "terms">, settings: PlanningSettings): Valuation {
  const { priorityWeight, savingWeight, lateDiscountPercent } = settings;
  const weightSum = priorityWeight + savingWeight || 1;
  const scoreOf = scoresByPlace(input.priorities);
  const savings = new Map(input.measures.map((measure) => [measure.id, savingPerYear(measure)]));
  const largestSaving = Math.max(1, ...savings.values(), ...input.terms.pairs.map((pair) => pair.savingCents ?? 0));
  return {
    valueAt(measureId, share) {
      const priority = scoreOf.get(measureId) ?? LEAST_SCORE;
      const saving = (100 * (savings.get(measureId) ?? 0)) / largestSaving;
      const points = (priorityWeight * priority + savingWeight * saving) / weightSum;
      return Math.max(1, Math.round(UNITS_PER_POINT * points * (1 - (lateDiscountPercent / 100) * share)));
    },
    pairBonus: (savingCents) => Math.round((UNITS_PER_POINT * 100 * Math.max(savingWeight / weightSum, LEAST_PAIR_WEIGHT) * savingCents) / largestSaving),
  };
}

function scoresByPlace(priorities: PlannerInput["priorities"]): Map<number, number> {
  const placed = priorities.filter((each) => each.place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  const scores = placed.map((each) => each.score ?? LEAST_SCORE).sort((a, b) => b - a);
  return new Map(placed.map((each, index) => [each.measureId, Math.max(LEAST_SCORE, scores[index] ?? LEAST_SCORE)]));
}

const savingPerYear = ({ benefits }: PlannerMeasure): number => benefits.reduce((sum, benefit) => sum + (benefit.kind === "savingPerYear" ? (benefit.amountCents ?? 0) : 0), 0);
