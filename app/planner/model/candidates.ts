import { estimate, type Estimated } from "#app/domain/planning/assumptions.ts";
import { orderByDependencies } from "#app/domain/planning/dependency-order.ts";
import type { LeftOutMeasure, LeftOutReason } from "#app/domain/planning/plan.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import type { PlannerInput, PlannerMeasure } from "#app/domain/planning/planner-input.ts";
import type { PlanningSettings } from "#app/domain/planning/scenario.ts";
import { standings } from "#app/domain/planning/standing.ts";
import type { Dependency } from "#app/domain/measures/measure.ts";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";

export type Candidate = { readonly measureId: number; readonly mandatory: boolean; readonly estimated: Estimated };

export type Sorted = {
  /** Stand at their dates. */
  readonly bound: readonly PlannerMeasure[];
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly LeftOutMeasure[];
  /** Dependencies that hold: neither side is settled, and the successor is not running already. */
  readonly dependencies: readonly Dependency[];
};

/** Sorts the measures of the input into those that stand, those the planner places, and those it cannot consider, with the reason. */
export function sortMeasures(input: PlannerInput, settings: PlanningSettings): Sorted {
  const standingOf = standings(input, settings);
  const termsOf = new Map(input.terms.measures.map((each) => [each.measureId, each]));
  const bound: PlannerMeasure[] = [];
  const candidates = new Map<number, Candidate>();
  const rejected = new Map<number, LeftOutMeasure>();
  const outIds = new Set<number>();
  const reject = (measureId: number, reason: LeftOutReason, mandatory: boolean) => {
    candidates.delete(measureId);
    rejected.set(measureId, { measureId, reason, mandatory });
  };
  for (const measure of input.measures) {
    const standing = standingOf.get(measure.id);
    if (standing === undefined || standing.kind === "out") outIds.add(measure.id);
    else if (standing.kind === "bound") bound.push(measure);
    else if (standing.kind === "switchedOff") reject(measure.id, "switchedOff", false);
    else {
      const { missing, estimated } = estimate(measure, termsOf.get(measure.id) ?? noTerms(measure.id), settings);
      const [first] = missing;
      if (first !== undefined && settings.unknownEstimates === "leaveOut") reject(measure.id, UNKNOWN[first], standing.mandatory);
      else candidates.set(measure.id, { measureId: measure.id, mandatory: standing.mandatory, estimated: first === undefined ? { ...estimated, assumed: [] } : estimated });
    }
  }
  const dependencies = holdingDependencies(input, new Set(bound.map((each) => each.id)));
  rejectExcluded(input, bound, candidates, reject);
  rejectCycles(candidates, dependencies, reject);
  rejectFollowers(candidates, dependencies, new Set([...outIds]), rejected, reject);
  return { bound, candidates: [...candidates.values()], rejected: [...rejected.values()], dependencies };
}

const UNKNOWN = { duration: "unknownDuration", cost: "unknownCost", effort: "unknownEffort" } as const;

/** What is settled neither holds anything up nor waits any more, and what has begun does not wait either. */
export function holdingDependencies({ measures, dependencies, firstQuarter }: Pick<PlannerInput, "measures" | "dependencies" | "firstQuarter">, boundIds: ReadonlySet<number>): Dependency[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return dependencies.filter(({ predecessorId, successorId }) => {
    const [predecessor, successor] = [byId.get(predecessorId), byId.get(successorId)];
    if (!predecessor || !successor || settledStatuses.includes(predecessor.status) || settledStatuses.includes(successor.status)) return false;
    return !(boundIds.has(successorId) && (boundIds.has(predecessorId) || (successor.startQuarter !== null && successor.startQuarter <= firstQuarter)));
  });
}

type Reject = (measureId: number, reason: LeftOutReason, mandatory: boolean) => void;

function rejectExcluded(input: PlannerInput, bound: readonly PlannerMeasure[], candidates: ReadonlyMap<number, Candidate>, reject: Reject): void {
  const boundIds = new Set(bound.map((each) => each.id));
  for (const { kind, firstId, secondId } of input.terms.pairs) {
    if (kind !== "excludes") continue;
    for (const [one, other] of [[firstId, secondId], [secondId, firstId]] as const) {
      const candidate = candidates.get(one);
      if (candidate && boundIds.has(other)) reject(one, "excluded", candidate.mandatory);
    }
  }
}

function rejectCycles(candidates: ReadonlyMap<number, Candidate>, dependencies: readonly Dependency[], reject: Reject): void {
  const { cyclic } = orderByDependencies([...candidates.keys()], dependencies);
  const suspects = new Set(cyclic);
  for (const id of cyclic) if (reaches(id, id, suspects, dependencies)) reject(id, "inCycle", candidates.get(id)?.mandatory ?? false);
}

function reaches(from: number, target: number, within: ReadonlySet<number>, dependencies: readonly Dependency[]): boolean {
  const seen = new Set<number>();
  const open = [from];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const { predecessorId, successorId } of dependencies) {
      if (predecessorId !== current || !within.has(successorId) || seen.has(successorId)) continue;
      if (successorId === target) return true;
      seen.add(successorId);
      open.push(successorId);
    }
  }
  return false;
}

/** A candidate whose predecessor is not in the plan cannot be in it either, nor can what follows that. */
function rejectFollowers(candidates: ReadonlyMap<number, Candidate>, dependencies: readonly Dependency[], outIds: ReadonlySet<number>, rejected: ReadonlyMap<number, LeftOutMeasure>, reject: Reject): void {
  for (let found = true; found; ) {
    found = false;
    for (const { predecessorId, successorId } of dependencies) {
      const follower = candidates.get(successorId);
      if (follower && (rejected.has(predecessorId) || outIds.has(predecessorId))) {
        reject(successorId, "predecessorLeftOut", follower.mandatory);
        found = true;
      }
    }
  }
}
