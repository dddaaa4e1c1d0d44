import { mulberry } from "./mulberry.ts";

/** Sampled weights sum to about this: fine enough for any share, small enough to score exactly. */
const SAMPLE_SCALE = 1_000_000;
/** The slider's right end: any weighting at all. */
export const ANY_WEIGHTING = 100;

/**
 * Weightings around the chosen one: w = (1 − s)·w₀ + s·u, where u is uniform on the simplex of weightings
 * (Dirichlet(1, …, 1), by normalised exponentials: Devroye 1986, ch. XI.4) and s = spread / 100.
 * At 0 every sample is the chosen weighting, at 100 every weighting is equally likely, in between the chosen one keeps the share 1 − s.
 * A column of weight 0 is switched off and stays so.
 * Samples are whole numbers, so that the same seed gives the same result in browser and server whatever their logarithm's last digit.
 *
 * @param weights the chosen ones, one whole number per column, not negative
 * @param spread whole, 0 ("exactly these") to 100 ("any")
 * @returns a function that writes the next weighting into its argument
 * @throws RangeError when a weight or the spread is not such a number
 */
export function weightSampler({ weights, spread, seed }: { readonly weights: readonly number[]; readonly spread: number; readonly seed: number }): (target: Float64Array) => void {
  if (!Number.isSafeInteger(spread) || spread < 0 || spread > ANY_WEIGHTING) throw new RangeError(`not a spread from 0 to 100: ${spread}`);
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError("weights must be non-negative integers");
  const next = mulberry(seed);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const fineness = Math.ceil(SAMPLE_SCALE / (ANY_WEIGHTING * Math.max(1, total)));
  return (target) => {
    let exponentials = 0;
    weights.forEach((weight, column) => {
      const exponential = weight === 0 ? 0 : -Math.log(next());
      target[column] = exponential;
      exponentials += exponential;
    });
    const scale = (spread * total * fineness) / exponentials;
    weights.forEach((weight, column) => {
      const chosen = (ANY_WEIGHTING - spread) * weight * fineness;
      // At least 1: a weight that counts never vanishes, or a measure judged on it alone would lose its place.
      target[column] = weight === 0 ? 0 : Math.max(1, chosen + Math.round(scale * (target[column] ?? 0)));
    });
  };
}
