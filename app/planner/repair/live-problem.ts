import { durationInQuarters, quarterDistance, quarterOf, yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { ZERO_CENTS } from "#app/domain/money/cents.ts";
import { estimate } from "#app/domain/planning/assumptions.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import type { PlannerInput, PlannerMeasure } from "#app/domain/planning/planner-input.ts";
import { missesDeadline, type Placement } from "#app/domain/planning/reschedule.ts";
import { defaultSettings, type PlanningSettings } from "#app/domain/planning/scenario.ts";
import type { Place, Places } from "#app/planner/explain/places.ts";
import { buildProblem, type PlanModel } from "#app/planner/model/build-problem.ts";
import { limitsOf, plannedQuarters } from "#app/planner/model/limit-rows.ts";
import { usageAt } from "#app/planner/model/placed-usage.ts";
import type { Activity, PlanningProblem } from "#app/planner/problem.ts";

/** The live plan is taken as it is: what nobody has estimated counts nothing, as in the sums of the pages. */
export const liveSettings: PlanningSettings = { ...defaultSettings, includeIdeas: true, unknownEstimates: "assume", assumedDurationQuarters: 1, assumedCostCents: ZERO_CENTS, assumedPersonDays: 0, stability: 0 };

export type MoveToRepair = {
  readonly measureId: number;
  readonly target: Placement;
  /** The measures that may make way; the moved one need not be among them. */
  readonly movable: ReadonlySet<number>;
};

/** The live plan around one measure that was put elsewhere, as a problem of which the plan before is a solution but for that measure. */
export type LiveProblem = {
  readonly model: PlanModel;
  readonly problem: PlanningProblem;
  /** Where everything stands; the moved measure at its target. */
  readonly places: Places;
  /** Of the moved measure; null where it stands before the planned quarters and is a fact for all others. */
  readonly moved: { readonly activity: number; readonly start: number } | null;
};

/**
 * What the live plan breaks already is no hindrance: a limit that is exceeded may stay so by as much, a dependency that is
 * violated stays out. What cannot have a place of the planner (begun, past its deadline, without an end) stays where it is.
 */
export function liveProblem(input: PlannerInput, { measureId, target, movable }: MoveToRepair): LiveProblem {
  const live = input.measures.filter(isPlaced);
  const original = input.measures.find(({ id }) => id === measureId);
  if (original === undefined || target.startQuarter === null) throw new Error("only a measure that is given a place can be repaired around");
  const moved: PlannerMeasure = { ...original, ...target, status: original.status === "idea" ? "idea" : "planned" };
  const isFact = target.startQuarter < input.firstQuarter;
  const violated = new Set(violatedDependencies(live, input.dependencies).map(({ id }) => id));
  const termsOf = new Map(input.terms.measures.map((terms) => [terms.measureId, terms]));
  const countedWindows = input.terms.windows.filter((window) => termsOf.get(window.measureId)?.fundingWindowId === window.id);
  const needGrant = new Set(input.terms.windows.flatMap((window) => (window.required && !countedWindows.includes(window) ? [window.measureId] : [])));
  const isStuck = (measure: PlannerMeasure) => !movable.has(measure.id) || needGrant.has(measure.id) || !hasPlannedPlace(measure, input);
  const asked: PlannerInput = {
    ...input,
    measures: [...live.filter(({ id }) => id !== measureId), moved],
    dependencies: input.dependencies.filter(({ id }) => !violated.has(id)),
    terms: { ...input.terms, windows: countedWindows, pairs: [], measures: input.terms.measures.map((terms) => (terms.measureId === measureId ? { ...terms, fixed: false } : terms)) },
    switches: [
      ...live.flatMap((measure) => (measure.id === measureId ? [] : [{ measureId: measure.id, choice: isStuck(measure) ? ("fixed" as const) : ("mandatory" as const) }])),
      { measureId, choice: isFact ? "fixed" : "mandatory" },
    ],
  };
  const model = buildProblem(asked, liveSettings);
  const problem = { ...model.problem, rows: roomyRows(input, live, asked, model), activities: model.problem.activities.map(withGrants), synergies: [] };
  const placeOf = new Map(asked.measures.map(({ id, startQuarter }) => [id, startQuarter]));
  const places = model.activities.map((activity, index): Place | null => {
    const stands = placeOf.get(activity.measureId) ?? null;
    if (stands === null) return null;
    const start = quarterDistance(input.firstQuarter, stands);
    return { start, mode: problem.activities[index]?.options.find((option) => option.start === start)?.mode ?? 0 };
  });
  const activity = model.activities.findIndex((each) => each.measureId === measureId);
  return { model, problem, places, moved: activity < 0 ? null : { activity, start: quarterDistance(input.firstQuarter, target.startQuarter) } };
}

/** Dated, as the planner needs it; settled measures that need nothing any more are not in its way. */
const isPlaced = ({ startQuarter, endQuarter, permanentTask, status }: PlannerMeasure): boolean =>
  startQuarter !== null && (endQuarter !== null || permanentTask) && status !== "rejected" && status !== "deferred";

/** Whether the planner could have put it where it stands. */
function hasPlannedPlace(measure: PlannerMeasure, { firstQuarter, horizon, terms }: PlannerInput): boolean {
  const { startQuarter, endQuarter, earliestStart, deadline } = measure;
  if (startQuarter === null || startQuarter < firstQuarter || yearOfQuarter(endQuarter ?? startQuarter) > horizon.lastYear) return false;
  if ((earliestStart !== null && startQuarter < quarterOf(earliestStart)) || missesDeadline(endQuarter, deadline)) return false;
  if (endQuarter !== null) return durationInQuarters(startQuarter, endQuarter) > 0;
  const { missing, estimated } = estimate(measure, terms.measures.find((each) => each.measureId === measure.id) ?? noTerms(measure.id), liveSettings);
  return !missing.includes("duration") && estimated.durationQuarters === null;
}

/** A measure that starts in the window the plan counts on gets the grant; it is not a choice. */
function withGrants({ mandatory, options }: Activity): Activity {
  const granted = new Set(options.flatMap(({ start, mode }) => (mode > 0 ? [start] : [])));
  return { mandatory, options: options.filter(({ start, mode }) => mode > 0 || !granted.has(start)) };
}

/** What is left of every limit for those that may move, where a limit is what the plan takes of it now, if that is more. */
function roomyRows(input: PlannerInput, live: readonly PlannerMeasure[], asked: PlannerInput, { bound }: PlanModel): PlanningProblem["rows"] {
  const limits = limitsOf(asked, plannedQuarters(asked));
  const windowOf = new Map(asked.terms.windows.map((window) => [window.measureId, window]));
  const sum = (measures: readonly PlannerMeasure[]) => {
    const taken = new Map<string, number>();
    for (const measure of measures) {
      const { id, startQuarter, endQuarter } = measure;
      if (startQuarter === null) continue;
      const window = windowOf.get(id) ?? null;
      const isOpen = window !== null && window.opensQuarter <= startQuarter && startQuarter <= window.closesQuarter;
      for (const [row, amount] of usageAt(measure, { startQuarter, endQuarter }, isOpen ? window : null, input.horizon, limits)) taken.set(row, (taken.get(row) ?? 0) + amount);
    }
    return taken;
  };
  const [before, facts] = [sum(live), sum(bound.map(({ measure }) => measure))];
  return [...limits].map(([row, { capacity }]) => ({ capacity: Math.max(0, Math.max(capacity, before.get(row) ?? 0) - (facts.get(row) ?? 0)) }));
}
