/**
 * One comparison of two criteria on Saaty's scale from 1/9 over 1 to 9, kept as a whole number of steps from "equally important":
 * 0 is 1, +1 to +8 say the first is 2 to 9 times as important, −1 to −8 the same of the second. Turning the pair round turns the sign.
 */
export type PairwiseJudgement = { readonly firstId: number; readonly secondId: number; readonly steps: number };

/** Saaty's 9, "extremely more important". */
export const MOST_STEPS = 8;

/** How many times as important the first is: 4 for 3 steps, 1/4 for −3. @throws RangeError when it is no step of the scale */
export function ratioOfSteps(steps: number): number {
  if (!Number.isInteger(steps) || Math.abs(steps) > MOST_STEPS) throw new RangeError(`not a step of the scale: ${steps}`);
  return steps < 0 ? 1 / (1 - steps) : 1 + steps;
}

/** The step whose ratio is nearest in proportion; ratios beyond 9 or 1/9 become the scale's end. */
export function nearestSteps(ratio: number): number {
  const [low, high] = ratio < 1 ? [-MOST_STEPS, 0] : [0, MOST_STEPS];
  let nearest = low;
  for (let steps = low; steps <= high; steps += 1) if (deviation(steps, ratio) < deviation(nearest, ratio)) nearest = steps;
  return nearest;
}

const deviation = (steps: number, ratio: number): number => Math.abs(Math.log(ratioOfSteps(steps) / ratio));

/**
 * The judgements as a reciprocal matrix in the order of `ids`; null where two have not been compared.
 * @throws RangeError when a pair is judged twice, compares an id with itself, or names an id that is not given
 */
export function judgementMatrix(ids: readonly number[], judgements: readonly PairwiseJudgement[]): (number | null)[][] {
  const matrix = ids.map((_, i) => ids.map((_, j): number | null => (i === j ? 1 : null)));
  for (const { firstId, secondId, steps } of judgements) {
    const [i, j] = [ids.indexOf(firstId), ids.indexOf(secondId)];
    const [row, mirrored] = [matrix[i], matrix[j]];
    if (row === undefined || mirrored === undefined) throw new RangeError(`not a criterion of the comparison: ${firstId}, ${secondId}`);
    if (row[j] !== null) throw new RangeError(`judged twice or compared with itself: ${firstId}, ${secondId}`);
    row[j] = ratioOfSteps(steps);
    mirrored[i] = ratioOfSteps(-steps);
  }
  return matrix;
}
