/** Money is a safe integer number of euro cents; nothing here ever holds a fraction of a cent. */
export type Cents = number & { readonly __brand: "Cents" };

/** @throws RangeError when `value` is not a safe integer. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an amount in whole cents: ${value}`);
  return value as Cents;
}

export const ZERO_CENTS = cents(0);

/** `euros(23_000)` is 2,300,000 cents. Whole euros only; fractions are written in cents. */
export const euros = (value: number): Cents => cents(value * 100);

export const addCents = (a: Cents, b: Cents): Cents => cents(a + b);
export const subtractCents = (a: Cents, b: Cents): Cents => cents(a - b);

/** Exact sum; the empty sum is zero. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/** An amount of which some parts may be unknown: the sum of the known ones and how many are missing. Unknown is not zero. */
export type PartialSum = { readonly known: Cents; readonly unknownCount: number };

export function sumKnown(amounts: Iterable<Cents | null>): PartialSum {
  let known = 0;
  let unknownCount = 0;
  for (const amount of amounts) {
    if (amount === null) unknownCount += 1;
    else known += amount;
  }
  return { known: cents(known), unknownCount };
}
