import { rankJudged, type Judged, type MethodRanking } from "./method-ranking.ts";
import type { RankableMeasure } from "./rank-measures.ts";
import { byDeadlineThenId } from "./tie-order.ts";

/** `isCost`: less is better, for figures such as euro; levels of ratings are counted upward already. */
export type IdealCriterion = { readonly id: number; readonly weight: number; readonly isCost?: boolean };

export type IdealDistance = {
  /** Relative closeness in ten-thousandths: 10,000 is the ideal itself, 0 the anti-ideal. */
  readonly closeness: number;
  readonly toIdeal: number;
  readonly toAntiIdeal: number;
  /** The weighted normalised values, in the order of the weighted criteria. */
  readonly values: ReadonlyArray<{ readonly criterionId: number; readonly value: number; readonly ideal: number; readonly antiIdeal: number }>;
};

export type IdealDistanceGap = { readonly missingCriterionIds: readonly number[] };

export const CLOSENESS_UNITS = 10_000;

/**
 * TOPSIS, the order of preference by similarity to the ideal solution (C.-L. Hwang & K. Yoon, Multiple Attribute Decision Making, Springer 1981, pp. 128–140):
 * vᵢⱼ = wⱼ·xᵢⱼ / √Σₖ xₖⱼ² with weights that sum to 1; the ideal takes the best value of every criterion, the anti-ideal the worst;
 * closeness = S⁻ / (S⁺ + S⁻) with S the Euclidean distances. Closeness is rounded to ten-thousandths before the order is made.
 * Distances need every value: a measure with an unknown on a weighted criterion is not comparable and does not shape the ideal either.
 * Where all are alike, every one is its own ideal: closeness 10,000. Unlike in the weighted sum, adding or leaving out a measure may change the order of others.
 *
 * @param rows values in the order of `criteria`, not negative; null where unknown
 */
export function rankByIdealDistance({
  criteria,
  rows,
}: {
  readonly criteria: readonly IdealCriterion[];
  readonly rows: ReadonlyArray<{ readonly measure: RankableMeasure; readonly values: ReadonlyArray<number | null> }>;
}): MethodRanking<IdealDistance, IdealDistanceGap> {
  const columns = criteria.map((criterion, index) => ({ ...criterion, index })).filter((criterion) => criterion.weight > 0);
  const weightSum = columns.reduce((sum, column) => sum + column.weight, 0);
  if (weightSum === 0) throw new RangeError("no criterion has weight");
  const missingOf = (values: ReadonlyArray<number | null>): number[] => columns.filter((column) => (values[column.index] ?? null) === null).map((column) => column.id);

  // In a fixed order, so that the sums below round alike however the rows come.
  const complete = rows.filter((row) => missingOf(row.values).length === 0).sort((a, b) => byDeadlineThenId(a.measure, b.measure));
  const scaled = columns.map((column) => {
    const norm = Math.hypot(...complete.map((row) => row.values[column.index] ?? 0));
    const scale = norm === 0 ? 0 : column.weight / weightSum / norm;
    const values = complete.map((row) => (row.values[column.index] ?? 0) * scale);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return { column, scale, ideal: column.isCost ? least : most, antiIdeal: column.isCost ? most : least };
  });

  const judge = ({ measure, values: given }: (typeof rows)[number]): Judged<IdealDistance, IdealDistanceGap> => {
    const missingCriterionIds = missingOf(given);
    if (missingCriterionIds.length > 0) return { measure, gap: { missingCriterionIds } };
    const values = scaled.map(({ column, scale, ideal, antiIdeal }) => ({ criterionId: column.id, value: (given[column.index] ?? 0) * scale, ideal, antiIdeal }));
    const toIdeal = Math.hypot(...values.map((each) => each.value - each.ideal));
    const toAntiIdeal = Math.hypot(...values.map((each) => each.value - each.antiIdeal));
    const closeness = toIdeal === 0 ? CLOSENESS_UNITS : Math.round((CLOSENESS_UNITS * toAntiIdeal) / (toIdeal + toAntiIdeal));
    return { measure, figures: { closeness, toIdeal, toAntiIdeal, values } };
  };
  return rankJudged(rows.map(judge), (a, b) => b.closeness - a.closeness);
}
