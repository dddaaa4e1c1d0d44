import { addQuarters, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Plan, PlannedMeasure } from "#app/domain/planning/plan.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { PlanningSettings } from "#app/domain/planning/scenario.ts";
import { buildProblem, type PlanModel, type StartSpan } from "#app/planner/model/build-problem.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { limitsOf, plannedQuarters } from "#app/planner/model/limit-rows.ts";
import { choiceOf } from "#app/planner/model/read-plan.ts";
import { datesFrom } from "#app/planner/model/placed-usage.ts";
import { changeWithMoves, type WithMoves } from "./change-with-moves.ts";
import { PlanAround, type Attempt } from "./obstacles.ts";
import { singleChangeFor, sizeOf, withChange, type SingleChange } from "./single-change.ts";

/** With the change the measure could start then, all else as planned; the checker has accepted that plan. */
export type Counterfactual = { readonly start: Quarter; readonly change: SingleChange };

export type WhyHere = {
  /** Between which quarters its own dates let it start; null where the planner did not place it or could not consider it. */
  readonly span: StartSpan | null;
  /** What keeps it from starting a quarter earlier; null where nothing earlier is possible or it is not in the plan. */
  readonly before: Attempt | null;
  /** An earlier start nothing stands in the way of, which the plan did not take. */
  readonly alsoPossible: Attempt | null;
  /** For a measure left out: the starts where least is missing, at most three. */
  readonly nearest: readonly Attempt[];
  /** The smallest single change of each kind that really lets it start earlier, or at all. */
  readonly changes: readonly Counterfactual[];
  /** Where none of staff or money is among the changes: what would do if others made way. */
  readonly withMoves: WithMoves | null;
};

const NOTHING: WhyHere = { span: null, before: null, alsoPossible: null, nearest: [], changes: [], withMoves: null };
const SHOWN_ATTEMPTS = 3;

/** A plan ready to be asked about single measures. */
export type ExplainedPlan = { readonly input: PlannerInput; readonly settings: PlanningSettings; readonly plan: Plan; readonly model: PlanModel; readonly around: PlanAround };

/** @param input as planned with: the scenario's changes made */
export function explainable(input: PlannerInput, settings: PlanningSettings, plan: Plan): ExplainedPlan {
  const model = buildProblem(input, settings);
  const capacities = [...limitsOf(input, plannedQuarters(input)).values()].map((limit) => limit.capacity);
  return { input, settings, plan, model, around: new PlanAround(model, choiceOf(model, plan.placed), capacities) };
}

/**
 * Why a measure stands where the plan puts it, or is not in it: what is in the way of other starts while everything else
 * stays, and the smallest single change that clears it. Each change is tried: the plan with the measure there is checked.
 */
export function whyHere(explained: ExplainedPlan, measureId: number): WhyHere {
  const { model, plan, around } = explained;
  const activity = model.activities.findIndex((each) => each.measureId === measureId);
  const planned = model.activities[activity];
  const place = plan.placed.find((each) => each.measureId === measureId);
  const later = place === undefined ? laterDeadline(explained, measureId) : [];
  if (planned === undefined) return { ...NOTHING, changes: later };
  const attempts = around.attempts(activity);
  const wanted = place === undefined ? attempts : attempts.filter((attempt) => attempt.start < place.startQuarter);
  const byShortage = [...wanted].sort((a, b) => a.obstacles.length - b.obstacles.length || missingShare(a) - missingShare(b) || (a.start < b.start ? -1 : 1));
  const changes = smallestChanges(wanted, (found) => holds(explained, { measureId, durationQuarters: planned.durationQuarters, assumed: planned.assumed }, found)).map(({ attempt, change }) => ({ start: attempt.start, change }));
  const isPossible = byShortage[0]?.obstacles.length === 0;
  const isBought = changes.some(({ change }) => change.kind === "staff" || change.kind === "money");
  const withMoves = isPossible || isBought ? null : changeWithMoves(explained, measureId, byShortage.slice(0, SHOWN_ATTEMPTS));
  // Where the smallest of its kind did not hold, a larger one may, with nobody making way.
  const alone = withMoves !== null && withMoves.change !== null && withMoves.moved.length + withMoves.dropped.length === 0 ? [{ start: withMoves.start, change: withMoves.change }] : [];
  return {
    span: planned.span,
    before: place === undefined ? null : (attempts.find((attempt) => attempt.start === addQuarters(place.startQuarter, -1)) ?? null),
    alsoPossible: wanted.find((attempt) => attempt.obstacles.length === 0) ?? null,
    nearest: place === undefined ? byShortage.slice(0, SHOWN_ATTEMPTS) : [],
    changes: [...changes, ...alone, ...later],
    withMoves: alone.length > 0 ? null : withMoves,
  };
}

const missingShare = ({ obstacles }: Attempt): number => Math.max(0, ...obstacles.map((each) => (each.kind === "limit" ? each.missing / each.needed : 1)));

type Found = { readonly attempt: Attempt; readonly change: SingleChange };

/** One per kind, the smallest that holds; of equally small ones the earliest. */
function smallestChanges(attempts: readonly Attempt[], isTrue: (found: Found) => boolean): Found[] {
  const byKind = new Map<SingleChange["kind"], Found[]>();
  for (const attempt of attempts) {
    const change = singleChangeFor(attempt);
    if (change !== null) byKind.set(change.kind, [...(byKind.get(change.kind) ?? []), { attempt, change }]);
  }
  return [...byKind.values()].flatMap((found) => found.sort((a, b) => sizeOf(a.change) - sizeOf(b.change)).find(isTrue) ?? []);
}

/** The first start after its deadline that nothing else stands in the way of, and how far the deadline would have to reach. */
function laterDeadline(explained: ExplainedPlan, measureId: number): Counterfactual[] {
  const { input, settings, plan } = explained;
  if (!input.measures.some((measure) => measure.id === measureId && measure.deadline !== null)) return [];
  const free = explainable({ ...input, measures: input.measures.map((measure) => (measure.id === measureId ? { ...measure, deadline: null } : measure)) }, settings, plan);
  const activity = free.model.activities.findIndex((each) => each.measureId === measureId);
  const planned = free.model.activities[activity];
  const attempt = free.around.attempts(activity).find((each) => each.obstacles.length === 0);
  if (planned === undefined || attempt === undefined) return [];
  const change = { kind: "deadline" as const, measureId, until: datesFrom(attempt.start, planned.durationQuarters).endQuarter ?? attempt.start };
  return holds(explained, { measureId, durationQuarters: planned.durationQuarters, assumed: planned.assumed }, { attempt, change }) ? [{ start: attempt.start, change }] : [];
}

/** Is the plan with the measure at that start, and the change made, one that keeps every rule? */
function holds({ input, settings, plan }: ExplainedPlan, { measureId, durationQuarters, assumed }: Pick<PlannedMeasure, "measureId" | "assumed"> & { readonly durationQuarters: number | null }, { attempt, change }: Found): boolean {
  const moved: PlannedMeasure = { measureId, ...datesFrom(attempt.start, durationQuarters), fundingWindowId: attempt.fundingWindowId, fixed: false, assumed };
  const placed = [...plan.placed.filter((each) => each.measureId !== measureId), moved];
  return checkPlan(withChange(input, change), settings, { ...plan, placed, leftOut: plan.leftOut.filter((each) => each.measureId !== measureId) }).length === 0;
}
