import { LEVEL_UNITS, TOP_LEVEL } from "./level-units.ts";
import type { LevelTable } from "./level-table.ts";

/** The highest score in tenths of a point. */
export const TOP_SCORE = 1000;
/** Stands for "nobody could judge it on any weighted criterion". */
export const NO_SCORE = -1;

/**
 * The weighted sum of rank-measures.ts for a whole table at once, made to be called thousands of times: unknown levels leave both sums,
 * scores are rounded half up to tenths of a point. Exact, and so the very score of the ranking, for whole weights up to a sum of 100 million.
 */
export type WeightedScorer = {
  /** By row, in tenths of a point or {@link NO_SCORE}; written anew by every call of `score`. */
  readonly scores: Int32Array;
  /** @param weights one whole number per column, not negative. @throws RangeError when there are more or fewer */
  readonly score: (weights: ArrayLike<number>) => void;
};

export function weightedScorer({ measures, columnCount, levels, patternOfRow, patternCount, known }: LevelTable): WeightedScorer {
  const rowCount = measures.length;
  const scores = new Int32Array(rowCount);
  const sums = new Float64Array(rowCount);
  const covered = new Float64Array(patternCount);

  const score = (weights: ArrayLike<number>): void => {
    if (weights.length !== columnCount) throw new RangeError(`${weights.length} weights for ${columnCount} columns`);
    sums.fill(0);
    covered.fill(0);
    for (let j = 0; j < columnCount; j += 1) {
      const weight = weights[j] as number;
      if (weight === 0) continue;
      const rowStart = j * rowCount;
      for (let i = 0; i < rowCount; i += 1) sums[i] = (sums[i] as number) + weight * (levels[rowStart + i] as number);
      const patternStart = j * patternCount;
      for (let p = 0; p < patternCount; p += 1) covered[p] = (covered[p] as number) + weight * (known[patternStart + p] as number);
    }
    for (let i = 0; i < rowCount; i += 1) {
      const denominator = (covered[patternOfRow[i] as number] as number) * TOP_LEVEL * LEVEL_UNITS;
      scores[i] = denominator === 0 ? NO_SCORE : Math.floor((2 * TOP_SCORE * (sums[i] as number) + denominator) / (2 * denominator));
    }
  };
  return { scores, score };
}

/**
 * The places of scored rows, best first; rows are expected in the order of ties and stay so within one score (counting sort).
 * @param places written by row: 0 for the best; rows without a score are left alone
 * @returns how many rows have a place
 */
export function placeRows(scores: Int32Array, places: Uint32Array, starts: Uint32Array = new Uint32Array(TOP_SCORE + 2)): number {
  starts.fill(0);
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] as number;
    if (score !== NO_SCORE) starts[TOP_SCORE - score + 1] = (starts[TOP_SCORE - score + 1] as number) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] as number;
    if (score === NO_SCORE) continue;
    const place = starts[TOP_SCORE - score] as number;
    places[i] = place;
    starts[TOP_SCORE - score] = place + 1;
  }
  return starts[TOP_SCORE + 1] ?? 0;
}
