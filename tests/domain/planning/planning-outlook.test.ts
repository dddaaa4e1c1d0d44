import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { planningOutlook } from "#app/domain/planning/planning-outlook.ts";
import { aCandidate, aFundingWindow, aPlannerInput, someSettings } from "#tests/support/planner-input.ts";
import { aDependency } from "#tests/support/portfolio.ts";

const undated = { startQuarter: null, endQuarter: null };

describe("data that contradict each other are named, each with what it concerns", () => {
  test("a cycle, and not what merely waits for it", () => {
    const dependencies = [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 2, successorId: 1 }), aDependency({ id: 3, predecessorId: 2, successorId: 3 }), aDependency({ id: 4, predecessorId: 4, successorId: 1 })];
    const { problems } = planningOutlook(aPlannerInput({ measures: [1, 2, 3, 4].map((id) => aCandidate(id)), dependencies }), someSettings());
    expect(problems).toEqual([{ code: "cycle", measureId: 1 }, { code: "cycle", measureId: 2 }]);
  });

  test("a deadline no start can keep; unless nobody knows how long it takes and it is left out anyway", () => {
    const measures = [aCandidate(1, { deadline: plainDate("2027-06-30") }), aCandidate(2, { deadline: plainDate("2027-09-30") }), aCandidate(3, { ...undated, deadline: plainDate("2027-03-31") })];
    const codes = (unknownEstimates: "leaveOut" | "assume") => planningOutlook(aPlannerInput({ measures }), someSettings({ unknownEstimates })).problems;
    expect(codes("leaveOut")).toEqual([{ code: "deadlineBeforeStart", measureId: 1, deadline: "2027-06-30", earliest: "2027-Q3" }]);
    expect(codes("assume")).toHaveLength(2);
  });

  test("a team without any time that somebody needs, a frame of zero, and a window that has closed", () => {
    const input = aPlannerInput({
      measures: [aCandidate(1)],
      firstQuarter: quarter("2027-Q3"),
      capacities: aPlannerInput().capacities.map((each) => ({ ...each, personDays: 0 })),
      budgetFrames: [{ fiscalYear: 2028, budgetKind: "investive", amountCents: euros(0) }, { fiscalYear: 2020, budgetKind: "investive", amountCents: euros(0) }],
      terms: { measures: [], pairs: [], startLimits: [], windows: [aFundingWindow({ required: true, opensQuarter: quarter("2026-Q1"), closesQuarter: quarter("2027-Q2") }), aFundingWindow({ id: 2, required: false, closesQuarter: quarter("2027-Q2") })] },
    });
    expect(planningOutlook(input, someSettings()).problems).toEqual([
      { code: "windowPast", measureId: 1, programme: "Smart Cities" },
      { code: "zeroCapacity", teamId: 1, count: 1 },
      { code: "zeroFrame", fiscalYear: 2028, budgetKind: "investive" },
    ]);
  });
});

test("what stands, what seeks a place, what is missing and which limits are known are counted apart", () => {
  const measures = [aCandidate(1, { status: "inProgress" }), aCandidate(2, { status: "idea" }), aCandidate(3, { ...undated, costItems: [], staffDemands: [] }), aCandidate(4, { status: "rejected" })];
  const outlook = planningOutlook(aPlannerInput({ measures, capacities: aPlannerInput().capacities.filter(({ teamId }) => teamId === 1), budgetFrames: [] }), someSettings());
  expect(outlook).toMatchObject({
    ...{ first: "2027-Q1", last: "2030-Q4", boundCount: 1, candidateCount: 2, ideaCount: 1, mandatoryCount: 0 },
    missing: [{ measureId: 3, figures: ["duration", "cost", "effort"] }],
    knownTeams: { known: 1, total: 2 },
    knownFrames: { known: 0, total: 8 },
  });
  expect(planningOutlook(aPlannerInput({ measures }), someSettings({ includeIdeas: false })).candidateCount).toBe(1);
});
