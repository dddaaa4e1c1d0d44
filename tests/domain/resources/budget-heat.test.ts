import { expect, test } from "vitest";
import { euros } from "#app/domain/money/cents.ts";
import { budgetHeat, heatLevel } from "#app/domain/resources/budget-heat.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { lineUsage } from "#app/domain/resources/line-usage.ts";
import { aBudgetLine } from "#tests/support/budget-lines.ts";
import { aCostItem, aMeasure } from "#tests/support/portfolio.ts";

test.each([
  [0, null, false, "none"],
  [0, 0, true, "none"],
  [1, null, false, "open"],
  [1, 0, false, "over"],
  [80, 100, false, "low"],
  [81, 100, false, "tight"],
  [100, 100, false, "tight"],
  [101, 100, false, "over"],
  [1, 100, true, "locked"],
] as const)("%i of %s (locked: %s) is %s", (burden, limit, locked, level) => {
  expect(heatLevel({ burden: euros(burden), limit: limit === null ? null : euros(limit), locked })).toBe(level);
});

test("frames come first, then the codes of which a line limits the plan; a year without a line has no cell", () => {
  const measures = [aMeasure({ costItems: [aCostItem({ amountCents: euros(90) })] })];
  const horizon = { firstYear: 2027, lastYear: 2028 };
  const byYear = budgetByYear({ measures, budgetFrames: [{ fiscalYear: 2027, budgetKind: "consumptive", amountCents: euros(50) }], horizon, scope: "planned" });
  const lines = [
    aBudgetLine({ id: 1, appropriationCents: euros(100), limitsPlan: true }),
    aBudgetLine({ id: 2, budgetAccount: "543100" }),
    aBudgetLine({ id: 3, budgetAccount: "414100", direction: "revenue", limitsPlan: true }),
    aBudgetLine({ id: 4, budgetAccount: "783100", budgetKind: "investive", fiscalYear: 2031, limitsPlan: true }),
  ];
  const { usages } = lineUsage({ lines, measures, horizon, scope: "planned", adoptedWindows: [] });
  const rows = budgetHeat({ byYear, usages });
  expect(rows.map((row) => [row.kind, row.budgetKind, row.cells.map((cell) => cell && [cell.burden, cell.limit, cell.level, cell.measureCount, cell.lineId])])).toEqual([
    ["frame", "investive", [[0, null, "none", 0, null], [0, null, "none", 0, null]]],
    ["frame", "consumptive", [[euros(90), euros(50), "over", 1, null], [0, null, "none", 0, null]]],
    ["line", "consumptive", [[euros(90), euros(100), "tight", 1, 1], null]],
  ]);
});
