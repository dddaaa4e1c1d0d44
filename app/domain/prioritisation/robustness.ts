import { selectRows, type LevelTable } from "./level-table.ts";
import { weightSampler } from "./weight-sampling.ts";
import { NO_SCORE, TOP_SCORE, placeRows, weightedScorer } from "./weighted-scorer.ts";

/**
 * Stochastic multicriteria acceptability analysis (Lahdelma & Salminen 2001, "SMAA-2"): how often a measure takes which place
 * when the weights vary around the chosen ones (weight-sampling.ts says how). Ratings stay as they are.
 * Every weighting is ranked like rank-measures.ts does it: unknown levels leave both sums, scores in tenths of a point,
 * ties by deadline, then id; places given by hand play no part. The chosen weighting is itself the first sample, so that every interval contains the present place.
 */
export type Robustness = {
  readonly sampleCount: number;
  /** By the present position, best first. */
  readonly entries: readonly RobustnessEntry[];
  /** How often: entry e at place r (both from 0) at e · entries.length + r. Every row and every column sums to `sampleCount`. */
  readonly rankCounts: Uint32Array;
  /** Measures nobody could judge on any weighted criterion. */
  readonly unratedIds: readonly number[];
};

export type RobustnessEntry = {
  readonly measureId: number;
  readonly position: number;
  readonly bestPosition: number;
  readonly worstPosition: number;
  readonly meanPosition: number;
};

export type RobustnessInput = {
  readonly table: LevelTable;
  /** The chosen weights, one whole number per column, not negative. */
  readonly weights: readonly number[];
  /** Whole, 0 ("exactly these weights") to 100 ("any weights"). */
  readonly spread: number;
  /** How many weightings, the chosen one included; at least 1. */
  readonly sampleCount: number;
  readonly seed: number;
};

/** A run in steps, for a worker that wants to hear a cancellation between them. */
export type RobustnessRun = {
  /** Ranks up to `count` more weightings. @returns how many are done in all */
  readonly advance: (count: number) => number;
  /** The shares so far; `sampleCount` says of how many weightings. */
  readonly result: () => Robustness;
};

/** @throws RangeError when weights, spread or sample count are not as described */
export function startRobustness({ table, weights, spread, sampleCount, seed }: RobustnessInput): RobustnessRun {
  if (!Number.isSafeInteger(sampleCount) || sampleCount < 1) throw new RangeError(`not a number of samples: ${sampleCount}`);
  const all = weightedScorer(table);
  all.score(weights);
  const rated = selectRows(table, (row) => all.scores[row] !== NO_SCORE);
  const count = rated.measures.length;
  const scorer = weightedScorer(rated);
  const nextWeights = weightSampler({ weights, spread, seed });
  const places = new Uint32Array(count);
  const starts = new Uint32Array(TOP_SCORE + 2);
  const counts = new Uint32Array(count * count);
  const sample = Float64Array.from(weights);

  const rank = (given: ArrayLike<number>): void => {
    scorer.score(given);
    placeRows(scorer.scores, places, starts);
    for (let row = 0; row < count; row += 1) {
      const at = row * count + (places[row] as number);
      counts[at] = (counts[at] as number) + 1;
    }
  };

  rank(weights);
  const present = places.slice();
  let done = 1;
  return {
    advance: (more) => {
      const end = Math.min(sampleCount, done + more);
      for (; done < end; done += 1) {
        nextWeights(sample);
        rank(sample);
      }
      return done;
    },
    result: () => ({
      sampleCount: done,
      ...summarise(rated, present, counts, done),
      unratedIds: table.measures.filter((_, row) => all.scores[row] === NO_SCORE).map((measure) => measure.id),
    }),
  };
}

/** Told how many weightings of how many are ranked; returns false to stop. */
export type OnProgress = (done: number, total: number) => boolean;

const STEPS = 50;

/** The whole analysis at once. @returns null when `onProgress` stopped it */
export function analyseRobustness(input: RobustnessInput, onProgress: OnProgress = () => true): Robustness | null {
  const run = startRobustness(input);
  const step = Math.max(1, Math.ceil(input.sampleCount / STEPS));
  for (let done = 0; done < input.sampleCount; ) {
    done = run.advance(step);
    if (onProgress(done, input.sampleCount) === false) return null;
  }
  return run.result();
}

/** The share of weightings, 0 to 1, in which entry `entry` (from 0) is among the first `top`: rank acceptability summed up to `top`. */
export function shareInTop(robustness: Robustness, entry: number, top: number): number {
  const size = robustness.entries.length;
  let count = 0;
  for (let place = 0; place < Math.min(top, size); place += 1) count += robustness.rankCounts[entry * size + place] ?? 0;
  return count / robustness.sampleCount;
}

/** The share of weightings, 0 to 1, in which entry `entry` takes place `place` (both from 0). */
export const rankAcceptability = (robustness: Robustness, entry: number, place: number): number =>
  (robustness.rankCounts[entry * robustness.entries.length + place] ?? 0) / robustness.sampleCount;

function summarise(table: LevelTable, present: Uint32Array, counts: Uint32Array, done: number): Pick<Robustness, "entries" | "rankCounts"> {
  const size = table.measures.length;
  const rowOfPlace = new Uint32Array(size);
  present.forEach((place, row) => (rowOfPlace[place] = row));
  const rankCounts = new Uint32Array(size * size);
  const entries = Array.from(rowOfPlace, (row, entry): RobustnessEntry => {
    const ofRow = counts.subarray(row * size, (row + 1) * size);
    rankCounts.set(ofRow, entry * size);
    const weighted = ofRow.reduce((sum, times, place) => sum + times * (place + 1), 0);
    return {
      measureId: table.measures[row]?.id ?? 0,
      position: entry + 1,
      bestPosition: ofRow.findIndex((times) => times > 0) + 1,
      worstPosition: ofRow.findLastIndex((times) => times > 0) + 1,
      meanPosition: weighted / done,
    };
  });
  return { entries, rankCounts };
}
