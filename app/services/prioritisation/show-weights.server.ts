import { can } from "#app/domain/permissions/permissions.ts";
import { combineWeights } from "#app/domain/prioritisation/combined-weights.ts";
import { asPoints } from "#app/domain/prioritisation/points.ts";
import type { RoundData, RoundGroup } from "#app/domain/prioritisation/round-content.ts";
import { mayStillRate } from "#app/domain/prioritisation/round.ts";
import { visibleGroups } from "#app/domain/prioritisation/visible-groups.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { groupVersion } from "#db/queries/group-weights.server.ts";
import { findOpenRound, findRoundInForce, loadRoundData, type RoundRow } from "#db/queries/rounds.server.ts";
import { canCompare, judgementsOf, mayWeigh, ownWeightsOf } from "./group-weighing.server.ts";

/** Every group of the round with what it counts and how it weighs the criteria; own weights of other groups as the round discloses them. */
export function showWeights(service: ServiceContext): Result<Overview | { readonly round: null }> {
  const { db, user } = service;
  if (!can(user, "plan:read") && !can(user, "rating:write")) return forbidden();
  const round = findOpenRound(db) ?? findRoundInForce(db);
  return ok(round === null ? { round } : overviewOf(service, round));
}

type Overview = ReturnType<typeof overviewOf>;

function overviewOf({ db, clock, user }: ServiceContext, round: RoundRow) {
  const data = loadRoundData(db, round.id);
  const visible = new Set(visibleGroups(round, data.raterGroups, user).map((group) => group.id));
  const combined = combineWeights(data);
  const groupShares = asPoints(data.raterGroups.map((group) => group.weight));
  const common = asPoints(data.criteria.map(({ id }) => combined.ofCriterion(id)));
  return {
    round: { id: round.id, title: round.title, state: round.state },
    criteria: data.criteria.map(({ id, name }, index) => ({ id, name, commonShare: common?.[index] ?? 0 })),
    groups: data.raterGroups.map((group, index) => ({
      id: group.id,
      name: group.name,
      weight: group.weight,
      groupShare: groupShares?.[index] ?? 0,
      method: group.weightingMethod,
      shares: group.weightingMethod === "standard" || visible.has(group.id) ? sharesOf(data, group) : null,
      newCriteria: newCriteriaOf(data, group),
      canOpen: mayWeigh(user, group.id) || can(user, "round:manage"),
      canWeigh: mayWeigh(user, group.id) && mayStillRate(round, group, clock.today()),
    })),
    canManage: can(user, "round:manage"),
  };
}

/** How one group weighs in the open round. */
export function showGroupWeights({ db, clock, user }: ServiceContext, raterGroupId: number) {
  if (!mayWeigh(user, raterGroupId) && !can(user, "round:manage")) return forbidden();
  const round = findOpenRound(db);
  const data = round === null ? null : loadRoundData(db, round.id);
  const group = data?.raterGroups.find((each) => each.id === raterGroupId);
  const rowVersion = round === null ? null : groupVersion(db, { roundId: round.id, raterGroupId });
  if (round === null || data === null || group === undefined || rowVersion === null) return missing();
  return ok({
    round: { title: round.title },
    group: { id: group.id, name: group.name, weight: group.weight, method: group.weightingMethod, ratesUntil: group.ratesUntil, rowVersion },
    criteria: data.criteria.map(({ id, name, question, weight }) => ({ id, name, question, weight })),
    shares: sharesOf(data, group),
    newCriteria: newCriteriaOf(data, group),
    judgements: judgementsOf(data, raterGroupId),
    canCompare: canCompare(data.criteria),
    canWeigh: mayWeigh(user, raterGroupId) && mayStillRate(round, group, clock.today()),
    isOwn: mayWeigh(user, raterGroupId),
  });
}

/** Whole per cent that sum to 100, in the order of the criteria. */
function sharesOf(data: RoundData, group: RoundGroup): readonly number[] {
  const weights = ownWeightsOf(data, group.id)?.map((weight) => weight ?? 0) ?? data.criteria.map((criterion) => criterion.weight);
  return asPoints(weights) ?? weights.map(() => 0);
}

/** Names of criteria that came into the round after the group weighed. */
function newCriteriaOf(data: RoundData, group: RoundGroup): readonly string[] {
  const own = ownWeightsOf(data, group.id);
  return own === null ? [] : data.criteria.flatMap(({ name }, index) => (own[index] === null ? [name] : []));
}
