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
const other = aMeasure({ id: 2, startQuarter: q("2028-Q1"), endQuarter: q("2028-Q4"), costItems: [aCostItem({ id: 3, amountCents: euros(90_000), budgetKind: "investive" })] });
const plan = aPortfolio({
  measures: [measure, other],
  budgetFrames: [
    { fiscalYear: 2027, budgetKind: "investive", amountCents: euros(100_000) },
    { fiscalYear: 2028, budgetKind: "investive", amountCents: euros(100_000) },
  ],
  capacities: [{ teamId: 1, quarter: q("2028-Q1"), personDays: 15 }],
});

describe("moveEffects", () => {
  test("a year later: money and staff move along, and what is exceeded afterwards is named", () => {
    const effects = moveEffects({ measure, target: { startQuarter: q("2028-Q1"), endQuarter: q("2028-Q4") }, plan, horizon });
    expect(effects.years).toEqual([
      { fiscalYear: 2027, before: euros(40_000), after: 0, unknown: true },
      { fiscalYear: 2028, before: 0, after: euros(40_000), unknown: true },
      { fiscalYear: 2029, before: 0, after: 0, unknown: true },
    ]);
    expect(effects.staff).toEqual([
      { teamId: 1, first: "2027-Q1", last: "2027-Q4", before: 20, after: 0 },
      { teamId: 1, first: "2028-Q1", last: "2028-Q4", before: 0, after: 20 },
    ]);
    expect(effects.overuse).toEqual([
      { kind: "budget", fiscalYear: 2028, budgetKind: "investive", before: 0, after: euros(30_000) },
      { kind: "staff", teamId: 1, quarter: "2028-Q1", before: 0, after: 5 },
    ]);
  });

  test("within the same year the yearly cost stays and is not shown", () => {
    const effects = moveEffects({ measure: { ...measure, endQuarter: q("2027-Q2") }, target: { startQuarter: q("2027-Q3"), endQuarter: q("2027-Q4") }, plan, horizon });
    expect(effects.years).toEqual([]);
    expect(effects.overuse).toEqual([]);
  });

  test("an idea is judged, too, and a rejected measure moves nothing", () => {
    const target = { startQuarter: q("2028-Q1"), endQuarter: q("2028-Q4") };
    expect(moveEffects({ measure: { ...measure, status: "idea" }, target, plan, horizon }).years).toHaveLength(3);
    expect(moveEffects({ measure: { ...measure, status: "rejected" }, target, plan, horizon })).toEqual({ years: [], staff: [], overuse: [] });
  });
});
