import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { euros } from "#app/domain/money/cents.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { buildProblem } from "#app/planner/model/build-problem.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { aCandidate, aFundingWindow, aPlannerInput, firstFitPlan, someSettings } from "#tests/support/planner-input.ts";
import { aBenefit, aCostItem, aDependency, aStaffDemand } from "#tests/support/portfolio.ts";

const settings = someSettings();
const rulesOf = (input: PlannerInput, plan: Plan) => checkPlan(input, settings, plan).map((breach) => breach.rule);
const planned = (input: PlannerInput) => firstFitPlan(buildProblem(input, settings));
const moved = (plan: Plan, measureId: number, by: number): Plan => ({
  ...plan,
  placed: plan.placed.map((place) => (place.measureId === measureId ? { ...place, startQuarter: addQuarters(place.startQuarter, by), endQuarter: place.endQuarter && addQuarters(place.endQuarter, by) } : place)),
});

const money = fc.integer({ min: 0, max: 90_000_00 }).map((value) => aCostItem({ amountCents: value as ReturnType<typeof euros> }).amountCents);
const aRandomMeasure = (id: number) =>
  fc
    .record({
      status: fc.constantFrom("idea", "proposed", "planned", "resolved", "inProgress", "implemented", "rejected" as const),
      start: fc.integer({ min: -3, max: 14 }),
      length: fc.integer({ min: 1, max: 6 }),
      amount: money,
      runningAmount: money,
      profile: fc.constantFrom("even", "atStart", "atEnd", "rising", "falling" as const),
      budgetKind: fc.constantFrom("investive", "consumptive" as const),
      teamId: fc.constantFrom(1, 2),
      personDays: fc.integer({ min: 0, max: 70 }),
      basis: fc.constantFrom("total", "perQuarter" as const),
      deadline: fc.constantFrom(null, "2028-06-30", "2029-12-31"),
    })
    .map(({ status, start, length, amount, runningAmount, profile, budgetKind, teamId, personDays, basis, deadline }) =>
      aCandidate(id, {
        status,
        startQuarter: addQuarters(quarter("2027-Q1"), start),
        endQuarter: addQuarters(quarter("2027-Q1"), start + length - 1),
        deadline: deadline === null ? null : plainDate(deadline),
        costItems: [aCostItem({ id: 3 * id, amountCents: amount, profile, budgetKind }), aCostItem({ id: 3 * id + 1, rhythm: "running", amountCents: runningAmount }), aCostItem({ id: 3 * id + 2, direction: "revenue", amountCents: amount })],
        staffDemands: [aStaffDemand({ id, teamId, personDays, basis })],
        benefits: [aBenefit({ id, kind: "savingPerYear", amountCents: amount, hoursPerYear: null })],
      }),
    );

const randomInput = fc
  .integer({ min: 1, max: 14 })
  .chain((count) =>
    fc.record({
      measures: fc.tuple(...Array.from({ length: count }, (_, index) => aRandomMeasure(index + 1))),
      edges: fc.array(fc.tuple(fc.integer({ min: 1, max: count }), fc.integer({ min: 1, max: count }), fc.integer({ min: 0, max: 2 })), { maxLength: 8 }),
      windows: fc.array(fc.record({ measureId: fc.integer({ min: 1, max: count }), ratePercent: fc.integer({ min: 1, max: 100 }), required: fc.boolean() }), { maxLength: 4 }),
      pairs: fc.array(fc.tuple(fc.integer({ min: 1, max: count }), fc.integer({ min: 1, max: count }), fc.constantFrom("excludes", "savesTogether" as const)), { maxLength: 4 }),
      limit: fc.integer({ min: 1, max: 3 }),
      locked: fc.boolean(),
    }),
  )
  .map(({ measures, edges, windows, pairs, limit, locked }) =>
    aPlannerInput({
      measures,
      dependencies: edges.filter(([a, b]) => a !== b).map(([predecessorId, successorId, lagQuarters], index) => aDependency({ id: index + 1, predecessorId, successorId, lagQuarters })),
      budgetLines: [{ id: 1, fiscalYear: 2028, budgetProduct: "1115", budgetAccount: "528100", label: "", budgetKind: "consumptive", direction: "expense", appropriationCents: euros(50_000), committedCents: null, spentCents: null, commitmentAppropriationCents: null, locked, lockNote: "", coverage: "", budgetReference: "", limitsPlan: true, measureIds: [], rowVersion: 1 }],
      terms: {
        measures: [],
        windows: windows.map((each, index) => aFundingWindow({ ...each, id: index + 1 })),
        pairs: pairs.filter(([a, b]) => a < b).map(([firstId, secondId, kind], index) => ({ id: index + 1, kind, firstId, secondId, savingCents: kind === "savesTogether" ? euros(5_000) : null, reason: "", rowVersion: 1 })),
        startLimits: [{ orgUnitId: 2, startsPerQuarter: limit, rowVersion: 1 }],
      },
      priorities: measures.map((measure, index) => ({ measureId: measure.id, place: index + 1, score: 90 - index })),
    }),
  );

describe("rows of the problem and sums of the pages", () => {
  it("agree: whatever fits the rows, the checker accepts, whatever the plan", () => {
    fc.assert(
      fc.property(randomInput, fc.boolean(), (input, includeIdeas) => {
        const chosen = someSettings({ includeIdeas });
        expect(checkPlan(input, chosen, firstFitPlan(buildProblem(input, chosen)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("agree with assumptions, too", () => {
    const chosen = someSettings({ unknownEstimates: "assume" });
    const unknown = (input: PlannerInput): PlannerInput => ({
      ...input,
      measures: input.measures.map((measure) => (measure.id % 2 ? measure : { ...measure, endQuarter: null, costItems: [], staffDemands: [aStaffDemand({ personDays: null })] })),
    });
    fc.assert(
      fc.property(randomInput.map(unknown), (input) => {
        expect(checkPlan(input, chosen, firstFitPlan(buildProblem(input, chosen)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what the checker refuses", () => {
  const two = aPlannerInput({ measures: [aCandidate(1), aCandidate(2)], dependencies: [aDependency({ predecessorId: 1, successorId: 2 })] });

  it("a successor before its predecessor has ended", () => {
    expect(rulesOf(two, planned(two))).toEqual([]);
    expect(rulesOf(two, moved(planned(two), 2, -1))).toEqual(["dependency"]);
  });

  it("a team asked for more than it has", () => {
    const input = aPlannerInput({ measures: [1, 2, 3, 4].map((id) => aCandidate(id, { costItems: [aCostItem({ id, amountCents: euros(1) })] })) });
    const crowded: Plan = { ...planned(input), placed: planned(input).placed.map((place) => ({ ...place, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q3") })) };
    expect(checkPlan(input, settings, crowded)).toContainEqual({ rule: "staff", teamId: 1, quarter: "2027-Q2", overuse: 20 });
  });

  it("more money than the frame of a year, running costs included", () => {
    const measures = [1, 2, 3, 4].map((id) => aCandidate(id, { staffDemands: [aStaffDemand({ id, teamId: 1, personDays: 1 })] }));
    const input = aPlannerInput({ measures });
    const crowded: Plan = { ...planned(input), placed: measures.map(({ id }) => ({ measureId: id, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q3"), fundingWindowId: null, fixed: false, assumed: [] })), leftOut: [] };
    expect(checkPlan(input, settings, crowded)).toEqual([{ rule: "budget", fiscalYear: 2027, budgetKind: "consumptive", overuse: euros(24_000) }]);
  });

  it("other lengths, starts outside the plan, missed deadlines, closed windows, moved fixed measures and forgotten ones", () => {
    const input = aPlannerInput({
      measures: [aCandidate(1, { deadline: plainDate("2027-09-30") }), aCandidate(2), aCandidate(3, { status: "inProgress" })],
      terms: { measures: [], windows: [aFundingWindow({ measureId: 2 })], pairs: [], startLimits: [] },
    });
    const plan = planned(input);
    expect(rulesOf(input, moved(plan, 1, 1))).toEqual(["afterDeadline"]);
    expect(rulesOf(input, moved(plan, 2, -1))).toContain("beforeStart");
    expect(rulesOf(input, moved(plan, 2, 20))).toContain("afterHorizon");
    expect(rulesOf(input, moved(plan, 3, 1))).toContain("movedThoughFixed");
    expect(rulesOf(input, { ...plan, placed: plan.placed.map((place) => (place.measureId === 2 ? { ...place, fundingWindowId: 1 } : place)) })).toEqual(["outsideWindow"]);
    expect(rulesOf(input, { ...plan, placed: plan.placed.map((place) => (place.measureId === 2 ? { ...place, endQuarter: place.startQuarter } : place)) })).toContain("wrongDuration");
    expect(rulesOf(input, { ...plan, placed: plan.placed.filter((place) => place.measureId !== 2) })).toEqual(["unaccountedFor"]);
  });

  it("both measures of a pair that excludes itself", () => {
    const input = aPlannerInput({ measures: [aCandidate(1), aCandidate(2)], terms: { measures: [], windows: [], pairs: [{ id: 1, kind: "excludes", firstId: 1, secondId: 2, savingCents: null, reason: "", rowVersion: 1 }], startLimits: [] } });
    const plan = planned(input);
    expect(plan.leftOut).toEqual([{ measureId: 2, reason: "notChosen", mandatory: false }]);
    expect(rulesOf(input, { ...plan, placed: [1, 2].map((measureId) => ({ measureId, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q3"), fundingWindowId: null, fixed: false, assumed: [] })), leftOut: [] })).toContain("exclusion");
  });
});
