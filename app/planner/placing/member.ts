import type { FlatProject } from "./direction.ts";

/** A schedule of the population, seen from its end: what was last comes first, so that it is a list for the other direction. */
export type Member = {
  readonly makespan: number;
  /** Periods from an activity's end to the end of the schedule. */
  readonly keys: Int32Array;
  /** Activities by rising key. */
  readonly list: Int32Array;
  /** Equal for equal schedules. */
  readonly mark: number;
};

/** `list`: the order the schedule was made in, or any other that holds each activity after its predecessors. */
export function memberOf({ count, durations }: FlatProject, list: Int32Array, starts: Int32Array, makespan: number): Member {
  const keys = new Int32Array(count);
  const from = new Int32Array(makespan + 2);
  let mark = makespan;
  for (let activity = 0; activity < count; activity += 1) {
    const key = makespan - (starts[activity] ?? 0) - (durations[activity] ?? 0);
    keys[activity] = key;
    mark = (Math.imul(mark, 31) + key) | 0;
    from[key + 1] = (from[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key <= makespan; key += 1) from[key + 1] = (from[key + 1] ?? 0) + (from[key] ?? 0);
  // Milestones end where their predecessors do: equal keys keep the order of the list turned round.
  const turned = new Int32Array(count);
  for (let index = count - 1; index >= 0; index -= 1) {
    const activity = list[index] ?? 0;
    const key = keys[activity] ?? 0;
    turned[from[key] ?? 0] = activity;
    from[key] = (from[key] ?? 0) + 1;
  }
  return { makespan, keys, list: turned, mark };
}
