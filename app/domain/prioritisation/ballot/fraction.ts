import { cents, type Cents } from "#app/domain/money/cents.ts";

/** An exact fraction with a positive denominator, not necessarily in lowest terms. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

export const fraction = (numerator: bigint, denominator = 1n): Fraction => ({ numerator, denominator });

/** Below, at or above zero as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  a.denominator === b.denominator
    ? fraction(a.numerator + b.numerator, a.denominator)
    : fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** For display and for estimates only: a double, also where both numbers are too large for one. */
export function approximate({ numerator, denominator }: Fraction): number {
  const whole = numerator / denominator;
  const rest = ((numerator % denominator) * 1_000_000_000_000n) / denominator;
  return Number(whole) + Number(rest) / 1_000_000_000_000;
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * Rounds amounts to whole cents so that they add up to their rounded sum: each is cut off, the missing cents go to the
 * largest remainders, earlier ones first (largest remainder, as everywhere in the house).
 */
export function roundTogether(amounts: readonly Fraction[]): Cents[] {
  const total = amounts.reduce(addFractions, fraction(0n));
  const target = (2n * total.numerator + total.denominator) / (2n * total.denominator);
  const shares = amounts.map(({ numerator, denominator }) => numerator / denominator);
  const missing = Number(target - shares.reduce((sum, share) => sum + share, 0n));
  const byRemainder = amounts
    .map(({ numerator, denominator }, index) => ({ rest: fraction(numerator % denominator, denominator), index }))
    .sort((a, b) => compareFractions(b.rest, a.rest) || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0n) + 1n;
  return shares.map((share) => cents(Number(share)));
}

export const roundCents = (amount: Fraction): Cents => roundTogether([amount])[0] ?? cents(0);
