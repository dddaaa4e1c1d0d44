import type { Direction, FlatProject } from "./direction.ts";
import { keepOrder } from "./kept-order.ts";
import { createPropagation } from "./propagation.ts";

/** Wrong turns after which a search is given up. */
const WRONG_TURNS = 25;
/** Of activities that can start equally early, the most urgent goes first; urgency is blurred by up to so many periods. */
const BLUR = 2;

/** "impossible" is known before anything is tried; "none" may only mean too hard. */
export type WindowOutcome = "found" | "none" | "impossible";

/**
 * Looks for a schedule that ends by `deadline`: the activities in `isFree` anywhere, the others in the order in which `from`
 * uses the resources (large neighbourhood search, Godard, Laborie & Nuijten 2005). Branches on whether what can start first does
 * so or starts later (set times, Le Pape et al. 1994). `deadline` is at most the makespan of `from`. Writes `starts` only where a
 * schedule is found.
 */
export type WindowSearch = (direction: Direction, from: Int32Array, isFree: Uint8Array, deadline: number, starts: Int32Array) => WindowOutcome;

export function createWindowSearch(flat: FlatProject, chance: () => number): WindowSearch {
  const { count, durations } = flat;
  const { first, last, begin, open, narrow } = createPropagation(flat);
  /** The start an activity is not to take until it can only start later; -1 where it is not put off. */
  const putOff = new Int32Array(count);
  let wrongTurns = 0;

  /** What to place next; -1 where all is placed; null where something was put off for nothing: it would end before all that can follow. */
  function next(): number | null {
    let best = -1;
    let earliest = Infinity;
    let mostUrgent = Infinity;
    let endOfPutOff = Infinity;
    for (const activity of open()) {
      const start = first[activity] ?? 0;
      if (start === last[activity]) continue;
      if (putOff[activity] === start) {
        endOfPutOff = Math.min(endOfPutOff, start + (durations[activity] ?? 0));
        continue;
      }
      const urgency = (last[activity] ?? 0) + BLUR * chance();
      if (start > earliest || (start === earliest && urgency >= mostUrgent)) continue;
      [best, earliest, mostUrgent] = [activity, start, urgency];
    }
    return endOfPutOff < Infinity && endOfPutOff <= earliest ? null : best;
  }

  function place(): boolean {
    for (;;) {
      const activity = next();
      if (activity === -1) return true;
      if (activity === null) {
        wrongTurns += 1;
        return false;
      }
      const [firstBefore, lastBefore, putOffBefore] = [first.slice(), last.slice(), putOff.slice()];
      const start = first[activity] ?? 0;
      last[activity] = start;
      if (!narrow()) wrongTurns += 1;
      else if (place()) return true;
      if (wrongTurns >= WRONG_TURNS) return false;
      first.set(firstBefore);
      last.set(lastBefore);
      putOff.set(putOffBefore);
      putOff[activity] = start;
    }
  }

  return (direction, from, isFree, deadline, starts) => {
    if (!begin(keepOrder(flat, direction, from, isFree), deadline)) return "impossible";
    putOff.fill(-1);
    wrongTurns = 0;
    if (!place()) return "none";
    starts.set(first);
    return "found";
  };
}
