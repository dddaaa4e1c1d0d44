import type { Direction, FlatProject } from "./direction.ts";

/** What must come before what: by activity those directly before it, and all activities in an order that agrees. */
export type KeptOrder = { readonly before: ReadonlyArray<readonly number[]>; readonly order: Int32Array };

/**
 * The order of a schedule that stays when the activities in `isFree` are taken out of it: each unit of a resource goes on from
 * one activity to the next that takes it, as in the schedule `starts` (a partial order schedule, Policella et al. 2004). What
 * keeps this order can be moved in time without exceeding a resource among themselves.
 */
export function keepOrder({ count, resources, durations, capacities, usedFrom, used, units }: FlatProject, direction: Direction, starts: Int32Array, isFree: Uint8Array): KeptOrder {
  const start = (activity: number): number => starts[activity] ?? 0;
  const end = (activity: number): number => start(activity) + (durations[activity] ?? 0);
  const before = Array.from(durations, (_, activity) => Array.from(direction.before.subarray(direction.beforeFrom[activity], direction.beforeFrom[activity + 1])));
  const byStart = Array.from(durations.keys()).sort((a, b) => start(a) - start(b));
  const holders = Array.from({ length: resources }, (_, resource) => new Int32Array(capacities[resource] ?? 0).fill(-1));
  for (const activity of byStart) {
    if (isFree[activity] === 1) continue;
    const known = before[activity] ?? [];
    for (let index = usedFrom[activity] ?? 0; index < (usedFrom[activity + 1] ?? 0); index += 1) {
      const holder = holders[used[index] ?? 0] ?? new Int32Array(0);
      let need = units[index] ?? 0;
      const takeFrom = (last: number) => {
        for (let unit = 0; unit < holder.length && need > 0; unit += 1) {
          if (holder[unit] !== last) continue;
          holder[unit] = activity;
          need -= 1;
        }
      };
      known.forEach(takeFrom);
      while (need > 0) {
        let latest = -1;
        for (const last of holder) if (last !== -1 && last !== activity && end(last) <= start(activity) && (latest === -1 || end(last) > end(latest))) latest = last;
        if (latest !== -1) known.push(latest);
        takeFrom(latest);
      }
    }
  }
  return { before, order: inOrder(count, before) };
}

function inOrder(count: number, before: ReadonlyArray<readonly number[]>): Int32Array {
  const after = before.map((): number[] => []);
  before.forEach((list, activity) => list.forEach((each) => after[each]?.push(activity)));
  const missing = before.map((list) => list.length);
  const order = new Int32Array(count);
  let filled = 0;
  missing.forEach((open, activity) => {
    if (open === 0) order[filled++] = activity;
  });
  for (let index = 0; index < filled; index += 1) {
    for (const next of after[order[index] ?? 0] ?? []) {
      missing[next] = (missing[next] ?? 0) - 1;
      if (missing[next] === 0) order[filled++] = next;
    }
  }
  return order;
}
