import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { cents, euros, sumCents } from "#app/domain/money/cents.ts";
import { budgetByAccount } from "#app/domain/resources/budget-by-account.ts";
import { budgetByYear, compareWithFrame } from "#app/domain/resources/budget-by-year.ts";
import { fteHundredths, sumFte } from "#app/domain/resources/fte.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { planScopes } from "#app/domain/resources/plan-scope.ts";
import { aCostItem, aMeasure } from "#tests/support/portfolio.ts";
import { anyMeasures } from "./planned-measures.ts";

const horizon = horizonOf({ firstFiscalYear: 2027, fiscalHorizon: 4 });
const budget = (measures: Parameters<typeof budgetByYear>[0]["measures"], scope: (typeof planScopes)[number] = "planned", budgetFrames: Parameters<typeof budgetByYear>[0]["budgetFrames"] = []) =>
  budgetByYear({ measures, budgetFrames, horizon, scope });

describe("golden figures", () => {
  test("6: 432.089,00 investive and 264.798,80 consumptive make 696.887,80 euros and stay apart", () => {
    const { cells } = budget([
      aMeasure({
        costItems: [
          aCostItem({ id: 1, budgetKind: "investive", amountCents: cents(432_089_00) }),
          aCostItem({ id: 2, budgetKind: "consumptive", amountCents: cents(264_798_80) }),
        ],
      }),
    ]);
    const of2027 = cells.filter((cell) => cell.fiscalYear === 2027);
    expect(of2027.map((cell) => [cell.budgetKind, cell.expense])).toEqual([
      ["investive", 432_089_00],
      ["consumptive", 264_798_80],
    ]);
    expect(sumCents(of2027.map((cell) => cell.expense))).toBe(696_887_80);
  });

  test("7: ten posts are 10,50 full-time equivalents and cost 909.700 euros in every full year", () => {
    // Unit, share of a post, yearly cost in euros: half posts beside full ones and one and a half.
    const posts = [
      ["Projektleitung", 100, 95_000],
      ["Prozessmanagement", 100, 95_000],
      ["Informationssicherheit", 100, 95_000],
      ["Fachverfahren Soziales", 100, 83_000],
      ["Fachverfahren Bürgerservice", 100, 83_000],
      ["Schul-IT", 150, 124_500],
      ["Barrierefreiheit", 50, 39_800],
      ["Open Data", 50, 41_500],
      ["Anwendungsbetreuung", 150, 124_500],
      ["E-Akte", 150, 128_400],
    ] as const;
    expect(posts).toHaveLength(10);
    expect(sumFte(posts.map(([, share]) => fteHundredths(share)))).toBe(1050);
    const permanent = aMeasure({
      permanentTask: true,
      startQuarter: quarter("2027-Q1"),
      endQuarter: null,
      costItems: posts.map(([title, , cost], index) => aCostItem({ id: index, title, rhythm: "running", budgetAccount: "501200", amountCents: euros(cost) })),
    });
    const { cells } = budget([permanent]);
    expect(cells.filter((cell) => cell.budgetKind === "consumptive").map((cell) => cell.expense)).toEqual(Array(4).fill(euros(909_700)));
  });
});

describe("the budget by year", () => {
  test("sets expense, not the net amount, against the frame", () => {
    const measures = [
      aMeasure({ costItems: [aCostItem({ id: 1, amountCents: euros(1200) }), aCostItem({ id: 2, direction: "revenue", amountCents: euros(500) })] }),
    ];
    const frames = [
      { fiscalYear: 2027, budgetKind: "consumptive" as const, amountCents: euros(1000) },
      { fiscalYear: 2028, budgetKind: "consumptive" as const, amountCents: euros(0) },
    ];
    const cells = budget(measures, "planned", frames).cells.filter((cell) => cell.budgetKind === "consumptive");
    expect(cells[0]).toMatchObject({ fiscalYear: 2027, expense: euros(1200), revenue: euros(500), net: euros(700), frame: euros(1000), free: 0, overuse: euros(200) });
    expect(cells[1]).toMatchObject({ fiscalYear: 2028, frame: 0, free: 0, overuse: 0 });
    expect(cells[2]).toMatchObject({ fiscalYear: 2029, frame: null, free: null, overuse: null });
  });

  test("a frame of zero is a frame; no frame is none", () => {
    expect(compareWithFrame(euros(1), cents(0))).toEqual({ frame: 0, free: 0, overuse: euros(1) });
    expect(compareWithFrame(euros(1), null)).toEqual({ frame: null, free: null, overuse: null });
  });

  test("counts unknown amounts in every year they would burden", () => {
    const unknown = aMeasure({ id: 9, startQuarter: quarter("2027-Q4"), endQuarter: quarter("2028-Q1"), costItems: [aCostItem({ amountCents: null })] });
    const cells = budget([unknown]).cells.filter((cell) => cell.budgetKind === "consumptive");
    expect(cells.map((cell) => [cell.expense, cell.unknownCount])).toEqual([
      [0, 1],
      [0, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(cells[0]?.measures).toEqual([{ measureId: 9, expense: 0, followUpExpense: 0, revenue: 0, earmarked: 0, unknownCount: 1 }]);
    expect(budget([unknown]).totals.find((total) => total.budgetKind === "consumptive")?.unknownCount).toBe(1);
  });

  test("lists undated costs apart, and names one-off costs outside the horizon", () => {
    const result = budget([
      aMeasure({ id: 1, endQuarter: null, costItems: [aCostItem({ id: 5 })] }),
      aMeasure({ id: 2, startQuarter: quarter("2026-Q4"), endQuarter: quarter("2027-Q1"), costItems: [aCostItem({ id: 6, amountCents: euros(100) })] }),
    ]);
    expect(result.undated.map((each) => [each.measureId, each.costItemId, each.amountCents])).toEqual([[1, 5, euros(23_000)]]);
    expect(result.outside.expense).toBe(euros(50));
    expect(result.cells.find((cell) => cell.fiscalYear === 2027 && cell.budgetKind === "consumptive")?.expense).toBe(euros(50));
  });

  test.each([
    ["rejected", [0, 0, 0]],
    ["deferred", [0, 0, 0]],
    ["idea", [0, 1, 1]],
    ["implemented", [1, 0, 1]],
    ["proposed", [1, 0, 1]],
  ] as const)("a measure of status %s counts as planned, idea, all: %j", (status, expected) => {
    const measures = [aMeasure({ status, costItems: [aCostItem({ amountCents: cents(1), profile: "atStart" })] })];
    expect(planScopes.map((scope) => sumCents(budget(measures, scope).cells.map((cell) => cell.expense)))).toEqual(expected);
  });

  test("planned and ideas together are all", () => {
    fc.assert(
      fc.property(anyMeasures, (measures) => {
        const [planned, ideas, all] = planScopes.map((scope) => budget(measures, scope));
        all?.cells.forEach((cell, index) => {
          expect(cell.expense).toBe((planned?.cells[index]?.expense ?? 0) + (ideas?.cells[index]?.expense ?? 0));
          expect(cell.unknownCount).toBe((planned?.cells[index]?.unknownCount ?? 0) + (ideas?.cells[index]?.unknownCount ?? 0));
        });
      }),
    );
  });

  test("sums agree to the cent over years, accounts and measures", () => {
    fc.assert(
      fc.property(anyMeasures, (measures) => {
        const byYear = budget(measures, "all");
        const byAccount = budgetByAccount({ measures, horizon, scope: "all" });
        for (const side of ["expense", "revenue"] as const) {
          const total = sumCents(byYear.cells.map((cell) => cell[side]));
          expect(sumCents(byYear.totals.map((each) => each[side]))).toBe(total);
          expect(sumCents(byYear.cells.flatMap((cell) => cell.measures.map((share) => share[side])))).toBe(total);
          expect(sumCents(byAccount.rows.map((row) => row.total[side]))).toBe(total);
          for (const fiscalYear of byYear.years) {
            const ofYear = byYear.cells.filter((cell) => cell.fiscalYear === fiscalYear).map((cell) => cell[side]);
            const ofRows = byAccount.rows.flatMap((row) => row.years.filter((cell) => cell.fiscalYear === fiscalYear).map((cell) => cell[side]));
            expect(sumCents(ofRows)).toBe(sumCents(ofYear));
          }
        }
        for (const cell of byYear.cells) expect(cell.net).toBe(cell.expense - cell.revenue);
      }),
    );
  });

  test("known one-off amounts are all found again: in the horizon, outside it, or undated", () => {
    fc.assert(
      fc.property(anyMeasures, (drawn) => {
        const measures = drawn.map((measure) => ({ ...measure, status: "planned" as const, costItems: measure.costItems.filter((item) => item.rhythm === "oneOff" && item.direction === "expense") }));
        const { cells, outside, undated } = budget(measures);
        const found = sumCents([...cells.map((cell) => cell.expense), outside.expense, ...undated.map((each) => each.amountCents ?? cents(0))]);
        expect(found).toBe(sumCents(measures.flatMap((measure) => measure.costItems.map((item) => item.amountCents ?? cents(0)))));
      }),
    );
  });

  test("moving a measure by a year moves its one-off cost by a year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 1_000_000_000 }), (start, length, amount) => {
        const at = (shift: number) => {
          const startQuarter = addQuarters(quarter("2027-Q1"), start + shift);
          return budget([aMeasure({ startQuarter, endQuarter: addQuarters(startQuarter, length), costItems: [aCostItem({ amountCents: cents(amount) })] })]);
        };
        const of = (result: ReturnType<typeof budget>, year: number) => sumCents(result.cells.filter((cell) => cell.fiscalYear === year).map((cell) => cell.expense));
        for (const year of [2027, 2028, 2029]) expect(of(at(4), year + 1)).toBe(of(at(0), year));
        expect(of(at(4), 2027)).toBe(0);
      }),
    );
  });
});

describe("the budget by account", () => {
  test("sorts by code and puts rows without a code last", () => {
    const measures = [
      aMeasure({
        costItems: [
          aCostItem({ id: 1, budgetProduct: "", budgetAccount: "" }),
          aCostItem({ id: 2, budgetProduct: "1115", budgetAccount: "783200", budgetKind: "investive" }),
          aCostItem({ id: 3, budgetProduct: "1115", budgetAccount: "" }),
          aCostItem({ id: 4, budgetProduct: "1115", budgetAccount: "528100" }),
          aCostItem({ id: 5, budgetProduct: "1111", budgetAccount: "528100" }),
        ],
      }),
    ];
    const { rows } = budgetByAccount({ measures, horizon, scope: "planned" });
    expect(rows.map((row) => `${row.budgetProduct}/${row.budgetAccount}`)).toEqual(["1111/528100", "1115/528100", "1115/783200", "1115/", "/"]);
  });

  test("an empty municipality has no rows and empty years", () => {
    expect(budgetByAccount({ measures: [], horizon, scope: "all" })).toEqual({ years: [2027, 2028, 2029, 2030], rows: [] });
    expect(budget([]).cells).toHaveLength(8);
  });
});
