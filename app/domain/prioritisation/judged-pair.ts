/**
 * One comparison of two criteria on Saaty's scale from 1/9 over 1 to 9, kept as a whole number of steps away from "equally important":
 * 0 is 1, +1 to +8 say the first is 2 to 9 times as important, −1 to −8 the same of the second. Turning the pair round turns the sign.
 */
export type JudgedPair = { readonly firstCriterionId: number; readonly secondCriterionId: number; readonly intensity: number };

/** Saaty's 9, "extremely more important". */
export const TOP_INTENSITY = 8;

/** How many times as important the first is: 4 for 3, 1/4 for −3. @throws RangeError when it is not on the scale */
export function ratioOfIntensity(intensity: number): number {
  if (!Number.isInteger(intensity) || Math.abs(intensity) > TOP_INTENSITY) throw new RangeError(`not on the scale: ${intensity}`);
  return intensity < 0 ? 1 / (1 - intensity) : 1 + intensity;
}

/** The intensity whose ratio is nearest in proportion; ratios beyond 9 or 1/9 become the scale's end. */
export function nearestIntensity(ratio: number): number {
  const [low, high] = ratio < 1 ? [-TOP_INTENSITY, 0] : [0, TOP_INTENSITY];
  let nearest = low;
  for (let intensity = low; intensity <= high; intensity += 1) if (deviation(intensity, ratio) < deviation(nearest, ratio)) nearest = intensity;
  return nearest;
}

const deviation = (intensity: number, ratio: number): number => Math.abs(Math.log(ratioOfIntensity(intensity) / ratio));

/**
 * The judgements as a reciprocal matrix in the order of `ids`; null where two have not been compared.
 * @throws RangeError when a pair is judged twice, compares an id with itself, or names an id that is not given
 */
export function judgementMatrix(ids: readonly number[], judgements: readonly JudgedPair[]): (number | null)[][] {
  const matrix = ids.map((_, i) => ids.map((_, j): number | null => (i === j ? 1 : null)));
  for (const { firstCriterionId, secondCriterionId, intensity } of judgements) {
    const [i, j] = [ids.indexOf(firstCriterionId), ids.indexOf(secondCriterionId)];
    const [row, mirrored] = [matrix[i], matrix[j]];
    if (row === undefined || mirrored === undefined) throw new RangeError(`not a criterion of the comparison: ${firstCriterionId}, ${secondCriterionId}`);
    if (row[j] !== null) throw new RangeError(`judged twice or compared with itself: ${firstCriterionId}, ${secondCriterionId}`);
    row[j] = ratioOfIntensity(intensity);
    mirrored[i] = ratioOfIntensity(-intensity);
  }
  return matrix;
}
