import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { acceptBreaks, moveBreaks, type MoveBreak, type MoveManner } from "#app/domain/planning/move-breaks.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import type { PlaceChange } from "#app/domain/planning/plan-move.ts";
import { heatOf } from "#tests/support/heat.ts";
import { aCostItem, aDependency, aMeasure, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";

const q = quarter;
const years = { firstYear: 2027, lastYear: 2029 };
const judged = (portfolio: Portfolio) => ({
  plan: portfolio,
  sums: { years, heat: heatOf(portfolio, years, []), shares: new Map(portfolio.measures.map((measure) => [measure.id, { ...measure, window: null }])) },
});
const from = (measureId: number, before: [string, string], after: [string, string]): PlaceChange => ({
  measureId,
  before: { startQuarter: q(before[0]), endQuarter: q(before[1]) },
  after: { startQuarter: q(after[0]), endQuarter: q(after[1]) },
});
const first = aMeasure({ id: 1, startQuarter: q("2027-Q1"), endQuarter: q("2027-Q2"), staffDemands: [aStaffDemand({ personDays: 20 })] });
const second = aMeasure({ id: 2, startQuarter: q("2027-Q3"), endQuarter: q("2027-Q4"), deadline: plainDate("2027-12-31"), costItems: [aCostItem({ amountCents: euros(40_000) })] });
const plan = aPortfolio({
  measures: [first, second],
  dependencies: [aDependency({ id: 7, predecessorId: 1, successorId: 2 })],
  capacities: [{ teamId: 1, quarter: q("2027-Q3"), personDays: 5 }],
  budgetFrames: [{ fiscalYear: 2028, budgetKind: "consumptive", amountCents: euros(30_000) }],
});

describe("what a move breaks", () => {
  test("nothing where all is well", () => {
    expect(moveBreaks({ changes: [from(2, ["2027-Q3", "2027-Q4"], ["2027-Q4", "2027-Q4"])], ...judged(plan) })).toEqual([]);
  });

  test("those that wait, and the staff of a quarter", () => {
    expect(moveBreaks({ changes: [from(1, ["2027-Q1", "2027-Q2"], ["2027-Q2", "2027-Q3"])], ...judged(plan) })).toEqual([
      { measureId: 1, already: false, code: "successorStartsTooEarly", dependencyId: 7, otherId: 2, earliestStart: "2027-Q4" },
      { code: "overuse", already: false, kind: "staff", teamId: 1, quarter: "2027-Q3", before: 0, after: 15 },
    ]);
  });

  test("both moved: the deadline and the frame of the one that was moved along, each once", () => {
    const changes = [from(1, ["2027-Q1", "2027-Q2"], ["2027-Q4", "2027-Q4"]), from(2, ["2027-Q3", "2027-Q4"], ["2028-Q1", "2028-Q2"])];
    expect(moveBreaks({ changes, ...judged(plan) })).toEqual([
      { measureId: 2, already: false, code: "deadlineMissed", deadline: "2027-12-31" },
      { code: "overuse", already: false, kind: "budget", fiscalYear: 2028, budgetKind: "consumptive", before: 0, after: euros(10_000) },
    ]);
  });

  test("what was broken before is marked, and a dependency between two changed measures is said once", () => {
    const tight = { ...plan, measures: [first, { ...second, startQuarter: q("2027-Q1") }] };
    const changes = [from(1, ["2027-Q1", "2027-Q2"], ["2027-Q2", "2027-Q2"]), from(2, ["2027-Q1", "2027-Q4"], ["2027-Q2", "2027-Q4"])];
    expect(moveBreaks({ changes, ...judged(tight) })).toEqual([{ measureId: 1, already: true, code: "successorStartsTooEarly", dependencyId: 7, otherId: 2, earliestStart: "2027-Q3" }]);
  });
});

describe("what breaks may be accepted", () => {
  const broken = { code: "deadlineMissed", measureId: 1, deadline: plainDate("2027-12-31"), already: false } as const satisfies MoveBreak;
  test.each<[string, MoveManner, string, MoveBreak[], string | null]>([
    ["nothing is asked when all is well", "asked", "", [], null],
    ["asked first", "asked", "Eilt", [broken], "confirmationMissing"],
    ["kept without a reason", "keep", " ", [broken], "reasonMissing"],
    ["kept with one", "keep", "Eilt", [broken], null],
    ["dependents moved, all well", "withDependents", "", [], null],
    ["dependents moved, something still broken", "withDependents", "", [broken], "reasonMissing"],
    ["repaired, though it breaks something", "repaired", "Eilt", [broken], "repairOutdated"],
    ["repaired, what was broken before left alone", "repaired", "", [{ ...broken, already: true }], null],
  ])("%s", (_what, manner, reason, breaks, problem) => {
    const accepted = acceptBreaks({ manner, reason, breaks });
    expect(accepted.ok ? null : accepted.refusal.code === "invalid" && Object.values(accepted.refusal.fields)[0]?.[0]?.code).toBe(problem);
  });
});
