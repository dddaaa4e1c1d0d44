import type { LevelTable } from "./level-table.ts";
import { NO_SCORE, placeRows, weightedScorer } from "./weighted-scorer.ts";

export type Reordered = {
  /** By position, best first. */
  readonly measureIds: readonly number[];
  /** Tenths of a point, in the order of `measureIds`. */
  readonly scoreTenths: readonly number[];
  /** Measures nobody could judge on any weighted criterion, by deadline, then id. */
  readonly unratedIds: readonly number[];
};

/**
 * The order of rank-measures.ts and its scores under other weights, without the explanations: quick enough to follow a slider.
 * Prepare once per table, then call the returned function for every position of the slider.
 * @returns a function of the weights: one whole number per column, not negative
 */
export function prepareReorder(table: LevelTable): (weights: ArrayLike<number>) => Reordered {
  const scorer = weightedScorer(table);
  const places = new Uint32Array(table.measures.length);
  return (weights) => {
    scorer.score(weights);
    const count = placeRows(scorer.scores, places);
    const measureIds = new Array<number>(count).fill(0);
    const scoreTenths = new Array<number>(count).fill(0);
    const unratedIds: number[] = [];
    table.measures.forEach((measure, row) => {
      const score = scorer.scores[row] ?? NO_SCORE;
      const place = places[row] ?? 0;
      if (score === NO_SCORE) unratedIds.push(measure.id);
      else {
        measureIds[place] = measure.id;
        scoreTenths[place] = score;
      }
    });
    return { measureIds, scoreTenths, unratedIds };
  };
}

export const reorder = ({ table, weights }: { readonly table: LevelTable; readonly weights: ArrayLike<number> }): Reordered => prepareReorder(table)(weights);
