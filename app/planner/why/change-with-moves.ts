import { quarterDistance, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { PlanningSettings } from "#app/domain/planning/scenario.ts";
import { fewestMoves, type DisturbedPlan } from "#app/planner/explain/fewest-moves.ts";
import { placesOf } from "#app/planner/explain/places.ts";
import { buildProblem, type PlanModel } from "#app/planner/model/build-problem.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { choiceOf, planOf } from "#app/planner/model/read-plan.ts";
import type { Attempt, Obstacle } from "./obstacles.ts";
import { singleChangeFor, sizeOf, withChange, type SingleChange } from "./single-change.ts";

/** The measure could start then if others made way; `change` null: even without more staff or money. The checker has accepted the plan. */
export type WithMoves = {
  readonly start: Quarter;
  readonly change: SingleChange | null;
  /** `quarters`: later above 0, earlier below 0; 0: only paid another way. */
  readonly moved: ReadonlyArray<{ readonly measureId: number; readonly quarters: number }>;
  readonly dropped: readonly number[];
  readonly plan: Plan;
};

type Planned = { readonly input: PlannerInput; readonly settings: PlanningSettings; readonly plan: Plan; readonly model: PlanModel };

const MOST_TRIES = 6;
const MOST_MOVED = 5;
const MOST_DROPPED = 1;
const SEED = 1;
const STEPS = 40;

/**
 * Where no single change of staff or money will do alone: one team or one year with what it lacks, or nothing more at all, and
 * others that make way. Of the attempts given, the one that drops nothing and moves least; the first found of equals.
 */
export function changeWithMoves(planned: Planned, measureId: number, attempts: readonly Attempt[]): WithMoves | null {
  const tries = attempts.flatMap((attempt) => [null, ...partsOf(attempt)].map((change) => ({ attempt, change }))).slice(0, MOST_TRIES);
  const found = tries.flatMap(({ attempt, change }) => tryWith(planned, measureId, attempt, change) ?? []);
  const [best] = found.sort((a, b) => a.dropped.length - b.dropped.length || a.moved.length - b.moved.length || distanceOf(a) - distanceOf(b) || Number(a.change !== null) - Number(b.change !== null));
  return best ?? null;
}

const distanceOf = ({ moved }: WithMoves): number => moved.reduce((sum, { quarters }) => sum + Math.abs(quarters), 0);

/** What each team alone, or each year and kind alone, lacks; the smallest share of what is needed first. */
function partsOf({ obstacles, ...attempt }: Attempt): SingleChange[] {
  const groups = new Map<string, Obstacle[]>();
  for (const obstacle of obstacles) {
    if (obstacle.kind !== "limit" || obstacle.key.kind === "starts") continue;
    const { key } = obstacle;
    const name = key.kind === "team" ? `team ${key.teamId}` : `year ${key.fiscalYear} ${key.budgetKind}`;
    groups.set(name, [...(groups.get(name) ?? []), obstacle]);
  }
  const changes = [...groups.values()].flatMap((group) => singleChangeFor({ ...attempt, obstacles: group }) ?? []);
  return changes.sort((a, b) => (a.kind === b.kind ? sizeOf(a) - sizeOf(b) : a.kind === "staff" ? -1 : 1));
}

function tryWith({ input, settings, plan, model }: Planned, measureId: number, attempt: Attempt, change: SingleChange | null): WithMoves | null {
  const changedInput = change === null ? input : withChange(input, change);
  const changed = change === null ? model : buildProblem(changedInput, settings);
  const activity = changed.activities.findIndex((each) => each.measureId === measureId);
  if (activity < 0) return null;
  const before = placesOf(changed.problem, choiceOf(changed, plan.placed));
  const disturbed = fewestMoves(changed.problem, before, activity, quarterDistance(changed.firstQuarter, attempt.start), { seed: SEED, steps: STEPS });
  if (disturbed === null) return null;
  const { moved, dropped } = summary(changed, disturbed, activity);
  const isPlain = moved.length <= MOST_MOVED && dropped.length <= MOST_DROPPED && !disturbed.dropped.some((each) => changed.problem.activities[each]?.mandatory);
  if (!isPlain || (change === null && moved.length + dropped.length === 0)) return null;
  const { objective, bound, steps } = plan;
  const next = planOf(changed, { choice: disturbed.choice, objective, bound, steps }, plan.seed);
  return checkPlan(changedInput, settings, next).length > 0 ? null : { start: attempt.start, change, moved, dropped, plan: next };
}

function summary({ activities }: PlanModel, { moved, dropped }: DisturbedPlan, activity: number): Pick<WithMoves, "moved" | "dropped"> {
  const idOf = (index: number) => activities[index]?.measureId ?? 0;
  return {
    moved: moved.flatMap((each) => (each.activity === activity ? [] : [{ measureId: idOf(each.activity), quarters: each.to.start - each.from.start }])),
    dropped: dropped.map(idOf),
  };
}
