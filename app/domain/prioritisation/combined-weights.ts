import type { Criterion, RaterGroup } from "#app/domain/portfolio/portfolio.ts";
import { divideRoundingHalfUp } from "./level-units.ts";
import type { GroupWeight } from "./round.ts";

/**
 * What each criterion weighs in common, and what each group's view of it weighs.
 *
 * Without weights of their own all groups share the criteria's: a criterion weighs as it says, a group's view as the group.
 * With them, sₕᵢ = wₕᵢ / Σ wₕ is the share group h gives criterion i (the criteria's weights where it gave none), and
 *
 *   weight of criterion i         wᵢ = Σ uₕ·sₕᵢ / Σ uₕ      over the groups with weight uₕ > 0
 *   weight of h's view of i       uₕ·sₕᵢ
 *
 * so that, when everybody rated everything, the common score is the weighted mean of the groups' scores.
 * Shares are whole ten-thousandths.
 */
export type CombinedWeights = {
  readonly ofCriterion: (criterionId: number) => number;
  readonly ofView: (raterGroupId: number, criterionId: number) => number;
  /** The group's own weight of the criterion, with which the group alone would rank. */
  readonly withinGroup: (raterGroupId: number, criterionId: number) => number;
};

const SHARES = 10_000;

export function combineWeights({
  criteria,
  raterGroups,
  groupWeights,
}: {
  readonly criteria: readonly Criterion[];
  readonly raterGroups: readonly RaterGroup[];
  readonly groupWeights: readonly GroupWeight[];
}): CombinedWeights {
  const standard = new Map(criteria.map(({ id, weight }) => [id, weight]));
  const weightOfGroup = new Map(raterGroups.map(({ id, weight }) => [id, weight]));
  const own = ownWeights(groupWeights, standard, weightOfGroup);
  const withinGroup = (raterGroupId: number, criterionId: number) => (own.get(raterGroupId) ?? standard).get(criterionId) ?? 0;
  if (own.size === 0) {
    return { ofCriterion: (id) => standard.get(id) ?? 0, ofView: (raterGroupId) => weightOfGroup.get(raterGroupId) ?? 0, withinGroup };
  }
  const views = new Map(raterGroups.map(({ id, weight }) => [id, viewWeights(weight, own.get(id) ?? standard)]));
  const totalWeight = sum(raterGroups.map((group) => group.weight));
  const common = new Map(
    criteria.map(({ id }) => [id, totalWeight === 0 ? 0 : divideRoundingHalfUp(sum(raterGroups.map((group) => views.get(group.id)?.get(id) ?? 0)), totalWeight)]),
  );
  return { ofCriterion: (id) => common.get(id) ?? 0, ofView: (raterGroupId, criterionId) => views.get(raterGroupId)?.get(criterionId) ?? 0, withinGroup };
}

/** Of the groups that give at least one criterion a weight; what is not given is 0. */
function ownWeights(groupWeights: readonly GroupWeight[], criteria: ReadonlyMap<number, number>, groups: ReadonlyMap<number, number>): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const own = new Map<number, Map<number, number>>();
  for (const { raterGroupId, criterionId, weight } of groupWeights) {
    if (!groups.has(raterGroupId) || !criteria.has(criterionId)) continue;
    own.set(raterGroupId, (own.get(raterGroupId) ?? new Map<number, number>()).set(criterionId, weight));
  }
  for (const [raterGroupId, weights] of own) if (sum([...weights.values()]) === 0) own.delete(raterGroupId);
  return own;
}

function viewWeights(groupWeight: number, weights: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const total = sum([...weights.values()]);
  return new Map([...weights].map(([criterionId, weight]) => [criterionId, total === 0 ? 0 : groupWeight * divideRoundingHalfUp(SHARES * weight, total)]));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
