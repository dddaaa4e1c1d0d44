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
  const sign = total < 0 ? -1 : 1;
  const shares = sharesOf(Math.abs(total), weights);
  return shares.map((share) => (share === 0 ? 0 : sign * share));
}

function sharesOf(magnitude: number, weights: readonly number[]): number[] {
  const [first] = weights;
  // Equal weights have equal remainders: the earlier positions take the rest.
  if (first !== undefined && first > 0 && weights.every((weight) => weight === first)) {
    const share = Math.floor(magnitude / weights.length);
    const leftOver = magnitude - share * weights.length;
    return weights.map((_weight, index) => (index < leftOver ? share + 1 : share));
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) throw new RangeError("at least one weight must be positive");
  const isSmall = Number.isSafeInteger(sum) && Number.isSafeInteger(magnitude * Math.max(...weights));
  return isSmall ? byRemainders(magnitude, weights.map((weight) => magnitude * weight), sum) : byLargeRemainders(magnitude, weights);
}

function byRemainders(magnitude: number, products: readonly number[], weightSum: number): number[] {
  const remainders = products.map((product) => product % weightSum);
  return withLeftOver(magnitude, products.map((product, index) => (product - (remainders[index] ?? 0)) / weightSum), (a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0));
}

/** Where the products leave the range of exact numbers. */
function byLargeRemainders(magnitude: number, weights: readonly number[]): number[] {
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const products = weights.map((weight) => BigInt(magnitude) * BigInt(weight));
  const remainders = products.map((product) => product % weightSum);
  const compare = (a: bigint = 0n, b: bigint = 0n) => (a === b ? 0 : a > b ? -1 : 1);
  return withLeftOver(magnitude, products.map((product) => Number(product / weightSum)), (a, b) => compare(remainders[a], remainders[b]));
}

function withLeftOver(magnitude: number, shares: number[], compareRemainders: (a: number, b: number) => number): number[] {
  const leftOver = magnitude - shares.reduce((sum, share) => sum + share, 0);
  const order = shares.map((_share, index) => index).sort((a, b) => compareRemainders(a, b) || a - b);
  for (const index of order.slice(0, leftOver)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** `allocate(100_001, [1, 1, 1])` is 33,334 + 33,334 + 33,333 cents. See {@link allocateInteger}. */
export const allocate = (total: Cents, weights: readonly number[]): Cents[] => allocateInteger(total, weights).map(cents);
