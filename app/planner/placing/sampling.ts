import type { Direction, FlatProject } from "./direction.ts";

/** How much chance weighs against urgency in the ranks, and how strongly urgency counts where activities are drawn. */
const NOISE = 0.4;
const URGENCY = 2;

/**
 * A list drawn activity by activity among those whose predecessors are in it, the later finish of which would hold up the end
 * more often first (regret-based biased random sampling by latest finish, Drexl 1991).
 */
export function drawList({ count, durations }: FlatProject, { beforeFrom, afterFrom, after, tail }: Direction, chance: () => number): Int32Array {
  const missing = Int32Array.from(durations, (_, activity) => (beforeFrom[activity + 1] ?? 0) - (beforeFrom[activity] ?? 0));
  const open = Array.from(missing.keys()).filter((activity) => missing[activity] === 0);
  const behind = (activity: number): number => (tail[activity] ?? 0) - (durations[activity] ?? 0);
  return new Int32Array(count).map(() => {
    const least = open.reduce((shortest, activity) => Math.min(shortest, behind(activity)), Infinity);
    const weights = open.map((activity) => (behind(activity) - least + 1) ** URGENCY);
    let rest = chance() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => (rest -= weight) <= 0);
    const drawn = found === -1 ? open.length - 1 : found;
    const activity = open[drawn] ?? 0;
    open[drawn] = open[open.length - 1] ?? 0;
    open.pop();
    for (let at = afterFrom[activity] ?? 0; at < (afterFrom[activity + 1] ?? 0); at += 1) {
      const next = after[at] ?? 0;
      missing[next] = (missing[next] ?? 0) - 1;
      if (missing[next] === 0) open.push(next);
    }
    return activity;
  });
}

/** Ranks for parallel generation: by latest finish, blurred. */
export function drawRanks({ durations }: FlatProject, { tail }: Direction, chance: () => number): Float64Array {
  const longest = Math.max(1, ...tail);
  return Float64Array.from(durations, (duration, activity) => (duration - (tail[activity] ?? 0)) / longest + NOISE * chance());
}
