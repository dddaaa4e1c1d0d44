import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { costProfiles } from "#app/domain/measures/vocabulary.ts";
import { cents, euros, sumCents } from "#app/domain/money/cents.ts";
import { costByQuarter, goLiveOf } from "#app/domain/resources/cost-by-quarter.ts";

const timing = (start: string | null, end: string | null, permanentTask = false) => ({
  startQuarter: start === null ? null : quarter(start),
  endQuarter: end === null ? null : quarter(end),
  permanentTask,
});
const item = (change: Partial<Parameters<typeof costByQuarter>[1]> = {}) => ({ rhythm: "oneOff" as const, profile: "even" as const, amountCents: euros(100), ...change });
const LAST = quarter("2030-Q4");
const amounts = (list: ReturnType<typeof costByQuarter>) => list?.map((each) => [each.quarter, each.amountCents]);

describe("one-off costs", () => {
  const year = timing("2027-Q1", "2027-Q4");

  test.each([
    ["even", [2500, 2500, 2500, 2500]],
    ["rising", [1000, 2000, 3000, 4000]],
    ["falling", [4000, 3000, 2000, 1000]],
  ] as const)("are spread %s over the duration", (profile, expected) => {
    expect(costByQuarter(year, item({ profile }), LAST)?.map((each) => each.amountCents)).toEqual(expected);
  });

  test("all at the start or at the end need only that date", () => {
    expect(amounts(costByQuarter(year, item({ profile: "atStart" }), LAST))).toEqual([["2027-Q1", 10_000]]);
    expect(amounts(costByQuarter(year, item({ profile: "atEnd" }), LAST))).toEqual([["2027-Q4", 10_000]]);
    expect(amounts(costByQuarter(timing("2027-Q2", null), item({ profile: "atStart" }), LAST))).toEqual([["2027-Q2", 10_000]]);
    expect(costByQuarter(timing("2027-Q2", null), item({ profile: "atEnd" }), LAST)).toBeNull();
  });

  test("are undated without start or end, a permanent task included", () => {
    expect(costByQuarter(timing("2027-Q2", null), item(), LAST)).toBeNull();
    expect(costByQuarter(timing(null, "2027-Q2"), item(), LAST)).toBeNull();
    expect(costByQuarter(timing("2027-Q2", null, true), item(), LAST)).toBeNull();
  });

  test("an unknown amount falls in its quarters without becoming zero", () => {
    expect(amounts(costByQuarter(timing("2027-Q1", "2027-Q2"), item({ amountCents: null }), LAST))).toEqual([
      ["2027-Q1", null],
      ["2027-Q2", null],
    ]);
  });

  test("sum to the amount to the cent, whatever profile and duration, and move with the measure", () => {
    fc.assert(
      fc.property(fc.constantFrom(...costProfiles), fc.integer({ min: 0, max: 100_000_000_000 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: -20, max: 20 }), (profile, amount, length, shift) => {
        const start = quarter("2027-Q3");
        const measure = { startQuarter: start, endQuarter: addQuarters(start, length), permanentTask: false };
        const moved = { startQuarter: addQuarters(start, shift), endQuarter: addQuarters(start, length + shift), permanentTask: false };
        const cost = item({ profile, amountCents: cents(amount) });
        const quarters = costByQuarter(measure, cost, LAST) ?? [];
        expect(sumCents(quarters.map((each) => each.amountCents ?? cents(0)))).toBe(amount);
        expect(costByQuarter(moved, cost, LAST)).toEqual(quarters.map((each) => ({ ...each, quarter: addQuarters(each.quarter, shift) })));
      }),
    );
  });
});

describe("running costs", () => {
  test("flow from go-live to the end of the horizon", () => {
    const quarters = costByQuarter(timing("2027-Q1", "2030-Q2"), item({ rhythm: "running", amountCents: cents(1003) }), LAST);
    expect(amounts(quarters)).toEqual([
      ["2030-Q3", 251],
      ["2030-Q4", 250],
    ]);
  });

  test("go-live is the quarter after the end; a permanent task without end starts at once; otherwise it is unknown", () => {
    expect(goLiveOf(timing("2027-Q1", "2027-Q4"))).toBe("2028-Q1");
    expect(goLiveOf(timing("2027-Q1", "2027-Q4", true))).toBe("2028-Q1");
    expect(goLiveOf(timing("2027-Q1", null, true))).toBe("2027-Q1");
    expect(goLiveOf(timing("2027-Q1", null))).toBeNull();
    expect(costByQuarter(timing("2027-Q1", null), item({ rhythm: "running" }), LAST)).toBeNull();
  });

  test("a measure that ends with the horizon costs nothing running within it", () => {
    expect(costByQuarter(timing("2027-Q1", "2030-Q4"), item({ rhythm: "running" }), LAST)).toEqual([]);
  });

  test("every full year has exactly the yearly amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (amount) => {
        const quarters = costByQuarter(timing("2026-Q1", "2026-Q4"), item({ rhythm: "running", amountCents: cents(amount) }), LAST) ?? [];
        expect(quarters).toHaveLength(16);
        for (const year of ["2027", "2028", "2029", "2030"]) {
          expect(sumCents(quarters.filter((each) => each.quarter.startsWith(year)).map((each) => each.amountCents ?? cents(0)))).toBe(amount);
        }
      }),
    );
  });
});
