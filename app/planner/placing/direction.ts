import { topologicalOrder, type Project } from "./project.ts";

/**
 * A project as the generators read it, once forwards and once backwards (every arrow reversed), in flat lists: the
 * predecessors of activity j are `before[beforeFrom[j]]` … `before[beforeFrom[j + 1] - 1]`.
 */
export type Direction = {
  readonly beforeFrom: Int32Array;
  readonly before: Int32Array;
  readonly afterFrom: Int32Array;
  readonly after: Int32Array;
  /** Longest way from an activity's start to the end of the project, in periods. */
  readonly tail: Int32Array;
};

export type FlatProject = {
  readonly count: number;
  readonly resources: number;
  readonly durations: Int32Array;
  readonly capacities: Int32Array;
  /** Activity j takes `units[i]` of resource `used[i]`, i from `usedFrom[j]` to `usedFrom[j + 1] - 1`. */
  readonly usedFrom: Int32Array;
  readonly used: Int32Array;
  readonly units: Int32Array;
  readonly forwards: Direction;
  readonly backwards: Direction;
  /** All durations together: no schedule without idle time is longer. */
  readonly horizon: number;
};

/** The project must have no flaw. */
export function flatten(project: Project): FlatProject {
  const { durations, successors, demands } = project;
  const predecessors = successors.map((): number[] => []);
  successors.forEach((list, activity) => list.forEach((next) => predecessors[next]?.push(activity)));
  const order = topologicalOrder(successors);
  const usage = demands.map((demand, activity) => demand.flatMap((units, resource) => (units > 0 && (durations[activity] ?? 0) > 0 ? [{ resource, units }] : [])));
  const after = compress(successors);
  const before = compress(predecessors);
  return {
    count: durations.length,
    resources: project.capacities.length,
    durations: Int32Array.from(durations),
    capacities: Int32Array.from(project.capacities),
    usedFrom: compress(usage.map((list) => list.map(({ resource }) => resource))).from,
    used: Int32Array.from(usage.flatMap((list) => list.map(({ resource }) => resource))),
    units: Int32Array.from(usage.flatMap((list) => list.map(({ units }) => units))),
    forwards: { beforeFrom: before.from, before: before.flat, afterFrom: after.from, after: after.flat, tail: tails(durations, successors, order.toReversed()) },
    backwards: { beforeFrom: after.from, before: after.flat, afterFrom: before.from, after: before.flat, tail: tails(durations, predecessors, order) },
    horizon: durations.reduce((sum, duration) => sum + duration, 0),
  };
}

/** What an activity takes in a period: the shares of all resources in sum, by activity. */
export function useOf({ durations, usedFrom, used, units, capacities }: FlatProject): Float64Array {
  return Float64Array.from(durations, (_, activity) => {
    let share = 0;
    for (let index = usedFrom[activity] ?? 0; index < (usedFrom[activity + 1] ?? 0); index += 1) share += (units[index] ?? 0) / (capacities[used[index] ?? 0] ?? 1);
    return share;
  });
}

function compress(lists: ReadonlyArray<readonly number[]>): { from: Int32Array; flat: Int32Array } {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, index) => {
    from[index + 1] = (from[index] ?? 0) + list.length;
  });
  return { from, flat: Int32Array.from(lists.flat()) };
}

function tails(durations: readonly number[], next: ReadonlyArray<readonly number[]>, lastFirst: readonly number[]): Int32Array {
  const tail = new Int32Array(durations.length);
  for (const activity of lastFirst) {
    const behind = (next[activity] ?? []).reduce((longest, each) => Math.max(longest, tail[each] ?? 0), 0);
    tail[activity] = behind + (durations[activity] ?? 0);
  }
  return tail;
}
