import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, allocateInteger } from "#app/domain/money/allocate.ts";
import { addCents, cents, euros, subtractCents, sumCents, sumKnown } from "#app/domain/money/cents.ts";

const total = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });
const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 }).filter((list) => list.some((weight) => weight > 0));
const amount = total.map(cents);

describe("cents", () => {
  test.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %s", (value) => {
    expect(() => cents(value)).toThrow(RangeError);
  });

  test("golden figure 1: an appropriation raised from 8.000 to 23.000 differs by +15.000 euros", () => {
    expect(subtractCents(euros(23_000), euros(8_000))).toBe(euros(15_000));
  });

  test("a sum is the same in any order and grouping", () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 100 }), fc.nat(100), (amounts, cut) => {
        const parts = addCents(sumCents(amounts.slice(0, cut)), sumCents(amounts.slice(cut)));
        expect(parts).toBe(sumCents(amounts));
        expect(sumCents([...amounts].reverse())).toBe(sumCents(amounts));
      }),
    );
  });

  test("unknown amounts are counted, never added", () => {
    fc.assert(
      fc.property(fc.array(fc.option(amount), { maxLength: 50 }), (amounts) => {
        const known = amounts.filter((each) => each !== null);
        expect(sumKnown(amounts)).toEqual({ known: sumCents(known), unknownCount: amounts.length - known.length });
      }),
    );
    expect(sumKnown([null, null])).toEqual({ known: 0, unknownCount: 2 });
  });
});

describe("allocate", () => {
  test("hands the left-over cents to the largest remainders, earlier shares first", () => {
    expect(allocate(cents(100_001), [1, 1, 1])).toEqual([33_334, 33_334, 33_333]);
    expect(allocate(cents(10), [1, 0, 2])).toEqual([3, 0, 7]);
    expect(allocate(cents(-10), [1, 1, 1])).toEqual([-4, -3, -3]);
  });

  test.each([[[]], [[0, 0]], [[-1, 2]], [[0.5]]])("refuses the weights %j", (list) => {
    expect(() => allocateInteger(100, list)).toThrow(RangeError);
  });

  test("shares are whole and sum to the total exactly", () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        const shares = allocateInteger(amount, list);
        expect(shares).toHaveLength(list.length);
        expect(shares.every(Number.isSafeInteger)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
      }),
    );
  });

  test("every share is less than one unit away from its exact part, and has its sign", () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        const weightSum = list.reduce((sum, weight) => sum + weight, 0);
        allocateInteger(amount, list).forEach((share, index) => {
          const distance = BigInt(share) * BigInt(weightSum) - BigInt(amount) * BigInt(list[index] ?? 0);
          expect(distance < BigInt(weightSum) && -distance < BigInt(weightSum)).toBe(true);
          expect(share === 0 || Math.sign(share) === Math.sign(amount)).toBe(true);
        });
      }),
    );
  });

  test("a larger weight never gets less, a weight of zero gets nothing, and a negative total mirrors the positive one", () => {
    fc.assert(
      fc.property(total.map(Math.abs), weights, (amount, list) => {
        const shares = allocateInteger(amount, list);
        list.forEach((weight, i) =>
          list.forEach((other, j) => {
            if (weight > other) expect(shares[i]).toBeGreaterThanOrEqual(shares[j] ?? 0);
          }),
        );
        expect(shares.every((share, index) => list[index] !== 0 || share === 0)).toBe(true);
        expect(allocateInteger(amount === 0 ? 0 : -amount, list)).toEqual(shares.map((share) => (share === 0 ? 0 : -share)));
      }),
      { numRuns: 50 },
    );
  });
});
