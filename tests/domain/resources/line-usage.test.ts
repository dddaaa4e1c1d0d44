import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { budgetPeriodOf, yearRole } from "#app/domain/resources/budget-periods.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { lineUsage } from "#app/domain/resources/line-usage.ts";
import { aBudgetLine } from "#tests/support/budget-lines.ts";
import { aCostItem, aMeasure } from "#tests/support/portfolio.ts";
import { anyMeasures } from "./planned-measures.ts";

const horizon = horizonOf({ firstFiscalYear: 2027, fiscalHorizon: 4 });
const ask = (question: Partial<Parameters<typeof lineUsage>[0]>) => lineUsage({ lines: [], measures: [], horizon, scope: "planned", adoptedWindows: [], ...question });

describe("what is planned on a line", () => {
  test("are the cost items of its year, codes, kind and direction, and nothing else", () => {
    const measures = [
      aMeasure({
        costItems: [
          aCostItem({ id: 1, amountCents: euros(8_000) }),
          aCostItem({ id: 2, amountCents: euros(100), budgetAccount: "543100" }),
          aCostItem({ id: 3, amountCents: euros(200), budgetKind: "investive" }),
          aCostItem({ id: 4, amountCents: euros(300), direction: "revenue" }),
          aCostItem({ id: 5, amountCents: null }),
        ],
      }),
    ];
    const { usages, withoutLine } = ask({ measures, lines: [aBudgetLine({ appropriationCents: euros(23_000) })] });
    expect(usages[0]).toMatchObject({ burden: euros(8_000), free: euros(15_000), planned: { unknownCount: 1 } });
    expect(withoutLine.map((each) => [each.budgetAccount, each.budgetKind, each.direction, each.amount.expense, each.amount.revenue])).toEqual([
      ["528100", "consumptive", "revenue", 0, euros(300)],
      ["528100", "investive", "expense", euros(200), 0],
      ["543100", "consumptive", "expense", euros(100), 0],
    ]);
  });

  test("is measured against what is left, never below what is bound already, and an unknown appropriation leaves nothing known", () => {
    const measures = [aMeasure({ costItems: [aCostItem({ amountCents: euros(10) })] })];
    const free = (line: Parameters<typeof aBudgetLine>[0]) => ask({ measures, lines: [aBudgetLine(line)] }).usages[0]?.free;
    expect(free({ appropriationCents: null })).toBeNull();
    expect(free({ appropriationCents: euros(8) })).toBe(-euros(2));
    expect(free({ appropriationCents: euros(50), committedCents: euros(30), spentCents: euros(5) })).toBe(euros(15));
    expect(free({ appropriationCents: euros(50), committedCents: null, spentCents: null })).toBe(euros(40));
  });

  test("is less the earmarked grant, which goes by year and code", () => {
    const measures = [aMeasure({ costItems: [aCostItem({ amountCents: euros(100) })] })];
    const window = { measureId: 1, programme: "P", opensQuarter: quarter("2027-Q1"), closesQuarter: quarter("2027-Q1"), ratePercent: 90, maxGrantCents: null };
    expect(ask({ measures, lines: [aBudgetLine({ appropriationCents: euros(10) })], adoptedWindows: [window] }).usages[0]).toMatchObject({ burden: euros(10), free: 0 });
  });

  test("reaches lines of years that are no longer planned, but lists no costs of such years", () => {
    const measures = [aMeasure({ startQuarter: quarter("2026-Q1"), endQuarter: quarter("2026-Q4"), costItems: [aCostItem({ id: 1, amountCents: euros(7) }), aCostItem({ id: 2, budgetAccount: "543100" })] })];
    const { usages, withoutLine } = ask({ measures, lines: [aBudgetLine({ fiscalYear: 2026 })] });
    expect(usages[0]?.burden).toBe(euros(7));
    expect(withoutLine).toEqual([]);
  });

  test("on lines and off them is all that is planned, to the cent", () => {
    fc.assert(
      fc.property(anyMeasures, (measures) => {
        const lines = [2027, 2028, 2030].flatMap((fiscalYear, index) => [
          aBudgetLine({ id: index * 2 + 1, fiscalYear }),
          aBudgetLine({ id: index * 2 + 2, fiscalYear, budgetKind: "investive", budgetProduct: "1111", budgetAccount: "783200", direction: index === 1 ? "revenue" : "expense" }),
        ]);
        const { usages, withoutLine } = ask({ measures, lines, scope: "all" });
        const { cells } = budgetByYear({ measures, budgetFrames: [], horizon, scope: "all" });
        for (const side of ["expense", "revenue"] as const) {
          const found = [...usages.map((usage) => usage.planned), ...withoutLine.map((each) => each.amount)].reduce((sum, amount) => sum + amount[side], 0);
          expect(found).toBe(cells.reduce((sum, cell) => sum + cell[side], 0));
        }
      }),
    );
  });
});

test("a two-year budget has two budget years, three of mid-term planning, and the rest is outlook", () => {
  const period = budgetPeriodOf({ firstFiscalYear: 2027, fiscalHorizon: 7, budgetPeriodYears: 2 });
  expect(period).toEqual({ budgetYears: [2027, 2028], midTermYears: [2029, 2030, 2031], outlookYears: [2032, 2033] });
  expect([2026, 2028, 2031, 2033].map((year) => yearRole(period, year))).toEqual([null, "budget", "midTerm", "outlook"]);
  expect(budgetPeriodOf({ firstFiscalYear: 2027, fiscalHorizon: 4 })).toEqual({ budgetYears: [2027], midTermYears: [2028, 2029, 2030], outlookYears: [] });
});
