import type { FlatProject } from "./direction.ts";
import type { KeptOrder } from "./kept-order.ts";

/** Earliest and latest starts of all activities, narrowed by what must hold. */
export type Propagation = {
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Begins anew: all that is known before anything is decided. False: nothing ends by the deadline. */
  readonly begin: (kept: KeptOrder, deadline: number) => boolean;
  /** Activities that were not settled by `begin`. */
  readonly open: () => readonly number[];
  /** Narrows until nothing changes. False: no schedule is left. */
  readonly narrow: () => boolean;
};

type Outcome = "impossible" | "same" | "narrowed";

/**
 * By precedence; by pairs that cannot run at the same time; and by what every activity surely has in use (timetable, Le Pape 1994).
 * Takes nothing from a schedule.
 */
export function createPropagation(flat: FlatProject): Propagation {
  const { count, resources, durations, capacities, usedFrom, used, units } = flat;
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  const all = Array.from(durations.keys());
  const allPairs = pairsApart(flat);
  const inUse = new Int32Array((flat.horizon + 1) * resources);
  const settledUse = new Int32Array((flat.horizon + 1) * resources);
  let kept: KeptOrder = { before: [], order: new Int32Array(0) };
  let cells = 0;
  let open: readonly number[] = all;
  let pairs = allPairs;

  function byPrecedence(): boolean {
    const { before, order } = kept;
    for (let place = 0; place < count; place += 1) {
      const activity = order[place] ?? 0;
      let earliest = first[activity] ?? 0;
      for (const each of before[activity] ?? []) earliest = Math.max(earliest, (first[each] ?? 0) + (durations[each] ?? 0));
      first[activity] = earliest;
      if (earliest > (last[activity] ?? 0)) return false;
    }
    for (let place = count - 1; place >= 0; place -= 1) {
      const activity = order[place] ?? 0;
      const latest = last[activity] ?? 0;
      if (latest < (first[activity] ?? 0)) return false;
      for (const each of before[activity] ?? []) last[each] = Math.min(last[each] ?? 0, latest - (durations[each] ?? 0));
    }
    return true;
  }

  function byPairs(): Outcome {
    let outcome: Outcome = "same";
    for (let index = 0; index < pairs.length; index += 2) {
      const one = pairs[index] ?? 0;
      const other = pairs[index + 1] ?? 0;
      const oneFirst = (first[one] ?? 0) + (durations[one] ?? 0) <= (last[other] ?? 0);
      const otherFirst = (first[other] ?? 0) + (durations[other] ?? 0) <= (last[one] ?? 0);
      if (oneFirst && otherFirst) continue;
      if (!oneFirst && !otherFirst) return "impossible";
      const before = oneFirst ? one : other;
      const after = oneFirst ? other : one;
      const earliest = (first[before] ?? 0) + (durations[before] ?? 0);
      const latest = (last[after] ?? 0) - (durations[before] ?? 0);
      if (earliest <= (first[after] ?? 0) && latest >= (last[before] ?? 0)) continue;
      first[after] = Math.max(first[after] ?? 0, earliest);
      last[before] = Math.min(last[before] ?? 0, latest);
      outcome = "narrowed";
    }
    return outcome;
  }

  /** Adds what an activity surely has in use; false where that is too much. */
  function addSure(activity: number, use: Int32Array): boolean {
    const end = (first[activity] ?? 0) + (durations[activity] ?? 0);
    for (let period = last[activity] ?? 0; period < end; period += 1) {
      for (let index = usedFrom[activity] ?? 0; index < (usedFrom[activity + 1] ?? 0); index += 1) {
        const resource = used[index] ?? 0;
        const cell = period * resources + resource;
        use[cell] = (use[cell] ?? 0) + (units[index] ?? 0);
        if ((use[cell] ?? 0) > (capacities[resource] ?? 0)) return false;
      }
    }
    return true;
  }

  function fits(activity: number, period: number): boolean {
    for (let index = usedFrom[activity] ?? 0; index < (usedFrom[activity + 1] ?? 0); index += 1) {
      const resource = used[index] ?? 0;
      if ((inUse[period * resources + resource] ?? 0) + (units[index] ?? 0) > (capacities[resource] ?? 0)) return false;
    }
    return true;
  }

  function byTimetable(): Outcome {
    for (let cell = 0; cell < cells; cell += 1) inUse[cell] = settledUse[cell] ?? 0;
    for (const activity of open) if (!addSure(activity, inUse)) return "impossible";
    let outcome: Outcome = "same";
    for (const activity of open) {
      const duration = durations[activity] ?? 0;
      let earliest = first[activity] ?? 0;
      let latest = last[activity] ?? 0;
      if (earliest === latest || usedFrom[activity] === usedFrom[activity + 1]) continue;
      const [sureFrom, sureTo] = [latest, earliest + duration];
      const isFull = (period: number): boolean => (period < sureFrom || period >= sureTo) && !fits(activity, period);
      for (let period = earliest + duration - 1, proven = earliest; period >= proven; period -= 1) {
        if (!isFull(period)) continue;
        proven = earliest + duration;
        earliest = period + 1;
        period = earliest + duration;
        if (earliest > latest) return "impossible";
      }
      for (let period = latest, proven = latest + duration - 1; period <= proven; period += 1) {
        if (!isFull(period)) continue;
        proven = latest - 1;
        latest = period - duration;
        period = latest - 1;
        if (latest < earliest) return "impossible";
      }
      if (earliest === first[activity] && latest === last[activity]) continue;
      first[activity] = earliest;
      last[activity] = latest;
      outcome = "narrowed";
    }
    return outcome;
  }

  function narrow(): boolean {
    for (;;) {
      if (!byPrecedence()) return false;
      const pairwise = byPairs();
      if (pairwise === "impossible") return false;
      if (pairwise === "narrowed") continue;
      const inTime = byTimetable();
      if (inTime !== "narrowed") return inTime === "same";
    }
  }

  function begin(order: KeptOrder, deadline: number): boolean {
    kept = order;
    cells = deadline * resources;
    first.fill(0);
    durations.forEach((duration, activity) => {
      last[activity] = deadline - duration;
    });
    settledUse.fill(0, 0, cells);
    [open, pairs] = [all, allPairs];
    if (!narrow()) return false;
    open = all.filter((activity) => first[activity] !== last[activity]);
    for (const activity of all) if (first[activity] === last[activity]) addSure(activity, settledUse);
    const isApart = (one: number, other: number): boolean => (last[one] ?? 0) + (durations[one] ?? 0) <= (first[other] ?? 0);
    const left: number[] = [];
    for (let index = 0; index < allPairs.length; index += 2) {
      const [one, other] = [allPairs[index] ?? 0, allPairs[index + 1] ?? 0];
      if (!isApart(one, other) && !isApart(other, one)) left.push(one, other);
    }
    pairs = Int32Array.from(left);
    return true;
  }

  return { first, last, begin, open: () => open, narrow };
}

/** Two by two, the activities that take more of a resource together than there is. */
function pairsApart({ count, resources, capacities, usedFrom, used, units }: FlatProject): Int32Array {
  const demand = new Int32Array(count * resources);
  for (let activity = 0; activity < count; activity += 1) {
    for (let index = usedFrom[activity] ?? 0; index < (usedFrom[activity + 1] ?? 0); index += 1) demand[activity * resources + (used[index] ?? 0)] = units[index] ?? 0;
  }
  const pairs: number[] = [];
  for (let one = 0; one < count; one += 1) {
    for (let other = one + 1; other < count; other += 1) {
      if (capacities.some((capacity, resource) => (demand[one * resources + resource] ?? 0) + (demand[other * resources + resource] ?? 0) > capacity)) pairs.push(one, other);
    }
  }
  return Int32Array.from(pairs);
}
