import type { PlanningProblem, PlanOption } from "#app/planner/problem.ts";

export type Reduced = {
  /** By activity the positions of the options that are left. */
  readonly left: ReadonlyArray<readonly number[]>;
  readonly required: Uint8Array;
  readonly order: Int32Array;
};

/**
 * Takes away what no plan that keeps all rules can hold, until nothing more follows from it. Time windows shrink along
 * precedences as in constraint propagation for scheduling (Brucker et al. 1999); no such plan is lost.
 */
export function reduceOptions(problem: PlanningProblem): Reduced {
  const { activities, precedences, exclusions, rows } = problem;
  const required = Uint8Array.from(activities, ({ mandatory }) => (mandatory ? 1 : 0));
  const { order, inCycle } = orderOf(problem);
  const fits = ({ usage }: PlanOption) => usage.every(({ row, amount }) => amount <= (rows[row]?.capacity ?? 0));
  const left = activities.map(({ options }, activity) =>
    inCycle[activity] === 1 ? [] : options.flatMap((option, position) => (fits(option) ? [position] : [])),
  );
  const optionOf = (activity: number, position: number) => activities[activity]?.options[position];
  const keep = (activity: number, isKept: (option: PlanOption) => boolean): boolean => {
    const before = left[activity] ?? [];
    const after = before.filter((position) => {
      const option = optionOf(activity, position);
      return option !== undefined && isKept(option);
    });
    left[activity] = after;
    return after.length < before.length;
  };
  const extreme = (activity: number, of: (option: PlanOption) => number, better: (a: number, b: number) => number, none: number) =>
    (left[activity] ?? []).reduce((best, position) => {
      const option = optionOf(activity, position);
      return option === undefined ? best : better(best, of(option));
    }, none);

  for (let changed = true; changed; ) {
    changed = false;
    for (const { predecessor, successor, lag } of precedences) {
      const earliest = extreme(predecessor, ({ end }) => end, Math.min, Infinity) + lag;
      if (keep(successor, ({ start }) => start >= earliest)) changed = true;
      if (required[successor] !== 1) continue;
      if (required[predecessor] !== 1) {
        required[predecessor] = 1;
        changed = true;
      }
      const latest = extreme(successor, ({ start }) => start, Math.max, -Infinity) - lag;
      // Where the successor cannot be done at all, its predecessors stay as free as they were.
      if (latest !== -Infinity && keep(predecessor, ({ end }) => end <= latest)) changed = true;
    }
    for (const [first, second] of exclusions) {
      if (required[first] === 1 && required[second] !== 1 && keep(second, () => false)) changed = true;
      if (required[second] === 1 && required[first] !== 1 && keep(first, () => false)) changed = true;
    }
  }
  return { left: left.map((positions, activity) => withoutBeaten(activities[activity]?.options ?? [], positions)), required, order };
}

/** Each activity after its predecessors (Kahn 1962); those in a cycle of precedences, and what follows them, come last and are marked. */
function orderOf({ activities, precedences }: PlanningProblem): { order: Int32Array; inCycle: Uint8Array } {
  const waiting = new Int32Array(activities.length);
  const successors: number[][] = activities.map(() => []);
  for (const { predecessor, successor } of precedences) {
    waiting[successor] = (waiting[successor] ?? 0) + 1;
    successors[predecessor]?.push(successor);
  }
  const order = activities.flatMap((_, activity) => (waiting[activity] === 0 ? [activity] : []));
  for (let index = 0; index < order.length; index += 1) {
    for (const successor of successors[order[index] ?? 0] ?? []) {
      const rest = (waiting[successor] ?? 0) - 1;
      waiting[successor] = rest;
      if (rest === 0) order.push(successor);
    }
  }
  const inCycle = Uint8Array.from(activities, () => 1);
  for (const activity of order) inCycle[activity] = 0;
  activities.forEach((_, activity) => {
    if (inCycle[activity] === 1) order.push(activity);
  });
  return { order: Int32Array.from(order), inCycle };
}

/** Without options that another of the same time beats: worth as much, and takes no more of any row. The first of equals stays. */
function withoutBeaten(options: readonly PlanOption[], positions: readonly number[]): number[] {
  // Most activities have one option a quarter, which nothing can beat.
  if (new Set(positions.map((position) => options[position]?.start)).size === positions.length) return [...positions];
  const beats = (better: number, worse: number): boolean => {
    const a = options[better];
    const b = options[worse];
    if (a === undefined || b === undefined || a.start !== b.start || a.end !== b.end || a.value < b.value) return false;
    if (a.usage.length > b.usage.length) return false;
    const most = new Map(b.usage.map(({ row, amount }) => [row, amount]));
    return a.usage.every(({ row, amount }) => amount <= (most.get(row) ?? 0));
  };
  return positions.filter((position) => !positions.some((other) => other !== position && beats(other, position) && (other < position || !beats(position, other))));
}
