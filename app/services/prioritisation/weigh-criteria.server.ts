import { TOP_INTENSITY, type JudgedPair } from "#app/domain/prioritisation/judged-pair.ts";
import { pointsLeft } from "#app/domain/prioritisation/points.ts";
import type { RoundData } from "#app/domain/prioritisation/round-content.ts";
import { mayStillRate, type WeightingMethod } from "#app/domain/prioritisation/round.ts";
import { conflict, forbidden, invalid, missing, ok, refuse, type FieldProblem, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { groupVersion, storeJudgements, touchGroup } from "#db/queries/group-weights.server.ts";
import { findOpenRound, loadRoundData, storeGroupWeights, type RoundCriterionFields } from "#db/queries/rounds.server.ts";
import { canCompare, judgementsOf, mayWeigh, weighPairs } from "./group-weighing.server.ts";

type Weighing =
  | { readonly method: "standard" | "equal" }
  | { readonly method: "points"; readonly weights: readonly RoundCriterionFields[] }
  /** Comparisons that are not named keep what was said earlier. */
  | { readonly method: "pairwise"; readonly judgements: readonly JudgedPair[] };
export type WeighCriteria = { readonly raterGroupId: number; readonly rowVersion: number } & Weighing;

/** `missingCount`: comparisons still to be made; until there are none the group keeps the weights it had. */
export type Weighed = { readonly missingCount: number };

const EQUAL_WEIGHT = 1;

/** Stores how the acting user's own group weighs the criteria of the open round. */
export function weighCriteria({ db, clock, user }: ServiceContext, command: WeighCriteria): Result<Weighed> {
  return write(db, (tx) => {
    const { raterGroupId } = command;
    if (!mayWeigh(user, raterGroupId)) return forbidden();
    const round = findOpenRound(tx);
    if (round === null) return invalid("", "noRound");
    const group = { roundId: round.id, raterGroupId };
    const before = loadRoundData(tx, round.id);
    const taking = before.raterGroups.find((each) => each.id === raterGroupId);
    const rowVersion = groupVersion(tx, group);
    if (taking === undefined || rowVersion === null) return missing();
    if (!mayStillRate(round, taking, clock.today())) return invalid("", "over");
    if (rowVersion !== command.rowVersion) return conflict({ rowVersion });
    const problems = problemsOf(before, command);
    if (problems !== null) return refuse({ code: "invalid", fields: problems });

    if (command.method === "pairwise") storeJudgements(tx, group, command.judgements);
    const pairs = command.method === "pairwise" ? weighPairs(before.criteria, mergePairs(judgementsOf(before, raterGroupId), command.judgements)) : null;
    const weights = weightsOf(before, command, pairs?.isComplete === true ? pairs.points : null);
    if (weights === null) touchGroup(tx, group);
    else storeGroupWeights(tx, group, command.method, weights);
    const changed = changedFields(audited(before, raterGroupId), audited(loadRoundData(tx, round.id), raterGroupId));
    if (changed !== null) {
      recordAudit(tx, { at: clock.now(), userId: user.id, action: "weigh", entity: "group_weight", entityId: raterGroupId, before: changed.before, after: { roundId: round.id, ...changed.after } });
    }
    return ok({ missingCount: pairs?.isComplete === false ? pairs.missing.length : 0 });
  });
}

/** By field name: `weights.c3`, or "" for the form as a whole; null where there are none. */
function problemsOf({ criteria }: RoundData, command: Weighing): Readonly<Record<string, readonly FieldProblem[]>> | null {
  const ids = criteria.map((criterion) => criterion.id);
  if (command.method === "points") {
    const given = command.weights.map((each) => each.criterionId);
    if (given.some((id) => !ids.includes(id)) || new Set(given).size !== given.length) return { "": [{ code: "criteriaChanged" }] };
    const open = ids.filter((id) => !given.includes(id));
    if (open.length > 0) return Object.fromEntries(open.map((id) => [`weights.c${id}`, [{ code: "pointsMissing" }]]));
    if (command.weights.some(({ weight }) => !Number.isInteger(weight) || weight < 0)) return { "": [{ code: "other" }] };
    const left = pointsLeft(command.weights.map((each) => each.weight));
    if (left !== 0) return { "": [{ code: left > 0 ? "pointsLeft" : "pointsTooMany", values: { sum: 100 - left, difference: Math.abs(left) } }] };
  }
  if (command.method === "pairwise") {
    if (!canCompare(criteria)) return { "": [{ code: "other" }] };
    const pairs = new Set<string>();
    for (const { firstCriterionId, secondCriterionId, intensity } of command.judgements) {
      if (!ids.includes(firstCriterionId) || !ids.includes(secondCriterionId)) return { "": [{ code: "criteriaChanged" }] };
      if (firstCriterionId >= secondCriterionId || !Number.isInteger(intensity) || Math.abs(intensity) > TOP_INTENSITY) return { "": [{ code: "other" }] };
      pairs.add(`${firstCriterionId}.${secondCriterionId}`);
    }
    if (pairs.size !== command.judgements.length) return { "": [{ code: "other" }] };
    if (pairs.size === 0) return { "": [{ code: "nothingCompared" }] };
  }
  return null;
}

/** Null where there is nothing to weigh by yet. */
function weightsOf({ criteria }: RoundData, command: Weighing, pairPoints: readonly number[] | null): readonly RoundCriterionFields[] | null {
  switch (command.method) {
    case "standard":
      return [];
    case "equal":
      return criteria.map(({ id }) => ({ criterionId: id, weight: EQUAL_WEIGHT }));
    case "points":
      return command.weights;
    case "pairwise":
      return pairPoints === null ? null : criteria.map(({ id }, index) => ({ criterionId: id, weight: pairPoints[index] ?? 0 }));
  }
}

function mergePairs(stored: readonly JudgedPair[], given: readonly JudgedPair[]): JudgedPair[] {
  const key = (pair: JudgedPair) => `${pair.firstCriterionId}.${pair.secondCriterionId}`;
  return [...new Map([...stored, ...given].map((pair) => [key(pair), pair])).values()];
}

function audited(data: RoundData, raterGroupId: number): { weightingMethod: WeightingMethod | null; weights: object; comparisons: object } {
  return {
    weightingMethod: data.raterGroups.find((group) => group.id === raterGroupId)?.weightingMethod ?? null,
    weights: Object.fromEntries(data.groupWeights.filter((each) => each.raterGroupId === raterGroupId).map((each) => [`criterion${each.criterionId}`, each.weight])),
    comparisons: Object.fromEntries(judgementsOf(data, raterGroupId).map((pair) => [`${pair.firstCriterionId}:${pair.secondCriterionId}`, pair.intensity])),
  };
}
