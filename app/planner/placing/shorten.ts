import type { FlatProject } from "./direction.ts";
import { createWindowSearch, type WindowOutcome } from "./window-search.ts";

/** Starts in one direction, as a population holds them. */
export type Placement = { readonly starts: Int32Array; readonly isForwards: boolean; readonly makespan: number };

export type ShortenTerms = {
  /** What to begin with, the best first. */
  readonly placements: readonly Placement[];
  /** No schedule is shorter. */
  readonly bound: number;
  /** How many windows may be searched. */
  readonly attempts: number;
};

export type Shortened = {
  /** Null where nothing shorter was found. */
  readonly placement: Placement | null;
  /** The bound given, or the makespan itself where nothing shorter is possible. */
  readonly bound: number;
  readonly attempts: number;
};

/** So many placements are worked on, none longer than the best by more than this. */
const KEPT = 10;
const LONGER = 1;
/** A window is at least and at most this share of the makespan, and grows by the last on each side. */
const SHORTEST = 0.05;
const LONGEST = 0.2;
const GROWTH = 0.05;

/**
 * Window by window, a schedule one period shorter than the best: what runs in a window of time may go anywhere. A window that
 * is seen to be too short, before anything is placed, grows; where not even the whole project can end earlier, that is proven.
 * Each attempt counts as one schedule, whether it completes one or not; what it tries and takes back within does not count, as in
 * packing generation, and takes several times as long as a schedule does.
 */
export function shorten(flat: FlatProject, chance: () => number, { placements, bound, attempts }: ShortenTerms): Shortened {
  const { count, durations, forwards, backwards } = flat;
  const search = createWindowSearch(flat, chance);
  const isFree = new Uint8Array(count);
  const starts = new Int32Array(count);
  let kept = placements.slice(0, KEPT);
  let shortest = Math.min(...kept.map(({ makespan }) => makespan));
  let placement: Placement | null = null;

  function free({ starts: from }: Placement, middle: number, half: number): void {
    for (let activity = 0; activity < count; activity += 1) {
      const start = from[activity] ?? 0;
      isFree[activity] = start + (durations[activity] ?? 0) > middle - half && start < middle + half ? 1 : 0;
    }
  }

  function attempt(from: Placement): WindowOutcome {
    const { makespan } = from;
    const middle = chance() * makespan;
    let half = (makespan * (SHORTEST + chance() * (LONGEST - SHORTEST))) / 2;
    for (;;) {
      const isWhole = half > makespan;
      if (isWhole) isFree.fill(1);
      else free(from, middle, half);
      const outcome = search(from.isForwards ? forwards : backwards, from.starts, isFree, shortest - 1, starts);
      if (outcome !== "impossible" || isWhole) return outcome;
      half += GROWTH * makespan;
    }
  }

  let made = 0;
  while (made < attempts && shortest > bound) {
    const from = kept[Math.floor(chance() * kept.length)];
    if (from === undefined) break;
    made += 1;
    const outcome = attempt(from);
    if (outcome === "impossible") return { placement, bound: shortest, attempts: made };
    if (outcome === "none") continue;
    shortest = starts.reduce((latest, start, activity) => Math.max(latest, start + (durations[activity] ?? 0)), 0);
    placement = { starts: starts.slice(), isForwards: from.isForwards, makespan: shortest };
    kept = [...kept, placement].filter(({ makespan }) => makespan <= shortest + LONGER).slice(-KEPT);
  }
  return { placement, bound, attempts: made };
}
