import { createBestSet } from "./best-set.ts";
import type { Direction, FlatProject } from "./direction.ts";

/**
 * Makes schedules out of lists. Times run in the direction asked for: backwards, 0 is the end of the project. One generator
 * serves one search; it keeps what is in use per period between its schedules, and counts them.
 */
export type Generator = {
  /**
   * Serial generation (Kelley 1963): each activity of `list` at the earliest time its predecessors and the resources allow.
   * `list` holds every activity after its predecessors in that direction. Writes the starts, returns the makespan.
   */
  readonly serial: (direction: Direction, list: Int32Array, starts: Int32Array) => number;
  /**
   * Parametrised active generation (Gonçalves, Mendes & Resende 2005): as time goes on, each time the activity with the smallest
   * rank among those that can start at most `delay` periods later. Delay 0 is parallel generation (Brooks & White 1965).
   * Writes the starts, returns the makespan.
   */
  readonly parallel: (direction: Direction, ranks: Float64Array, starts: Int32Array, delay: number) => number;
  /**
   * Packing generation: as time goes on, each time those of the activities that can start now which together are worth most.
   * Parallel generation takes one after the other, and so leaves over what a better set would use, above all where resources
   * are scarce. The set is looked for to a limit (branch and bound), which counts no schedule: nothing is placed by trial.
   * Writes the starts, returns the makespan.
   */
  readonly packing: (direction: Direction, values: Float64Array, starts: Int32Array) => number;
  /** Schedules generated so far. */
  readonly generated: () => number;
};

export function createGenerator(flat: FlatProject): Generator {
  const { count, resources, durations, capacities, usedFrom, used, units } = flat;
  const inUse = new Int32Array((flat.horizon + 1) * resources);
  const missing = new Int32Array(count);
  const open = new Int32Array(count);
  const free = new Int32Array(resources);
  const bestSet = createBestSet(flat);
  let dirty = 0;
  let schedules = 0;

  function begin(): void {
    inUse.fill(0, 0, dirty * resources);
    schedules += 1;
  }

  function fits(activity: number, time: number): boolean {
    const last = usedFrom[activity + 1] ?? 0;
    for (let index = usedFrom[activity] ?? 0; index < last; index += 1) {
      const resource = used[index] ?? 0;
      if ((inUse[time * resources + resource] ?? 0) + (units[index] ?? 0) > (capacities[resource] ?? 0)) return false;
    }
    return true;
  }

  /** Earliest start from `time` on; the run is tried from its end, so that a full period is jumped over at once. */
  function earliest(activity: number, time: number): number {
    const duration = durations[activity] ?? 0;
    let start = time;
    let proven = time;
    for (let period = start + duration - 1; period >= proven; period -= 1) {
      if (fits(activity, period)) continue;
      // Everything behind this period, up to the end of the run, is known to be free.
      proven = start + duration;
      start = period + 1;
      period = start + duration;
    }
    return start;
  }

  function occupy(activity: number, start: number): number {
    const end = start + (durations[activity] ?? 0);
    const last = usedFrom[activity + 1] ?? 0;
    for (let index = usedFrom[activity] ?? 0; index < last; index += 1) {
      const amount = units[index] ?? 0;
      let cell = start * resources + (used[index] ?? 0);
      for (let period = start; period < end; period += 1, cell += resources) inUse[cell] = (inUse[cell] ?? 0) + amount;
    }
    return end;
  }

  function ready({ beforeFrom, before }: Direction, activity: number, starts: Int32Array): number {
    let time = 0;
    const last = beforeFrom[activity + 1] ?? 0;
    for (let index = beforeFrom[activity] ?? 0; index < last; index += 1) {
      const each = before[index] ?? 0;
      const end = (starts[each] ?? 0) + (durations[each] ?? 0);
      if (end > time) time = end;
    }
    return time;
  }

  function serial(direction: Direction, list: Int32Array, starts: Int32Array): number {
    begin();
    let makespan = 0;
    for (let index = 0; index < count; index += 1) {
      const activity = list[index] ?? 0;
      const start = earliest(activity, ready(direction, activity, starts));
      starts[activity] = start;
      const end = occupy(activity, start);
      if (end > makespan) makespan = end;
    }
    dirty = makespan;
    return makespan;
  }

  /** Opens the activities without a predecessor; how many there are. */
  function openFirst({ beforeFrom }: Direction): number {
    let waiting = 0;
    for (let activity = 0; activity < count; activity += 1) {
      missing[activity] = (beforeFrom[activity + 1] ?? 0) - (beforeFrom[activity] ?? 0);
      if (missing[activity] === 0) open[waiting++] = activity;
    }
    return waiting;
  }

  /** Takes an activity from the `waiting` open ones and opens its successors; how many are open then. */
  function close({ afterFrom, after }: Direction, place: number, waiting: number): number {
    const activity = open[place] ?? 0;
    let left = waiting - 1;
    open[place] = open[left] ?? 0;
    const last = afterFrom[activity + 1] ?? 0;
    for (let index = afterFrom[activity] ?? 0; index < last; index += 1) {
      const each = after[index] ?? 0;
      missing[each] = (missing[each] ?? 0) - 1;
      if (missing[each] === 0) open[left++] = each;
    }
    return left;
  }

  function parallel(direction: Direction, ranks: Float64Array, starts: Int32Array, delay: number): number {
    begin();
    let waiting = openFirst(direction);
    let makespan = 0;
    let time = 0;
    for (let placed = 0; placed < count; ) {
      let best = -1;
      let bestStart = 0;
      for (let index = 0; index < waiting; index += 1) {
        const activity = open[index] ?? 0;
        const first = best === -1 || (ranks[activity] ?? 0) < (ranks[open[best] ?? 0] ?? 0);
        if (!first) continue;
        const from = ready(direction, activity, starts);
        if (from > time + delay) continue;
        const start = earliest(activity, from);
        if (start > time + delay) continue;
        best = index;
        bestStart = start;
      }
      if (best === -1) {
        time += 1;
        continue;
      }
      const activity = open[best] ?? 0;
      starts[activity] = bestStart;
      makespan = Math.max(makespan, occupy(activity, bestStart));
      waiting = close(direction, best, waiting);
      placed += 1;
    }
    dirty = makespan;
    return makespan;
  }

  function packing(direction: Direction, values: Float64Array, starts: Int32Array): number {
    begin();
    let waiting = openFirst(direction);
    let makespan = 0;
    let time = 0;
    for (let placed = 0; placed < count; ) {
      const candidates: number[] = [];
      for (let index = 0; index < waiting; index += 1) {
        const activity = open[index] ?? 0;
        if (ready(direction, activity, starts) <= time && ((durations[activity] ?? 0) === 0 || fits(activity, time))) candidates.push(activity);
      }
      if (candidates.length === 0) {
        time += 1;
        continue;
      }
      for (let resource = 0; resource < resources; resource += 1) free[resource] = (capacities[resource] ?? 0) - (inUse[time * resources + resource] ?? 0);
      for (const activity of bestSet(candidates, values, free)) {
        starts[activity] = time;
        makespan = Math.max(makespan, occupy(activity, time));
        waiting = close(direction, open.indexOf(activity), waiting);
        placed += 1;
      }
    }
    dirty = makespan;
    return makespan;
  }

  return { serial, parallel, packing, generated: () => schedules };
}
