import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetByYear, burdenOf } from "#app/domain/resources/budget-by-year.ts";
import type { AdoptedWindow } from "#app/domain/resources/earmarked-grants.ts";
import { staffByQuarter } from "#app/domain/resources/staff-by-quarter.ts";
import { generatePortfolio } from "#db/seed/generate.ts";
import { heatOf } from "#tests/support/heat.ts";

test("the strip shows the figures of the pages on staff and budget, whatever the plan and the years", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), fc.integer({ min: 2024, max: 2030 }), fc.integer({ min: 0, max: 7 }), (seed, firstYear, more) => {
      const portfolio = generatePortfolio({ count: 40, seed });
      const [measure] = portfolio.measures.filter(({ startQuarter }) => startQuarter !== null);
      const windows: AdoptedWindow[] = measure?.startQuarter ? [{ measureId: measure.id, programme: "EFRE", opensQuarter: measure.startQuarter, closesQuarter: measure.startQuarter, ratePercent: 40, maxGrantCents: null }] : [];
      const horizon = { firstYear, lastYear: firstYear + more };
      const heat = heatOf(portfolio, horizon, windows);
      const staff = staffByQuarter({ ...portfolio, horizon, scope: "planned" });
      const budget = budgetByYear({ ...portfolio, horizon, scope: "planned", adoptedWindows: windows });
      expect(heat.teams.map(({ id, cells }) => ({ id, cells }))).toEqual(
        staff.rows.flatMap(({ addressee, cells }) =>
          addressee.kind === "team" ? [{ id: addressee.teamId, cells: cells.map(({ quarter, internal, unknownCount, capacity }) => ({ quarter, demand: internal, unknownCount, capacity })) }] : [],
        ),
      );
      expect(heat.budget.flatMap(({ kind, cells }) => cells.map((cell) => ({ kind, ...cell }))).sort((a, b) => a.fiscalYear - b.fiscalYear || (a.kind < b.kind ? 1 : -1))).toEqual(
        budget.cells.map((cell) => ({ kind: cell.budgetKind, fiscalYear: cell.fiscalYear, expense: burdenOf(cell), unknownCount: cell.unknownExpenseCount, frame: cell.frame })),
      );
    }),
    { numRuns: 60 },
  );
});
