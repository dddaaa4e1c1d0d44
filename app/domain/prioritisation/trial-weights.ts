import { divideRoundingHalfUp } from "./level-units.ts";

/** Weights that somebody tries are whole points from 0 to this. */
export const MOST_POINTS = 100;

/**
 * Combined weights of groups are ten-thousandths of the whole, others are points already. A slider shows points, so that
 * a criterion nobody has touched keeps its exact weight, and the order at the start is exactly the ranking's.
 */
const unitOf = (weights: readonly number[]): number => (weights.some((weight) => weight > MOST_POINTS) ? 100 : 1);

/** The weights as points, for showing. */
export const pointsOf = (weights: readonly number[]): number[] => weights.map((weight) => divideRoundingHalfUp(weight, unitOf(weights)));

/**
 * The weights to rank by when these points are tried.
 * @param weights the round's, as `ratedLevels` gives them
 * @param points whole, 0 to 100, one per weight
 */
export function trialWeights(weights: readonly number[], points: readonly number[]): number[] {
  const shown = pointsOf(weights);
  const unit = unitOf(weights);
  return weights.map((weight, index) => (points[index] === undefined || points[index] === shown[index] ? weight : points[index] * unit));
}
