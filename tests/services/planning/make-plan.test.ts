import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import { noChanges } from "#app/domain/planning/scenario.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { makePlan } from "#app/services/planning/make-plan.server.ts";
import type { PlanNews } from "#app/services/planning/plan-runs-in-progress.server.ts";
import { aCandidate, aPlannerInput, someSettings } from "#tests/support/planner-input.ts";
import { aDependency } from "#tests/support/portfolio.ts";

const settings = someSettings();

async function planned(input: PlannerInput) {
  const news: PlanNews[] = [];
  const outcome = await makePlan({ input, changes: noChanges, settings, seed: 1, seconds: 0.05 }, { clock: () => performance.now(), isStopped: () => false, onNews: (each) => news.push(each) });
  if (outcome.kind !== "planned") throw new Error(JSON.stringify(outcome));
  return { plan: outcome.plan, news };
}
const reasons = async (input: PlannerInput) => Object.fromEntries((await planned(input)).plan.leftOut.map(({ measureId, reason }) => [measureId, reason]));

describe("contradictory data lead to a plan that says what it leaves out and why", () => {
  test("cycles, with what waits for them", async () => {
    const dependencies = [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 2, successorId: 1 }), aDependency({ id: 3, predecessorId: 2, successorId: 3 })];
    expect(await reasons(aPlannerInput({ measures: [1, 2, 3, 4].map((id) => aCandidate(id)), dependencies }))).toEqual({ 1: "inCycle", 2: "inCycle", 3: "predecessorLeftOut" });
  });

  test("a deadline before the start, more work than time, nothing known, nobody there", async () => {
    const measures = [aCandidate(1, { deadline: plainDate("2026-12-31") }), aCandidate(2, { earliestStart: plainDate("2030-10-01") }), aCandidate(3, { startQuarter: null, endQuarter: null }), aCandidate(4, { costItems: [] })];
    expect(await reasons(aPlannerInput({ measures }))).toEqual({ 1: "deadlineBeforeStart", 2: "tooLong", 3: "unknownDuration", 4: "unknownCost" });
    const nobody = aPlannerInput({ measures: [aCandidate(1)], capacities: aPlannerInput().capacities.map((each) => ({ ...each, personDays: 0 })) });
    expect(await reasons(nobody)).toEqual({ 1: "notChosen" });
  });

  test("nothing to plan at all", async () => {
    expect((await planned(aPlannerInput({ measures: [aCandidate(1, { status: "implemented" })] }))).plan).toMatchObject({ leftOut: [], objective: 0, bound: 0 });
  });
});

test("the first plan comes at once, worth what it says, and has passed the checker; the last is no worse", async () => {
  const input = aPlannerInput({ measures: Array.from({ length: 40 }, (_, index) => aCandidate(index + 1)), priorities: Array.from({ length: 40 }, (_, index) => ({ measureId: index + 1, place: index + 1, score: 90 - index })) });
  const { plan, news } = await planned(input);
  const [first] = news;
  expect(first?.plan).not.toBeNull();
  expect(first?.plan && checkPlan(input, settings, first.plan)).toEqual([]);
  expect(plan.objective).toBeGreaterThanOrEqual(first?.plan?.objective ?? Infinity);
  expect(plan.objective).toBeLessThanOrEqual(plan.bound);
});

test("a plan that lacks what must be in it is not called better than what is possible", async () => {
  const input = aPlannerInput({
    measures: [aCandidate(1, { deadline: plainDate("2027-09-30") }), aCandidate(2, { deadline: plainDate("2027-09-30") }), aCandidate(3), aCandidate(4)],
    capacities: aPlannerInput().capacities.map((each) => ({ ...each, personDays: 20 })),
    terms: { measures: [1, 2].map((measureId) => ({ ...noTerms(measureId), mandatory: true })), windows: [], pairs: [], startLimits: [] },
  });
  const { plan } = await planned(input);
  expect(plan.leftOut.filter((each) => each.mandatory)).toHaveLength(1);
  expect(plan.bound).toBeGreaterThan(plan.objective);
});
