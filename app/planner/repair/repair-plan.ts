import { addQuarters, quarterDistance } from "#app/domain/calendar/quarter.ts";
import type { Plan, PlannedMeasure } from "#app/domain/planning/plan.ts";
import type { PlaceChange } from "#app/domain/planning/plan-move.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { standings } from "#app/domain/planning/standing.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import { checkChoice } from "#app/planner/check-choice.ts";
import { fewestMoves } from "#app/planner/explain/fewest-moves.ts";
import { placesOf, type Places } from "#app/planner/explain/places.ts";
import type { StartSpan } from "#app/planner/model/build-problem.ts";
import { checkPlan, type PlanBreach } from "#app/planner/model/check-plan.ts";
import { datesFrom } from "#app/planner/model/placed-usage.ts";
import { PLANNER_VERSION } from "#app/planner/model/read-plan.ts";
import type { Choice } from "#app/planner/problem.ts";
import { liveProblem, liveSettings, type LiveProblem, type MoveToRepair } from "./live-problem.ts";

/** The moved measure first. It stands elsewhere than asked only where it cannot stand there at all. */
export type Repair =
  | { readonly kind: "repaired"; readonly changes: readonly PlaceChange[] }
  /** `span`: between which quarters the measure may start at all, and what says so. */
  | { readonly kind: "none"; readonly span: StartSpan | null };

type RepairTerms = { readonly seconds: number; /** Milliseconds since any moment. */ readonly clock: () => number };

const SEED = 1;
/** Short searches first: most repairs are found at once. */
const STEPS = [4, 40, 160, 640];
/** For each place beside the one asked for. */
const STEPS_BESIDE = [4, 40];
/** Nobody reads, and hardly anybody wants, a longer list. */
const MOST_CHANGES = 60;

/**
 * The live plan after a move, put right with as few other measures moved as was found in the time. The measure stays where it
 * was put; where its own deadline, or a measure that stands, does not allow that, it comes as near as it can. None of the
 * checker's rules is broken that was not broken before.
 */
export function repairPlan(whole: PlannerInput, move: MoveToRepair, { seconds, clock }: RepairTerms): Repair {
  const begun = clock();
  const input = withinScope(whole, move.measureId);
  const isOver = () => clock() - begun >= seconds * 1000;
  const live = liveProblem(input, move);
  const span = live.model.activities.find(({ measureId }) => measureId === move.measureId)?.span ?? null;
  const tryAt = (start: number, steps: number): Repair | null => {
    const found = fewestMoves(live.problem, live.places, live.moved?.activity ?? -1, start, { seed: SEED, steps });
    const changes = found === null ? null : changesOf(input, move, live, withoutNeedlessMoves(live, found.choice));
    return changes !== null && changes.length <= MOST_CHANGES && breachesAfter(input, changes).length === 0 ? { kind: "repaired", changes } : null;
  };
  for (const { start, steps } of attemptsAt(live, input, move)) {
    if (isOver()) break;
    const repair = tryAt(start, steps);
    if (repair !== null) return repair;
  }
  return { kind: "none", span };
}

/** Ideas claim nothing against the plan, unless the moved measure is one itself; what waits for them still does. */
function withinScope(input: PlannerInput, measureId: number): PlannerInput {
  const isIdea = input.measures.some(({ id, status }) => id === measureId && status === "idea");
  return isIdea ? input : { ...input, measures: input.measures.map((measure) => (measure.status === "idea" ? { ...measure, costItems: [], staffDemands: [] } : measure)) };
}

/** The place asked for, where it is one; then those between it and where the measure stands, the nearest first and the later before the earlier. */
function attemptsAt({ moved, problem }: LiveProblem, input: PlannerInput, { measureId, target }: MoveToRepair): Array<{ readonly start: number; readonly steps: number }> {
  if (moved === null) return STEPS.map((steps) => ({ start: 0, steps }));
  const starts = new Set(problem.activities[moved.activity]?.options.map(({ start }) => start));
  const distance = (start: number) => Math.abs(start - moved.start);
  const old = input.measures.find(({ id }) => id === measureId);
  // Going back to where it stands is no answer, unless it now takes another time.
  const isResized = lengthOf(old) !== lengthOf(target);
  const farthest = old?.startQuarter ? distance(quarterDistance(input.firstQuarter, old.startQuarter)) - (isResized ? 0 : 1) : Infinity;
  const beside = [...starts].filter((start) => start !== moved.start && distance(start) <= farthest).sort((a, b) => distance(a) - distance(b) || b - a);
  return [
    ...(starts.has(moved.start) ? STEPS.map((steps) => ({ start: moved.start, steps })) : []),
    ...beside.flatMap((start) => STEPS_BESIDE.map((steps) => ({ start, steps }))),
  ];
}

const lengthOf = (place: Placement | undefined): number | null => (place?.startQuarter && place.endQuarter ? quarterDistance(place.startQuarter, place.endQuarter) : null);

/** The search is not complete: what can go back to its old place goes back. */
function withoutNeedlessMoves({ problem, places, moved }: LiveProblem, choice: Choice): Choice {
  let kept = [...choice];
  const isFine = (tried: Choice) => checkChoice(problem, tried).violations.length === 0;
  if (!isFine(kept)) return choice;
  const now = placesOf(problem, choice);
  now.forEach((place, activity) => {
    const old = places[activity] ?? null;
    if (activity === moved?.activity || old === null || place === null || place.start === old.start) return;
    const position = problem.activities[activity]?.options.findIndex((option) => option.start === old.start) ?? -1;
    const tried = kept.map((each, index) => (index === activity ? position : each));
    if (position >= 0 && isFine(tried)) kept = tried;
  });
  return kept;
}

function changesOf(input: PlannerInput, { measureId, target }: MoveToRepair, { model, problem, moved }: LiveProblem, choice: Choice): PlaceChange[] | null {
  const after: Places = placesOf(problem, choice);
  const byId = new Map(input.measures.map((measure) => [measure.id, measure]));
  const changes = model.activities.flatMap((activity, index): PlaceChange[] => {
    const measure = byId.get(activity.measureId);
    const place = after[index] ?? null;
    if (measure === undefined || place === null || activity.measureId === measureId) return [];
    const next = datesFrom(addQuarters(model.firstQuarter, place.start), activity.durationQuarters);
    return next.startQuarter === measure.startQuarter ? [] : [{ measureId: measure.id, before: placeOf(measure), after: next }];
  });
  const own = byId.get(measureId);
  const ownPlace = moved === null ? null : (after[moved.activity] ?? null);
  const duration = moved === null ? null : (model.activities[moved.activity]?.durationQuarters ?? null);
  if (own === undefined || (moved !== null && ownPlace === null)) return null;
  const next: Placement = ownPlace === null ? target : datesFrom(addQuarters(model.firstQuarter, ownPlace.start), duration);
  return [{ measureId, before: placeOf(own), after: next }, ...changes];
}

const placeOf = ({ startQuarter, endQuarter }: Placement): Placement => ({ startQuarter, endQuarter });

/** The checker's rules that the plan breaks with these changes and did not break before, or not by as much. */
export function breachesAfter(whole: PlannerInput, changes: readonly PlaceChange[]): PlanBreach[] {
  const input = withinScope(whole, changes[0]?.measureId ?? 0);
  const targetOf = new Map(changes.map(({ measureId, after }) => [measureId, after]));
  const isDuration = ({ rule }: PlanBreach) => rule === "wrongDuration" || rule === "movedThoughFixed";
  const changed: PlannerInput = { ...input, measures: input.measures.map((measure) => ({ ...measure, ...targetOf.get(measure.id) })) };
  const before = new Map(breaches(input).map((breach) => [keyOf(breach), amountOf(breach)]));
  return breaches(changed).filter((breach) => !isDuration(breach) && amountOf(breach) > (before.get(keyOf(breach)) ?? -1));
}

/** The live plan as the checker sees it: everything that has a place, no grant but those counted on. */
function breaches(input: PlannerInput): PlanBreach[] {
  const standing = standings(input, liveSettings);
  const termsOf = new Map(input.terms.measures.map((terms) => [terms.measureId, terms]));
  const windows = new Map(input.terms.windows.map((window) => [window.id, window]));
  const placed = input.measures.flatMap((measure): PlannedMeasure[] => {
    const { id, startQuarter, endQuarter } = measure;
    const kind = standing.get(id)?.kind;
    if (startQuarter === null || kind === undefined || kind === "out") return [];
    const window = windows.get(termsOf.get(id)?.fundingWindowId ?? -1);
    const isOpen = window !== undefined && window.opensQuarter <= startQuarter && startQuarter <= window.closesQuarter;
    return [{ measureId: id, startQuarter, endQuarter, fundingWindowId: isOpen ? window.id : null, fixed: kind === "bound", assumed: [] }];
  });
  const plan: Plan = { placed, leftOut: [], objective: 0, bound: 0, seed: SEED, steps: 0, plannerVersion: PLANNER_VERSION };
  return checkPlan(input, liveSettings, plan).filter(({ rule }) => rule !== "unaccountedFor" && rule !== "mandatoryNotListed");
}

/** By how much; a rule that is kept or broken is broken by 0. */
const amountOf = (breach: PlanBreach): number => ("overuse" in breach ? breach.overuse : breach.rule === "starts" ? breach.starts : 0);

function keyOf(breach: PlanBreach): string {
  if (breach.rule === "staff") return `staff ${breach.teamId} ${breach.quarter}`;
  if (breach.rule === "budget") return `budget ${breach.fiscalYear} ${breach.budgetKind}`;
  if (breach.rule === "budgetLine") return `line ${breach.lineId}`;
  if (breach.rule === "starts") return `starts ${breach.orgUnitId} ${breach.quarter}`;
  return `${breach.rule} ${breach.measureId} ${"otherId" in breach ? breach.otherId : ""}`;
}
