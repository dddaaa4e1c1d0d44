import { addQuarters, quarterDistance, quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import { earliestStartAfter } from "#app/domain/measures/dependency-graph.ts";
import type { AssumedFigure, LeftOutMeasure, LeftOutReason } from "#app/domain/planning/plan.ts";
import type { FundingWindow } from "#app/domain/planning/planning-terms.ts";
import type { PlannerInput, PlannerMeasure } from "#app/domain/planning/planner-input.ts";
import type { PlanningSettings } from "#app/domain/planning/scenario.ts";
import type { Activity, PlanOption, PlanningProblem } from "#app/planner/problem.ts";
import { sortMeasures, type Candidate } from "./candidates.ts";
import { limitsOf, plannedQuarters, type Limit, type RowKey } from "./limit-rows.ts";
import { datesFrom, usageAt, type Dates } from "./placed-usage.ts";
import { valuation } from "./plan-value.ts";

/** The problem, and what its positions mean. */
export type PlanModel = {
  readonly problem: PlanningProblem;
  /** Quarter 0 of the problem. */
  readonly firstQuarter: Quarter;
  /** By position of the problem's activities. */
  readonly activities: readonly PlannedActivity[];
  /** By position of the problem's rows. */
  readonly rows: readonly RowKey[];
  readonly bound: readonly StandingMeasure[];
  readonly rejected: readonly LeftOutMeasure[];
  /** Rows that what stands already takes more of than there is: nothing more fits there, and no plan can help it. */
  readonly overused: ReadonlyArray<{ readonly key: RowKey; readonly capacity: number; readonly taken: number }>;
};

/** By position of the model's rows: how much more than there is what stands takes, before anything of it can be had again. */
export function overuseOf({ rows, overused }: PlanModel): number[] {
  const over = new Map(overused.map(({ key, capacity, taken }) => [key, taken - capacity]));
  return rows.map((key) => over.get(key) ?? 0);
}

/** A measure that stands at its dates, and the window whose grant it counts on. */
export type StandingMeasure = { readonly measure: PlannerMeasure; readonly window: FundingWindow | null };

export type PlannedActivity = {
  readonly measureId: number;
  /** With assumptions in place of unknown figures. */
  readonly measure: PlannerMeasure;
  readonly durationQuarters: number | null;
  readonly assumed: readonly AssumedFigure[];
  /** By mode of an option; mode 0 is without a window. */
  readonly windows: ReadonlyArray<FundingWindow | null>;
  /** What keeps it from quarters it has no option in. */
  readonly span: StartSpan;
};

/** Between which quarters a measure may start at all, and what says so. */
export type StartSpan = {
  readonly earliest: Quarter;
  readonly latest: Quarter;
  readonly earliestBecause: "today" | "earliestStart" | "predecessor";
  readonly latestBecause: "horizon" | "deadline" | "successor";
};

/** Everything the optimiser needs, from everything the municipality knows; pure and the same for the same input. */
export function buildProblem(input: PlannerInput, settings: PlanningSettings): PlanModel {
  const quarters = plannedQuarters(input);
  const limits = limitsOf(input, quarters);
  const sorted = sortMeasures(input, settings);
  const windowsOf = groupWindows(input.terms.windows);
  const bound = sorted.bound.map((measure) => ({ measure, window: countedWindow(measure, input) }));
  const taken = usageOfBound(bound, input, limits);
  const values = valuation(input, settings);

  const boundById = new Map(sorted.bound.map((each) => [each.id, each]));
  const linksOf = groupLinks(sorted.dependencies);
  const rejected = new Map(sorted.rejected.map((each) => [each.measureId, each]));
  const activities: Array<{ readonly planned: PlannedActivity; readonly mandatory: boolean }> = [];
  for (const candidate of sorted.candidates) {
    const span = startSpan(candidate, linksOf(candidate.measureId), input, boundById, quarters);
    const reason = typeof span === "string" ? span : missedWindow(windowsOf.get(candidate.measureId) ?? [], span);
    if (reason !== null || typeof span === "string") {
      rejected.set(candidate.measureId, { measureId: candidate.measureId, reason: reason ?? "tooLong", mandatory: candidate.mandatory });
      continue;
    }
    const { measure, durationQuarters, assumed } = candidate.estimated;
    const windows = [null, ...(windowsOf.get(candidate.measureId) ?? [])];
    activities.push({ planned: { measureId: candidate.measureId, measure, durationQuarters, assumed, windows, span }, mandatory: candidate.mandatory });
  }
  const kept = dropFollowers(activities, sorted.dependencies, rejected);
  const position = new Map(kept.map(({ planned }, index) => [planned.measureId, index]));
  const rowOf = new Map([...limits.keys()].map((row, index) => [row, index]));
  const anchors = new Map(input.measures.map((measure) => [measure.id, measure.startQuarter]));
  const problem: PlanningProblem = {
    quarters: quarters.length,
    rows: [...limits].map(([row, { capacity }]) => ({ capacity: Math.max(0, capacity - (taken.get(row) ?? 0)) })),
    activities: kept.map(
      ({ planned, mandatory }): Activity => ({
        mandatory,
        options: optionsOf(planned, quarters, (dates, window) => usageAt(planned.measure, dates, window, input.horizon, limits), rowOf, (start, share) => {
          const value = values.valueAt(planned.measureId, share);
          return value + stayBonus(value, settings.stability, anchors.get(planned.measureId) ?? null, start);
        }),
      }),
    ),
    precedences: sorted.dependencies.flatMap(({ predecessorId, successorId, lagQuarters }) => pairOf(position, predecessorId, successorId).map(([predecessor, successor]) => ({ predecessor, successor, lag: lagQuarters }))),
    exclusions: input.terms.pairs.flatMap(({ kind, firstId, secondId }) => (kind === "excludes" ? pairOf(position, firstId, secondId) : [])),
    synergies: input.terms.pairs.flatMap(({ kind, firstId, secondId, savingCents }) =>
      kind === "savesTogether" && savingCents !== null ? pairOf(position, firstId, secondId).map(([first, second]) => ({ first, second, bonus: values.pairBonus(savingCents) })) : [],
    ),
  };
  return {
    problem,
    firstQuarter: input.firstQuarter,
    activities: kept.map(({ planned }) => planned),
    rows: [...limits.values()].map(({ key }) => key),
    bound,
    rejected: [...rejected.values()].sort((a, b) => a.measureId - b.measureId),
    overused: [...limits].flatMap(([row, { key, capacity }]) => ((taken.get(row) ?? 0) > capacity ? [{ key, capacity, taken: taken.get(row) ?? 0 }] : [])),
  };
}

/** Staying is worth up to the value again, falling by a quarter for every quarter moved. */
function stayBonus(value: number, stability: number, stands: Quarter | null, start: Quarter): number {
  if (stability === 0 || stands === null) return 0;
  return Math.round((value * stability * Math.max(0, 4 - Math.abs(quarterDistance(stands, start)))) / 400);
}

const pairOf = (position: ReadonlyMap<number, number>, one: number, other: number): ReadonlyArray<readonly [number, number]> => {
  const [first, second] = [position.get(one), position.get(other)];
  return first === undefined || second === undefined ? [] : [[first, second]];
};

function groupWindows(windows: readonly FundingWindow[]): Map<number, FundingWindow[]> {
  const groups = new Map<number, FundingWindow[]>();
  for (const window of windows) groups.set(window.measureId, [...(groups.get(window.measureId) ?? []), window]);
  return groups;
}

type Link = { readonly predecessorId: number; readonly successorId: number; readonly lagQuarters: number };

/** The dependencies of one measure on either side, in their order. */
function groupLinks(dependencies: readonly Link[]): (measureId: number) => readonly Link[] {
  const groups = new Map<number, Link[]>();
  for (const link of dependencies) {
    for (const id of new Set([link.predecessorId, link.successorId])) groups.set(id, [...(groups.get(id) ?? []), link]);
  }
  return (measureId) => groups.get(measureId) ?? [];
}

/** A grant counts where the plan counted on it before and the measure starts in its window. */
function countedWindow(measure: PlannerMeasure, { terms }: PlannerInput): FundingWindow | null {
  const windowId = terms.measures.find((each) => each.measureId === measure.id)?.fundingWindowId ?? null;
  const window = terms.windows.find((each) => each.id === windowId);
  return window !== undefined && measure.startQuarter !== null && isOpenAt(window, measure.startQuarter) ? window : null;
}

/** What stands takes its share first. */
function usageOfBound(bound: readonly StandingMeasure[], { horizon }: PlannerInput, limits: ReadonlyMap<string, Limit>): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { measure, window } of bound) {
    if (measure.startQuarter === null) continue;
    const dates: Dates = { startQuarter: measure.startQuarter, endQuarter: measure.endQuarter };
    for (const [row, amount] of usageAt(measure, dates, window, horizon, limits)) taken.set(row, (taken.get(row) ?? 0) + amount);
  }
  return taken;
}

const isOpenAt = ({ opensQuarter, closesQuarter }: FundingWindow, start: Quarter): boolean => opensQuarter <= start && start <= closesQuarter;

/** The span, or why there is none. */
function startSpan({ measureId, estimated }: Candidate, links: readonly Link[], input: PlannerInput, boundById: ReadonlyMap<number, PlannerMeasure>, quarters: readonly Quarter[]): StartSpan | LeftOutReason {
  const { measure, durationQuarters } = estimated;
  const length = durationQuarters ?? 1;
  const lastQuarter = quarters[quarters.length - 1];
  if (lastQuarter === undefined) return "tooLong";
  let [earliest, earliestBecause]: [Quarter, StartSpan["earliestBecause"]] = [input.firstQuarter, "today"];
  const notBefore = (quarter: Quarter | null, because: StartSpan["earliestBecause"]) => {
    if (quarter !== null && quarter > earliest) [earliest, earliestBecause] = [quarter, because];
  };
  let [latest, latestBecause]: [Quarter, StartSpan["latestBecause"]] = [addQuarters(lastQuarter, 1 - length), "horizon"];
  const notAfter = (quarter: Quarter | null, because: StartSpan["latestBecause"]) => {
    if (quarter !== null && quarter < latest) [latest, latestBecause] = [quarter, because];
  };
  notBefore(measure.earliestStart && quarterOf(measure.earliestStart), "earliestStart");
  notAfter(measure.deadline && durationQuarters !== null ? addQuarters(quarterOf(measure.deadline), 1 - length) : null, "deadline");
  for (const { predecessorId, successorId, lagQuarters } of links) {
    const before = successorId === measureId ? boundById.get(predecessorId) : undefined;
    if (before) notBefore(earliestStartAfter(before, lagQuarters), "predecessor");
    const after = predecessorId === measureId ? boundById.get(successorId) : undefined;
    if (after?.startQuarter) notAfter(addQuarters(after.startQuarter, -length - lagQuarters), "successor");
  }
  const span: StartSpan = { earliest, latest, earliestBecause, latestBecause };
  if (earliest <= latest) return span;
  return span.latestBecause === "deadline" ? "deadlineBeforeStart" : "tooLong";
}

/** Where a measure is only done with a grant, one of its windows must still be open. */
function missedWindow(windows: readonly FundingWindow[], { earliest, latest }: StartSpan): LeftOutReason | null {
  if (!windows.some((window) => window.required)) return null;
  return windows.some((window) => window.opensQuarter <= latest && window.closesQuarter >= earliest) ? null : "windowPast";
}

function dropFollowers<A extends { readonly planned: PlannedActivity; readonly mandatory: boolean }>(activities: readonly A[], dependencies: ReadonlyArray<{ predecessorId: number; successorId: number }>, rejected: Map<number, LeftOutMeasure>): A[] {
  let kept = [...activities];
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    kept = kept.filter(({ planned: { measureId }, mandatory }) => {
      if (!dependencies.some((each) => each.successorId === measureId && rejected.has(each.predecessorId))) return true;
      rejected.set(measureId, { measureId, reason: "predecessorLeftOut", mandatory });
      return false;
    });
  }
  return kept;
}

function optionsOf(
  { durationQuarters, windows, span }: PlannedActivity,
  quarters: readonly Quarter[],
  usage: (dates: Dates, window: FundingWindow | null) => ReadonlyMap<string, number>,
  rowOf: ReadonlyMap<string, number>,
  value: (start: Quarter, share: number) => number,
): PlanOption[] {
  const needsGrant = windows.some((window) => window?.required === true);
  return quarters.flatMap((quarter, start) => {
    if (quarter < span.earliest || quarter > span.latest) return [];
    const end = start + (durationQuarters ?? 1);
    return windows.flatMap((window, mode) => {
      if (window === null ? needsGrant : !isOpenAt(window, quarter)) return [];
      const dates = datesFrom(quarter, durationQuarters);
      const uses = [...usage(dates, window)].map(([row, amount]) => ({ row: rowOf.get(row) ?? -1, amount }));
      return [{ start, end, mode, value: value(quarter, (end - 1) / quarters.length), usage: uses }];
    });
  });
}
