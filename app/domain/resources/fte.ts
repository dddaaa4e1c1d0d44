/** Full-time equivalents (VZÄ) as whole hundredths: 10.50 is 1050. Posts are shared out in hundredths and must add up exactly. */
export type FteHundredths = number & { readonly __brand: "FteHundredths" };

/** @throws RangeError when `value` is not a whole, non-negative number of hundredths */
export function fteHundredths(value: number): FteHundredths {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not whole hundredths of a post: ${value}`);
  return value as FteHundredths;
}

export const sumFte = (shares: readonly FteHundredths[]): FteHundredths => fteHundredths(shares.reduce<number>((sum, share) => sum + share, 0));
