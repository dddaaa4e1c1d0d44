import { checkChoice, type Violation } from "#app/planner/check-choice.ts";
import type { Choice, PlanningProblem, PlanOption } from "#app/planner/problem.ts";
import { differenceBetween, placesOf, type PlanDifference } from "./places.ts";

/** What happens where an activity is put by hand. The activity itself is among the moved, or the added, ones. */
export type WhatIf = PlanDifference & {
  readonly choice: Choice;
  /** Rules the activity breaks where it was put, and what was broken before: nothing could make way. */
  readonly violations: readonly Violation[];
  /** In the unit of the options' values. */
  readonly valueChange: number;
};

/** Answers for one plan; made once, so that each question costs little. */
export type WhatIfAsker = { readonly ask: (activity: number, option: number) => WhatIf };

/**
 * What a drag does, in the browser: the activity stands where it was put, all others keep their places where these are left;
 * those that lose theirs go one after the other, in the order of their old starts, to the nearest place that is free (serial
 * schedule generation, Kolisch & Hartmann 1999), or out. What it waits for makes way only where it can.
 */
export function createWhatIf(problem: PlanningProblem, choice: Choice): WhatIfAsker {
  const { activities, rows } = problem;
  const before = placesOf(problem, choice);
  const worth = checkChoice(problem, choice).objective;
  const predecessors = linksBy(problem, ({ successor }) => successor);
  const successors = linksBy(problem, ({ predecessor }) => predecessor);
  const excluded = activities.map((_, activity) => problem.exclusions.flatMap(([first, second]) => (first === activity ? [second] : second === activity ? [first] : [])));
  const order = planOrder(problem, choice);

  function ask(moved: number, position: number): WhatIf {
    const free = Float64Array.from(rows, ({ capacity }) => Math.max(0, capacity));
    const chosen: Array<PlanOption | undefined> = activities.map(() => undefined);
    const next: Array<number | null> = activities.map(() => null);
    const place = (activity: number, at: number, option: PlanOption) => {
      chosen[activity] = option;
      next[activity] = at;
      for (const { row, amount } of option.usage) free[row] = (free[row] ?? 0) - amount;
    };
    const isAllowed = (activity: number, option: PlanOption): boolean =>
      option.usage.every(({ row, amount }) => amount <= (free[row] ?? 0)) &&
      (predecessors[activity] ?? []).every(({ predecessor, lag }) => (chosen[predecessor]?.end ?? Infinity) + lag <= option.start) &&
      (successors[activity] ?? []).every(({ successor, lag }) => option.end + lag <= (chosen[successor]?.start ?? Infinity)) &&
      (excluded[activity] ?? []).every((other) => chosen[other] === undefined);

    const put = activities[moved]?.options[position];
    if (put !== undefined) place(moved, position, put);
    const displaced: number[] = [];
    for (const activity of order) {
      if (activity === moved) continue;
      const at = choice[activity] ?? -1;
      const option = activities[activity]?.options[at];
      if (option !== undefined && isAllowed(activity, option)) place(activity, at, option);
      else displaced.push(activity);
    }
    for (const activity of displaced) {
      const at = nearest(activities[activity]?.options ?? [], choice[activity] ?? -1, (option) => isAllowed(activity, option));
      const option = activities[activity]?.options[at];
      if (option !== undefined) place(activity, at, option);
    }
    // Better a start too early, which is named, than a measure without what it waits for.
    for (const activity of displaced.reverse()) {
      const at = choice[activity] ?? -1;
      const option = activities[activity]?.options[at];
      const isAwaited = (successors[activity] ?? []).some(({ successor }) => chosen[successor] !== undefined);
      if (chosen[activity] === undefined && isAwaited && option !== undefined) place(activity, at, option);
    }
    const { violations, objective } = checkChoice(problem, next);
    return { ...differenceBetween(before, placesOf(problem, next)), choice: next, violations, valueChange: objective - worth };
  }
  return { ask };
}

/** The allowed option nearest in time to the old one, later before earlier, then the more valuable; -1 where none is. */
function nearest(options: readonly PlanOption[], old: number, isAllowed: (option: PlanOption) => boolean): number {
  const from = options[old]?.start ?? 0;
  const ranked = options
    .map((option, position) => ({ option, position, distance: 2 * Math.abs(option.start - from) - (option.start > from ? 1 : 0) }))
    .sort((a, b) => a.distance - b.distance || b.option.value - a.option.value || a.position - b.position);
  return ranked.find(({ option }) => isAllowed(option))?.position ?? -1;
}

/** Chosen activities by start, each after its predecessors. */
function planOrder({ activities, precedences }: PlanningProblem, choice: Choice): number[] {
  const depth = activities.map(() => 0);
  for (let round = 0, changed = true; changed && round < activities.length; round += 1) {
    changed = false;
    for (const { predecessor, successor } of precedences) {
      if ((depth[successor] ?? 0) > (depth[predecessor] ?? 0)) continue;
      depth[successor] = (depth[predecessor] ?? 0) + 1;
      changed = true;
    }
  }
  const startOf = (activity: number): number | undefined => activities[activity]?.options[choice[activity] ?? -1]?.start;
  return activities
    .flatMap((_, activity) => (startOf(activity) === undefined ? [] : [activity]))
    .sort((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0) || (depth[a] ?? 0) - (depth[b] ?? 0) || a - b);
}

function linksBy({ activities, precedences }: PlanningProblem, end: (link: PlanningProblem["precedences"][number]) => number): Array<Array<PlanningProblem["precedences"][number]>> {
  const lists: Array<Array<PlanningProblem["precedences"][number]>> = activities.map(() => []);
  for (const link of precedences) lists[end(link)]?.push(link);
  return lists;
}
