import { LEVEL_UNITS, TOP_LEVEL } from "./level-units.ts";
import type { LevelSection, LevelTable } from "./level-table.ts";

/** The highest score in tenths of a point. */
export const TOP_SCORE = 1000;
/** Stands for "nobody could judge it on any weighted criterion". */
export const NO_SCORE = -1;

/**
 * The weighted sum of rank-measures.ts for a whole table at once, made to be called thousands of times.
 * Exact while the numbers stay whole: weights up to a sum of 100 million give the very score of the ranking, rounded half up
 * to tenths of a point. Where groups have their own weights, every group's mean is rounded to ten-thousandths of a level
 * first, and the groups' means are then averaged with the groups' weights over those that judged.
 */
export type WeightedScorer = {
  /** By row, in tenths of a point or {@link NO_SCORE}; written anew by every call of `score`. */
  readonly scores: Int32Array;
  /** @param weights one whole number per column, not negative */
  readonly score: (weights: ArrayLike<number>) => void;
};

export function weightedScorer(table: LevelTable): WeightedScorer {
  const rowCount = table.measures.length;
  const { levels, columnCount, sections } = table;
  const scores = new Int32Array(rowCount);
  const sums = new Float64Array(rowCount);
  const covered = new Float64Array(rowCount);
  const groupSums = new Float64Array(rowCount);
  const groupWeights = new Float64Array(rowCount);
  const coveredByPattern = new Float64Array(Math.max(0, ...sections.map((section) => section.patternCount)));

  /** The weighted sums of a section, whose columns start at `first`, and the weight they cover. */
  const addSection = (weights: ArrayLike<number>, { columnCount: width, patternCount, patternOfRow, known }: LevelSection, first: number): void => {
    sums.fill(0);
    coveredByPattern.fill(0);
    for (let j = 0; j < width; j += 1) {
      const weight = weights[first + j] ?? 0;
      if (weight === 0) continue;
      const start = (first + j) * rowCount;
      for (let i = 0; i < rowCount; i += 1) sums[i] = (sums[i] as number) + weight * (levels[start + i] as number);
      const knownStart = j * patternCount;
      for (let p = 0; p < patternCount; p += 1) coveredByPattern[p] = (coveredByPattern[p] as number) + weight * (known[knownStart + p] as number);
    }
    for (let i = 0; i < rowCount; i += 1) covered[i] = coveredByPattern[patternOfRow[i] as number] as number;
  };

  const addGroup = (groupWeight: number): void => {
    for (let i = 0; i < rowCount; i += 1) {
      const weight = covered[i] as number;
      if (weight === 0) continue;
      groupSums[i] = (groupSums[i] as number) + groupWeight * Math.floor((2 * (sums[i] as number) + weight) / (2 * weight));
      groupWeights[i] = (groupWeights[i] as number) + groupWeight;
    }
  };

  const finish = (numerators: Float64Array, denominators: Float64Array): void => {
    for (let i = 0; i < rowCount; i += 1) {
      const denominator = (denominators[i] as number) * TOP_LEVEL * LEVEL_UNITS;
      const numerator = 2 * TOP_SCORE * (numerators[i] as number) + denominator;
      scores[i] = denominator === 0 ? NO_SCORE : Math.floor(numerator / (2 * denominator));
    }
  };

  const score = (weights: ArrayLike<number>): void => {
    if (weights.length !== columnCount) throw new RangeError(`${weights.length} weights for ${columnCount} columns`);
    const [only] = sections;
    if (sections.length === 1 && only !== undefined && only.weight > 0) {
      addSection(weights, only, 0);
      finish(sums, covered);
      return;
    }
    groupSums.fill(0);
    groupWeights.fill(0);
    let first = 0;
    for (const section of sections) {
      if (section.weight > 0) {
        addSection(weights, section, first);
        addGroup(section.weight);
      }
      first += section.columnCount;
    }
    finish(groupSums, groupWeights);
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
