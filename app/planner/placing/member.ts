import type { FlatProject } from "./direction.ts";

/** The weight of use falls to 1/e within so many periods from the end; further off than this many times as many it counts nothing. */
const FADING = 4;
const SEEN = 6;
/** Periods that use of everything to the very end is worse than none, where schedules are ranked. */
const FULL_END = 2;

/** A schedule of the population, seen from its end: what was last comes first, so that it is a list for the other direction. */
export type Member = {
  readonly makespan: number;
  /**
   * What members are ranked by, the less the better: the makespan, and among almost equal ones how much of the resources is in
   * use close to the end. Where little is, little must be moved to make the schedule shorter. Periods.
   */
  readonly length: number;
  /** Periods from an activity's end to the end of the schedule. */
  readonly keys: Int32Array;
  /** Activities by rising key. */
  readonly list: Int32Array;
  /** Equal for equal schedules. */
  readonly mark: number;
};

/**
 * Makes members of schedules. `use`: what an activity takes in a period, the shares of all resources in sum, by activity.
 * `list`: the order the schedule was made in, or any other that holds each activity after its predecessors.
 */
export function createMembers({ count, durations, resources }: FlatProject, use: Float64Array): (list: Int32Array, starts: Int32Array, makespan: number) => Member {
  const weight = Float64Array.from({ length: SEEN * FADING }, (_, period) => Math.exp(-period / FADING));
  const full = Math.max(1, resources) * weight.reduce((sum, each) => sum + each, 0);

  function useAtEnd(keys: Int32Array): number {
    let sum = 0;
    for (let activity = 0; activity < count; activity += 1) {
      const share = use[activity] ?? 0;
      if (share === 0) continue;
      const key = keys[activity] ?? 0;
      const last = Math.min(weight.length, key + (durations[activity] ?? 0));
      for (let period = key; period < last; period += 1) sum += share * (weight[period] ?? 0);
    }
    return sum / full;
  }

  return (list, starts, makespan) => {
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
    return { makespan, length: makespan + FULL_END * useAtEnd(keys), keys, list: turned, mark };
  };
}

/** The best ones, each schedule once. */
export function fittest(members: readonly Member[], size: number): readonly Member[] {
  const different = [...new Map(members.map((member) => [member.mark, member])).values()];
  return different.sort((a, b) => a.length - b.length).slice(0, size);
}
