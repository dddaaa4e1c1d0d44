import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { cents, euros, sumCents, type Cents } from "#app/domain/money/cents.ts";
import { budgetByAccount } from "#app/domain/resources/budget-by-account.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { adoptedGrants, earmarkedGrants, grantTotal } from "#app/domain/resources/earmarked-grants.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { aCostItem, aMeasure } from "#tests/support/portfolio.ts";
import { anyMeasures } from "./planned-measures.ts";

const horizon = horizonOf({ firstFiscalYear: 2027, fiscalHorizon: 4 });
const aWindow = (overrides: Partial<Parameters<typeof adoptedGrants>[0]["windows"][number]> = {}) => ({
  measureId: 1,
  programme: "Digitale Kommune",
  opensQuarter: quarter("2027-Q1"),
  closesQuarter: quarter("2028-Q4"),
  ratePercent: 65,
  maxGrantCents: null as Cents | null,
  ...overrides,
});
const sumOf = (grants: ReadonlyArray<{ readonly amountCents: Cents }>) => sumCents(grants.map((grant) => grant.amountCents));

describe("golden figures", () => {
  test("4: 90 % of 40,3 million are 36,27 million; 2,6 million a year stand against 2,0 million of revenue", () => {
    const measure = aMeasure({
      startQuarter: quarter("2027-Q1"),
      endQuarter: quarter("2028-Q4"),
      costItems: [
        aCostItem({ id: 1, budgetKind: "investive", budgetAccount: "785200", amountCents: euros(40_300_000) }),
        aCostItem({ id: 2, rhythm: "running", amountCents: euros(2_600_000) }),
        aCostItem({ id: 3, rhythm: "running", direction: "revenue", budgetAccount: "432100", amountCents: euros(2_000_000) }),
      ],
    });
    const adoptedWindows = [aWindow({ ratePercent: 90 })];
    expect(grantTotal(euros(40_300_000), { ratePercent: 90, maxGrantCents: null })).toBe(euros(36_270_000));
    const { cells, totals } = budgetByYear({ measures: [measure], budgetFrames: [], horizon, scope: "planned", adoptedWindows });
    expect(totals[0]).toMatchObject({ budgetKind: "investive", expense: euros(40_300_000), earmarked: euros(36_270_000), net: euros(4_030_000) });
    for (const year of [2029, 2030]) {
      expect(cells.find((cell) => cell.fiscalYear === year && cell.budgetKind === "consumptive")).toMatchObject({
        expense: euros(2_600_000),
        followUpExpense: euros(2_600_000),
        revenue: euros(2_000_000),
        earmarked: 0,
        net: euros(600_000),
      });
    }
  });

  test("5: 65 % of 17,5 million are 11,375 million; 6,125 million stay, half of it from third parties is 3,0625 million", () => {
    const own = euros(6_125_000);
    const measure = aMeasure({
      endQuarter: quarter("2027-Q4"),
      costItems: [
        aCostItem({ id: 1, budgetKind: "investive", amountCents: euros(17_500_000) }),
        aCostItem({ id: 2, budgetKind: "investive", direction: "revenue", amountCents: cents(own / 2) }),
      ],
    });
    const [cell] = budgetByYear({ measures: [measure], budgetFrames: [{ fiscalYear: 2027, budgetKind: "investive", amountCents: own }], horizon, scope: "planned", adoptedWindows: [aWindow()] }).cells;
    expect(cell).toMatchObject({ earmarked: euros(11_375_000), revenue: euros(3_062_500), net: euros(3_062_500), frame: own, free: 0, overuse: 0 });
  });
});

describe("a grant", () => {
  test("is refused to a measure that starts outside its window or nobody knows when, and the frame bears all", () => {
    const measures = [aMeasure({ startQuarter: quarter("2026-Q4"), endQuarter: quarter("2027-Q3"), costItems: [aCostItem({ amountCents: euros(1000) })] })];
    const frame = { fiscalYear: 2027, budgetKind: "consumptive" as const, amountCents: euros(400) };
    const result = budgetByYear({ measures, budgetFrames: [frame], horizon, scope: "planned", adoptedWindows: [aWindow()] });
    expect(result.lapsed).toEqual([aWindow()]);
    expect(result.cells[1]).toMatchObject({ expense: euros(750), earmarked: 0, overuse: euros(350) });
    expect(adoptedGrants({ measures: [aMeasure({ startQuarter: null })], windows: [aWindow()] })).toMatchObject({ grants: [], lapsed: [{ measureId: 1 }] });
  });

  test("pays no running costs, no revenue, and nothing of what is unknown or undated", () => {
    const costItems = [
      aCostItem({ id: 1, rhythm: "running" }),
      aCostItem({ id: 2, direction: "revenue" }),
      aCostItem({ id: 3, amountCents: null }),
      aCostItem({ id: 4, amountCents: euros(100), profile: "atStart" }),
      aCostItem({ id: 5, amountCents: euros(700), profile: "even" }),
    ];
    const window = aWindow({ ratePercent: 50 });
    expect(sumOf(earmarkedGrants({ measure: aMeasure({ endQuarter: null, costItems }), window }))).toBe(euros(50));
    expect(earmarkedGrants({ measure: aMeasure({ costItems: costItems.slice(0, 3) }), window })).toEqual([]);
  });

  test("never exceeds the maximum, and is spread over years and codes by their expense", () => {
    const measure = aMeasure({
      startQuarter: quarter("2027-Q4"),
      endQuarter: quarter("2028-Q3"),
      costItems: [aCostItem({ id: 1, amountCents: euros(40_000) }), aCostItem({ id: 2, budgetKind: "investive", budgetAccount: "783200", amountCents: euros(20_000), profile: "atEnd" })],
    });
    const grants = earmarkedGrants({ measure, window: aWindow({ ratePercent: 90, maxGrantCents: euros(30_000) }) });
    expect(grants.map((grant) => [grant.fiscalYear, grant.budgetKind, grant.budgetAccount, grant.amountCents])).toEqual([
      [2027, "consumptive", "528100", euros(5_000)],
      [2028, "investive", "783200", euros(10_000)],
      [2028, "consumptive", "528100", euros(15_000)],
    ]);
  });

  test("is cut to whole cents, never rounded up", () => {
    expect(grantTotal(cents(199), { ratePercent: 50, maxGrantCents: null })).toBe(99);
    expect(grantTotal(cents(100_000_000_000_00), { ratePercent: 99, maxGrantCents: null })).toBe(99_000_000_000_00);
  });

  test("sums to its total to the cent, and no part exceeds its expense", () => {
    fc.assert(
      fc.property(anyMeasures, fc.integer({ min: 1, max: 100 }), fc.option(fc.integer({ min: 0, max: 500_000_000 })), (measures, ratePercent, max) => {
        const window = { ratePercent, maxGrantCents: max === null ? null : cents(max) };
        for (const measure of measures) {
          const grants = earmarkedGrants({ measure, window });
          const whole = earmarkedGrants({ measure, window: { ratePercent: 100, maxGrantCents: null } });
          expect(sumOf(grants)).toBe(grantTotal(sumOf(whole), window));
          for (const grant of grants) {
            const { amountCents, ...place } = grant;
            expect(whole.find((each) => Object.entries(place).every(([key, value]) => each[key as keyof typeof place] === value))?.amountCents).toBeGreaterThanOrEqual(amountCents);
          }
        }
      }),
    );
  });

  test("moves with its measure", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 }), (start, length) => {
        const at = (shift: number) => {
          const startQuarter = addQuarters(quarter("2027-Q1"), start + shift);
          return earmarkedGrants({ measure: aMeasure({ startQuarter, endQuarter: addQuarters(startQuarter, length), costItems: [aCostItem({})] }), window: aWindow() });
        };
        expect(at(4)).toEqual(at(0).map((grant) => ({ ...grant, fiscalYear: grant.fiscalYear + 1 })));
      }),
    );
  });
});

test("the money of a plan, grants included, is the same to the cent over years, accounts and measures", () => {
  fc.assert(
    fc.property(anyMeasures, fc.integer({ min: 1, max: 100 }), (measures, ratePercent) => {
      const adoptedWindows = measures.filter((measure) => measure.id % 2 === 1).map((measure) => aWindow({ measureId: measure.id, ratePercent }));
      const question = { measures, horizon, scope: "all" as const, adoptedWindows };
      const byYear = budgetByYear({ ...question, budgetFrames: [] });
      const byAccount = budgetByAccount(question);
      for (const side of ["expense", "followUpExpense", "revenue", "earmarked", "net"] as const) {
        const total = byYear.cells.reduce((sum, cell) => sum + cell[side], 0);
        expect(byYear.totals.reduce((sum, each) => sum + each[side], 0)).toBe(total);
        expect(byAccount.rows.reduce((sum, row) => sum + row.total[side], 0)).toBe(total);
        expect(byAccount.rows.flatMap((row) => row.years).reduce((sum, each) => sum + each[side], 0)).toBe(total);
        if (side !== "net") expect(byYear.cells.flatMap((cell) => cell.measures).reduce((sum, share) => sum + share[side], 0)).toBe(total);
      }
      for (const cell of byYear.cells) {
        expect(cell.net).toBe(cell.expense - cell.revenue - cell.earmarked);
        expect(cell.followUpExpense).toBeLessThanOrEqual(cell.expense);
      }
    }),
  );
});
