import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { euros } from "#app/domain/money/cents.ts";
import { budgetByAccount } from "#app/domain/resources/budget-by-account.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { lineUsage } from "#app/domain/resources/line-usage.ts";
import { codeOfItem, withMappedCodes } from "#app/domain/resources/mapped-codes.ts";
import { aBudgetLine } from "#tests/support/budget-lines.ts";
import { aCostItem, aMeasure } from "#tests/support/portfolio.ts";
import { anyMeasures } from "./planned-measures.ts";

const horizon = horizonOf({ firstFiscalYear: 2027, fiscalHorizon: 4 });
const open = aCostItem({ budgetProduct: "", budgetAccount: "" });

describe("a cost item", () => {
  test("that names its account keeps it, whatever its measure is mapped to", () => {
    expect(codeOfItem(aCostItem({ budgetAccount: "543100" }), [aBudgetLine()])).toEqual({ from: "own" });
    expect(codeOfItem(aCostItem({ budgetProduct: "", budgetAccount: "543100" }), [aBudgetLine()])).toEqual({ from: "own" });
  });

  test("without an account stands at the one account of its kind and direction that the measure is mapped to, in any year", () => {
    const lines = [aBudgetLine({ id: 7 }), aBudgetLine({ id: 8, fiscalYear: 2028 }), aBudgetLine({ id: 9, budgetKind: "investive", budgetAccount: "783100" }), aBudgetLine({ id: 10, direction: "revenue", budgetAccount: "414100" })];
    expect(codeOfItem(open, lines)).toEqual({ from: "mapped", lineId: 7, budgetProduct: "1115", budgetAccount: "528100" });
    expect(codeOfItem({ ...open, budgetKind: "investive" }, lines)).toMatchObject({ lineId: 9 });
    expect(codeOfItem({ ...open, direction: "revenue" }, lines)).toMatchObject({ lineId: 10 });
    expect(codeOfItem({ ...open, direction: "revenue" }, [aBudgetLine()])).toEqual({ from: "open" });
  });

  test("with a product alone takes accounts of that product only", () => {
    const lines = [aBudgetLine({ id: 1 }), aBudgetLine({ id: 2, budgetProduct: "1221" })];
    expect(codeOfItem({ ...open, budgetProduct: "1221" }, lines)).toMatchObject({ from: "mapped", lineId: 2 });
    expect(codeOfItem({ ...open, budgetProduct: "5110" }, lines)).toEqual({ from: "open" });
  });

  test("of a measure mapped to several accounts is not guessed", () => {
    expect(codeOfItem(open, [aBudgetLine({ id: 1 }), aBudgetLine({ id: 2, budgetAccount: "543100" })])).toEqual({ from: "ambiguous", lineIds: [1, 2] });
  });
});

test("a mapped line shows the planned money of the measure in its own year, and the other years are named as costs without a line", () => {
  const lines = [aBudgetLine({ measureIds: [1] })];
  const stated = [aMeasure({ id: 1, costItems: [aCostItem({ id: 1, amountCents: euros(5_000), budgetProduct: "", budgetAccount: "" }), aCostItem({ id: 2, amountCents: euros(300), budgetProduct: "", budgetAccount: "", rhythm: "running" })] })];
  const measures = withMappedCodes(stated, lines);
  const { usages, withoutLine } = lineUsage({ lines, measures, horizon, scope: "planned", adoptedWindows: [] });
  expect(usages[0]?.planned.expense).toBeGreaterThanOrEqual(euros(5_000));
  expect(usages[0]?.planned.measures.map((share) => share.measureId)).toEqual([1]);
  expect(withoutLine.length).toBeGreaterThan(0);
  expect(withoutLine.every((cost) => cost.budgetProduct === "1115" && cost.budgetAccount === "528100")).toBe(true);
  expect(stated[0]?.costItems[0]?.budgetAccount).toBe("");
});

const anyLines = fc.uniqueArray(
  fc.record({
    fiscalYear: fc.integer({ min: 2027, max: 2030 }),
    budgetProduct: fc.constantFrom("1115", "1221"),
    budgetAccount: fc.constantFrom("528100", "543100", "783100"),
    budgetKind: fc.constantFrom("investive" as const, "consumptive" as const),
    direction: fc.constantFrom("expense" as const, "revenue" as const),
    measureIds: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }),
  }),
  { maxLength: 8, selector: ({ fiscalYear, budgetProduct, budgetAccount, direction }) => [fiscalYear, budgetProduct, budgetAccount, direction].join() },
);

test("mapping moves money between accounts and never changes how much there is of it in a year, to the cent", () => {
  fc.assert(
    fc.property(anyMeasures, anyLines, (stated, fields) => {
      const lines = fields.map((field, index) => aBudgetLine({ id: index + 1, ...field }));
      const measures = withMappedCodes(stated, lines);
      const cells = (of: typeof measures) => budgetByYear({ measures: of, budgetFrames: [], horizon, scope: "all" }).cells.map(({ expense, revenue, unknownCount }) => ({ expense, revenue, unknownCount }));
      expect(cells(measures)).toEqual(cells(stated));
      const { rows } = budgetByAccount({ measures, horizon, scope: "all" });
      const { totals } = budgetByYear({ measures: stated, budgetFrames: [], horizon, scope: "all" });
      for (const side of ["expense", "revenue"] as const) expect(rows.reduce((sum, row) => sum + row.total[side], 0)).toBe(totals.reduce((sum, total) => sum + total[side], 0));
      const { usages, withoutLine } = lineUsage({ lines, measures, horizon, scope: "all", adoptedWindows: [] });
      const found = [...usages.map((usage) => usage.planned), ...withoutLine.map((each) => each.amount)];
      expect(found.reduce((sum, amount) => sum + amount.expense, 0)).toBe(totals.reduce((sum, total) => sum + total.expense, 0));
      for (const [index, measure] of stated.entries()) {
        for (const [each, item] of measure.costItems.entries()) if (item.budgetAccount !== "") expect(measures[index]?.costItems[each]).toEqual(item);
      }
      expect(withMappedCodes(measures, lines)).toEqual(measures);
    }),
  );
});
