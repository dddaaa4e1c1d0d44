import { can } from "#app/domain/permissions/permissions.ts";
import { pairwiseWeights, MOST_COMPARED } from "#app/domain/prioritisation/pairwise-weights.ts";
import type { RoundData } from "#app/domain/prioritisation/round-content.ts";
import type { CurrentUser } from "#app/services/service-context.server.ts";

/** Members weigh for their own group and for no other. */
export const mayWeigh = (user: CurrentUser, raterGroupId: number): boolean => can(user, "rating:write") && user.raterGroupId === raterGroupId;

/** The group's comparisons of criteria that are in the round. */
export function judgementsOf({ criteria, pairwise }: Pick<RoundData, "criteria" | "pairwise">, raterGroupId: number) {
  const ids = new Set(criteria.map((criterion) => criterion.id));
  return pairwise
    .filter((pair) => pair.raterGroupId === raterGroupId && ids.has(pair.firstCriterionId) && ids.has(pair.secondCriterionId))
    .map(({ firstCriterionId, secondCriterionId, intensity }) => ({ firstCriterionId, secondCriterionId, intensity }));
}

/** The group's own weights in the order of the criteria; null for a criterion it has not weighed, and as a whole where it has none of its own. */
export function ownWeightsOf({ criteria, groupWeights }: Pick<RoundData, "criteria" | "groupWeights">, raterGroupId: number): ReadonlyArray<number | null> | null {
  const own = new Map(groupWeights.filter((each) => each.raterGroupId === raterGroupId).map((each) => [each.criterionId, each.weight]));
  return criteria.some(({ id }) => (own.get(id) ?? 0) > 0) ? criteria.map(({ id }) => own.get(id) ?? null) : null;
}

/** Pairs are many soon: with more criteria than the method knows they are not offered. */
export const canCompare = (criteria: RoundData["criteria"]): boolean => criteria.length >= 2 && criteria.length <= MOST_COMPARED;

export const weighPairs = (criteria: RoundData["criteria"], judgements: ReturnType<typeof judgementsOf>) => pairwiseWeights({ ids: criteria.map(({ id }) => id), judgements });
