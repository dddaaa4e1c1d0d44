import { useOf, type Direction, type FlatProject } from "./direction.ts";
import type { Member } from "./member.ts";

/** A stretch of the father's schedule: at least and at most this share of it. */
const SHORTEST = 0.2;
const LONGEST = 0.65;
const STRETCHES_TRIED = 3;

/** How new lists come from old ones. One serves one search. */
export type Crossing = {
  /** The father's order in the stretch where he uses the resources most, the mother's before and behind. */
  readonly cross: (mother: Member, father: Member) => Int32Array;
  /** Moves about `times` activities to another place their predecessors and successors leave open; changes the list. */
  readonly shift: (direction: Direction, list: Int32Array, times: number) => void;
};

/** Peak crossover (Valls, Ballestín & Quintanilla 2008), its stretch drawn as in Debels & Vanhoucke (2007). */
export function createCrossing(flat: FlatProject, chance: () => number): Crossing {
  const { count, durations, horizon } = flat;
  const below = (limit: number): number => Math.floor(chance() * limit);
  const loadUpTo = new Float64Array(horizon + 2);
  const place = new Int32Array(count);
  const load = useOf(flat);

  function sumLoad({ keys, makespan }: Member): void {
    loadUpTo.fill(0, 0, makespan + 2);
    for (let activity = 0; activity < count; activity += 1) {
      const start = keys[activity] ?? 0;
      const end = start + (durations[activity] ?? 0);
      for (let period = start; period < end; period += 1) loadUpTo[period + 1] = (loadUpTo[period + 1] ?? 0) + (load[activity] ?? 0);
    }
    for (let period = 0; period <= makespan; period += 1) loadUpTo[period + 1] = (loadUpTo[period + 1] ?? 0) + (loadUpTo[period] ?? 0);
  }

  function busiestStretch(member: Member): [number, number] {
    sumLoad(member);
    const { makespan } = member;
    let best: [number, number] = [0, 0];
    let most = -1;
    for (let attempt = 0; attempt < STRETCHES_TRIED; attempt += 1) {
      const length = Math.max(1, Math.floor(makespan * (SHORTEST + chance() * (LONGEST - SHORTEST))));
      const begin = below(makespan + 1) - Math.floor(length / 2);
      const [from, to] = [Math.max(0, begin), Math.min(makespan, begin + length)];
      const mean = ((loadUpTo[to] ?? 0) - (loadUpTo[from] ?? 0)) / Math.max(1, to - from);
      if (mean > most) [most, best] = [mean, [from, to]];
    }
    return best;
  }

  function cross(mother: Member, father: Member): Int32Array {
    const [from, to] = busiestStretch(father);
    const child = new Int32Array(count);
    let filled = 0;
    const take = (list: Int32Array, least: number, most: number) => {
      for (const activity of list) {
        const key = father.keys[activity] ?? 0;
        if (key >= least && key <= most) child[filled++] = activity;
      }
    };
    take(mother.list, -Infinity, from - 1);
    take(father.list, from, to);
    take(mother.list, to + 1, Infinity);
    return child;
  }

  function shift({ beforeFrom, before, afterFrom, after }: Direction, list: Int32Array, times: number): void {
    list.forEach((activity, index) => {
      place[activity] = index;
    });
    for (let draw = 0; draw < count; draw += 1) {
      if (chance() * count >= times) continue;
      const index = below(count);
      const activity = list[index] ?? 0;
      let first = 0;
      let last = count - 1;
      for (let at = beforeFrom[activity] ?? 0; at < (beforeFrom[activity + 1] ?? 0); at += 1) first = Math.max(first, (place[before[at] ?? 0] ?? 0) + 1);
      for (let at = afterFrom[activity] ?? 0; at < (afterFrom[activity + 1] ?? 0); at += 1) last = Math.min(last, (place[after[at] ?? 0] ?? 0) - 1);
      const target = first + below(last - first + 1);
      if (target < index) list.copyWithin(target + 1, target, index);
      else list.copyWithin(index, index + 1, target + 1);
      list[target] = activity;
      for (let at = Math.min(index, target); at <= Math.max(index, target); at += 1) place[list[at] ?? 0] = at;
    }
  }

  return { cross, shift };
}
