import { cents, type Cents } from "./cents.ts";

/**
 * Spreads an integer total over integer weights so that the shares are integers and sum to the total exactly:
 * every share is floored, then the left-over units go to the largest remainders, earlier positions first on a tie.
 * Source: method of largest remainder (Hamilton/Hare-Niemeyer).
 *
 * @param total any safe integer, negative included (its shares mirror those of the positive total)
 * @param weights non-negative integers, at least one of them positive; a weight of 0 gets exactly 0
 * @throws RangeError on an empty, negative, fractional or all-zero list of weights
 */
export function allocateInteger(total: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(total)) throw new RangeError(`not a whole total: ${total}`);
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError("weights must be non-negative integers");
  }
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (weightSum === 0n) throw new RangeError("at least one weight must be positive");

  const sign = total < 0 ? -1 : 1;
  const magnitude = BigInt(Math.abs(total));
  const products = weights.map((weight) => magnitude * BigInt(weight));
  const shares = products.map((product) => Number(product / weightSum));
  const leftOver = Number(magnitude) - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = products
    .map((product, index) => ({ remainder: product % weightSum, index }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, leftOver)) shares[index] = (shares[index] ?? 0) + 1;
  return shares.map((share) => (share === 0 ? 0 : sign * share));
}

/** `allocate(100_001, [1, 1, 1])` is 33,334 + 33,334 + 33,333 cents. See {@link allocateInteger}. */
export const allocate = (total: Cents, weights: readonly number[]): Cents[] => allocateInteger(total, weights).map(cents);
