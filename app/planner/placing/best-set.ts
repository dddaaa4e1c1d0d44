import type { FlatProject } from "./direction.ts";

/** After so many sets the best one so far is taken. */
const SETS_TRIED = 400;

/**
 * Of `candidates`, those that fit together into the `free` units of each resource and are worth most in sum: a knapsack with
 * one limit per resource, by branch and bound, the most valuable first. Sorts `candidates`; leaves `free` as it was.
 */
export function createBestSet({ usedFrom, used, units }: FlatProject): (candidates: number[], values: Float64Array, free: Int32Array) => readonly number[] {
  return (candidates, values, free) => {
    const value = (activity: number | undefined): number => values[activity ?? 0] ?? 0;
    candidates.sort((a, b) => value(b) - value(a));
    // What all from this place on would add at most.
    const rest = new Float64Array(candidates.length + 1);
    for (let index = candidates.length - 1; index >= 0; index -= 1) rest[index] = (rest[index + 1] ?? 0) + value(candidates[index]);
    const set: number[] = [];
    let best: readonly number[] = [];
    let most = -1;
    let tried = 0;

    function fits(activity: number): boolean {
      for (let index = usedFrom[activity] ?? 0; index < (usedFrom[activity + 1] ?? 0); index += 1) if ((units[index] ?? 0) > (free[used[index] ?? 0] ?? 0)) return false;
      return true;
    }

    function take(activity: number, times: 1 | -1): void {
      for (let index = usedFrom[activity] ?? 0; index < (usedFrom[activity + 1] ?? 0); index += 1) {
        const resource = used[index] ?? 0;
        free[resource] = (free[resource] ?? 0) - times * (units[index] ?? 0);
      }
    }

    function extend(from: number, worth: number): void {
      if (worth > most) [most, best] = [worth, set.slice()];
      for (let index = from; index < candidates.length; index += 1) {
        if (worth + (rest[index] ?? 0) <= most || tried >= SETS_TRIED) return;
        const activity = candidates[index] ?? 0;
        if (!fits(activity)) continue;
        tried += 1;
        take(activity, 1);
        set.push(activity);
        extend(index + 1, worth + value(activity));
        set.pop();
        take(activity, -1);
      }
    }

    extend(0, 0);
    return best;
  };
}
