import { describe, expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { moveEffects } from "#app/domain/planning/move-effects.ts";
import { aCostItem, aMeasure, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";

const q = quarter;
const horizon = { firstYear: 2027, lastYear: 2029 };
const measure = aMeasure({
  startQuarter: q("2027-Q1"),
  endQuarter: q("2027-Q4"),
  costItems: [aCostItem({ amountCents: euros(40_000), budgetKind: "investive" }), aCostItem({ id: 2, amountCents: null })],
  staffDemands: [aStaffDemand({ personDays: 20 })],
});
const { teams } = aPortfolio();

describe("moveEffects", () => {
  test("a year later: money and staff move along", () => {
    const effects = moveEffects({ measure, target: { startQuarter: q("2028-Q1"), endQuarter: q("2028-Q4") }, teams, horizon });
    expect(effects.years).toEqual([
      { fiscalYear: 2027, before: euros(40_000), after: 0, unknown: true },
      { fiscalYear: 2028, before: 0, after: euros(40_000), unknown: true },
      { fiscalYear: 2029, before: 0, after: 0, unknown: true },
    ]);
    expect(effects.staff).toEqual([
      { teamId: 1, first: "2027-Q1", last: "2027-Q4", before: 20, after: 0 },
      { teamId: 1, first: "2028-Q1", last: "2028-Q4", before: 0, after: 20 },
    ]);
  });

  test("within the same year the yearly cost stays and is not shown", () => {
    const effects = moveEffects({ measure: { ...measure, endQuarter: q("2027-Q2") }, target: { startQuarter: q("2027-Q3"), endQuarter: q("2027-Q4") }, teams, horizon });
    expect(effects.years).toEqual([]);
  });

  test("an idea is judged, too, and a rejected measure moves nothing", () => {
    const target = { startQuarter: q("2028-Q1"), endQuarter: q("2028-Q4") };
    expect(moveEffects({ measure: { ...measure, status: "idea" }, target, teams, horizon }).years).toHaveLength(3);
    expect(moveEffects({ measure: { ...measure, status: "rejected" }, target, teams, horizon })).toEqual({ years: [], staff: [] });
  });
});
