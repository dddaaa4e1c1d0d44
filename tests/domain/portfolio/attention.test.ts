import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { measureStatuses, settledStatuses, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { euros } from "#app/domain/money/cents.ts";
import { findAttention, measureFindingCodes, measuresWith, severityOf, type PlanInTime } from "#app/domain/portfolio/attention.ts";
import { upcomingDates } from "#app/domain/portfolio/upcoming.ts";
import { aCostItem, aDependency, aMeasure, aMilestone, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";

const TODAY = plainDate("2026-11-22");
const complete = (overrides: Partial<Measure> = {}) => aMeasure({ updatedAt: "2026-11-01T08:00:00.000Z", costItems: [aCostItem()], staffDemands: [aStaffDemand({ personDays: 1 })], ...overrides });
const planOf = (measures: readonly Measure[], overrides: Partial<PlanInTime> = {}): PlanInTime => ({
  ...aPortfolio({ measures, dependencies: [], budgetFrames: [], capacities: [] }),
  confirmedAt: new Map(),
  ...overrides,
});
const codesOf = (measures: readonly Measure[], overrides: Partial<PlanInTime> = {}) =>
  findAttention({ plan: planOf(measures, overrides), ownUnitIds: null, today: TODAY, personal: {} }).map((finding) => finding.code);

describe("findAttention", () => {
  it("finds nothing in a plan that is in order, and nothing in an empty one", () => {
    expect(codesOf([complete()])).toEqual([]);
    expect(codesOf([])).toEqual([]);
  });

  it.each<[string, Partial<Measure>]>([
    ["deadlinePassed", { deadline: plainDate("2026-11-21") }],
    ["redLight", { trafficLight: "red" }],
    ["endPassed", { status: "inProgress", startQuarter: quarter("2026-Q1"), endQuarter: quarter("2026-Q3") }],
    ["milestonePassed", { milestones: [aMilestone({ dueDate: plainDate("2026-11-21") })] }],
    ["startPassed", { startQuarter: quarter("2026-Q3") }],
    ["stale", { updatedAt: "2026-05-01T08:00:00.000Z" }],
    ["estimateMissing", { costItems: [aCostItem({ amountCents: null })] }],
    ["estimateMissing", { staffDemands: [aStaffDemand({ personDays: null })] }],
    ["estimateMissing", { costItems: [], staffDemands: [] }],
  ])("finds %s", (code, overrides) => {
    expect(codesOf([complete(overrides)])).toEqual([code]);
  });

  it.each<[string, Partial<Measure>]>([
    ["a deadline of today", { deadline: TODAY }],
    ["a quarter that has not ended", { status: "inProgress", startQuarter: quarter("2026-Q1"), endQuarter: quarter("2026-Q4") }],
    ["a milestone that was reached", { milestones: [aMilestone({ dueDate: plainDate("2026-11-01"), reachedOn: plainDate("2026-11-20") })] }],
    ["a start in the running quarter", { startQuarter: quarter("2026-Q4") }],
    ["a save 180 days ago", { updatedAt: `${addDays(TODAY, -180)}T08:00:00.000Z` }],
    ["an idea without estimates", { status: "idea", costItems: [], staffDemands: [] }],
    ["staff stated but no cost", { costItems: [] }],
  ])("leaves %s in peace", (_name, overrides) => {
    expect(codesOf([complete(overrides)])).toEqual([]);
  });

  it("takes a confirmation for as good as a change", () => {
    const measures = [complete({ updatedAt: "2025-01-01T08:00:00.000Z" })];
    expect(codesOf(measures)).toEqual(["stale"]);
    expect(codesOf(measures, { confirmedAt: new Map([[1, "2026-10-01T08:00:00.000Z"]]) })).toEqual([]);
  });

  it("names the successor that starts before its predecessor ends, unless the predecessor is settled", () => {
    const successor = complete({ id: 2, startQuarter: quarter("2027-Q2"), endQuarter: quarter("2027-Q4") });
    const dependencies = [aDependency()];
    expect(findAttention({ plan: planOf([complete(), successor], { dependencies }), ownUnitIds: null, today: TODAY, personal: {} })).toEqual([{ code: "dependencyViolated", measureIds: [2] }]);
    expect(codesOf([complete({ status: "implemented" }), successor], { dependencies })).toEqual([]);
  });

  it("names the years and teams where money and people do not suffice", () => {
    const measures = [complete({ costItems: [aCostItem({ budgetKind: "investive", amountCents: euros(100) })], staffDemands: [aStaffDemand({ teamId: 1, personDays: 20 })] })];
    const budgetFrames = [{ fiscalYear: 2027, budgetKind: "investive" as const, amountCents: euros(90) }];
    const capacities = [{ teamId: 1, quarter: quarter("2027-Q1"), personDays: 20 }, { teamId: 1, quarter: quarter("2027-Q2"), personDays: 19 }];
    expect(findAttention({ plan: planOf(measures, { budgetFrames, capacities }), ownUnitIds: null, today: TODAY, personal: {} })).toEqual([
      { code: "overBudget", cells: [{ fiscalYear: 2027, budgetKind: "investive", overuse: euros(10) }] },
      { code: "overCapacity", teams: [{ teamId: 1, quarters: ["2027-Q2"] }] },
    ]);
  });

  it("shows a contributor only the own unit's measures and never the budget", () => {
    const measures = [complete({ trafficLight: "red", costItems: [aCostItem({ amountCents: euros(100) })] }), complete({ id: 2, leadUnitId: 3, trafficLight: "red" }), complete({ id: 3, leadUnitId: null, trafficLight: "red" })];
    const budgetFrames = [{ fiscalYear: 2027, budgetKind: "consumptive" as const, amountCents: euros(1) }];
    const plan = planOf(measures, { budgetFrames });
    expect(findAttention({ plan, ownUnitIds: [3], today: TODAY, personal: {} })).toEqual([{ code: "redLight", measureIds: [2] }]);
  });

  it("mentions personal duties only where there are some, and puts the urgent first", () => {
    const findings = findAttention({ plan: planOf([complete({ trafficLight: "red" })]), ownUnitIds: null, today: TODAY, personal: { ratingsOwed: 3, commentsToAnswer: 1, importsToFinish: 0 } });
    expect(findings.map((finding) => finding.code)).toEqual(["redLight", "commentsToAnswer", "ratingsOwed"]);
    expect(findAttention({ plan: null, ownUnitIds: null, today: TODAY, personal: { versionToRead: 1 } })).toEqual([{ code: "versionToRead", count: 1 }]);
  });

  it("never mentions a settled measure, names no measure twice under one finding and keeps severity in order", () => {
    const day = fc.integer({ min: -400, max: 400 }).map((offset) => addDays(TODAY, offset));
    const measure = fc.record({
      status: fc.constantFrom(...measureStatuses),
      trafficLight: fc.option(fc.constantFrom(...trafficLights)),
      deadline: fc.option(day),
      endQuarter: fc.option(fc.constantFrom(quarter("2026-Q1"), quarter("2028-Q4"))),
      updatedAt: day.map((date) => `${date}T08:00:00.000Z`),
    });
    fc.assert(
      fc.property(fc.array(measure, { maxLength: 12 }), (drafts) => {
        const measures = drafts.map((draft, index) => complete({ ...draft, id: index + 1, startQuarter: quarter("2026-Q1") }));
        const findings = findAttention({ plan: planOf(measures), ownUnitIds: null, today: TODAY, personal: {} });
        const settled = new Set(measures.filter((each) => settledStatuses.includes(each.status)).map((each) => each.id));
        for (const finding of findings) {
          if (!("measureIds" in finding)) continue;
          expect(new Set(finding.measureIds).size).toBe(finding.measureIds.length);
          expect(finding.measureIds.some((id) => settled.has(id))).toBe(false);
          expect(finding.measureIds).toEqual(measuresWith({ code: finding.code, measures, plan: planOf(measures), today: TODAY }));
        }
        const ranks = findings.map((finding) => ["urgent", "soon", "routine"].indexOf(severityOf(finding.code)));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  it("can be asked for every finding alone", () => {
    for (const code of measureFindingCodes) expect(measuresWith({ code, measures: [], plan: planOf([]), today: TODAY })).toEqual([]);
  });
});

describe("upcomingDates", () => {
  it("lists deadlines and open milestones within the span, nearest first", () => {
    const measures = [
      complete({ deadline: plainDate("2027-01-12"), deadlineReason: "Frist", milestones: [aMilestone({ dueDate: plainDate("2026-12-01") }), aMilestone({ id: 2, dueDate: plainDate("2026-12-02"), reachedOn: TODAY }), aMilestone({ id: 3, dueDate: plainDate("2026-11-21") })] }),
      complete({ id: 2, status: "implemented", deadline: plainDate("2026-12-01") }),
      complete({ id: 3, deadline: plainDate("2027-02-21") }),
    ];
    expect(upcomingDates({ measures, today: TODAY, days: 90 }).map(({ date, kind, measureId }) => [date, kind, measureId])).toEqual([
      ["2026-12-01", "milestone", 1],
      ["2027-01-12", "deadline", 1],
    ]);
  });
});
