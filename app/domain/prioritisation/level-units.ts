/** The highest level of a rating; the lowest is 0. */
export const TOP_LEVEL = 4;
export const ratingLevels = [0, 1, 2, 3, 4] as const;
export type RatingLevel = (typeof ratingLevels)[number];

/** Means of ratings are whole ten-thousandths of a level: 2.5 is 25,000. */
export const LEVEL_UNITS = 10_000;

/** Whole-number division of non-negative numbers, rounded half up. @throws RangeError when the numbers are too large to be exact */
export function divideRoundingHalfUp(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(2 * numerator + denominator)) throw new RangeError(`too large to divide exactly: ${numerator}`);
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
