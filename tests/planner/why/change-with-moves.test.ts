import { expect, test } from "vitest";
import { euros } from "#app/domain/money/cents.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import { buildProblem } from "#app/planner/model/build-problem.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { planOf } from "#app/planner/model/read-plan.ts";
import { firstPlan } from "#app/planner/search/first-plan.ts";
import { withChange } from "#app/planner/why/single-change.ts";
import { explainable, whyHere } from "#app/planner/why/why-here.ts";
import { aCandidate, aPlannerInput, someSettings } from "#tests/support/planner-input.ts";
import { aCostItem, aDependency, aStaffDemand } from "#tests/support/portfolio.ts";

const settings = someSettings();

/** More measures than there is money and staff for; each needs several limits at once, so that one change alone seldom does. */
function aFullInput(mandatory: readonly number[] = []): PlannerInput {
  return aPlannerInput({
    measures: Array.from({ length: 26 }, (_, index) =>
      aCandidate(index + 1, {
        costItems: [aCostItem({ id: index + 1, amountCents: euros(14_000 + 5_000 * (index % 7)), budgetKind: index % 2 ? "investive" : "consumptive" })],
        staffDemands: [aStaffDemand({ id: 2 * index + 1, teamId: 1, personDays: 9 + (index % 9) }), aStaffDemand({ id: 2 * index + 2, teamId: 2, personDays: 5 + ((index * 5) % 11) })],
      }),
    ),
    dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 3, successorId: 4, lagQuarters: 2 })],
    terms: { measures: mandatory.map((measureId) => ({ ...noTerms(measureId), mandatory: true })), windows: [], pairs: [], startLimits: [] },
  });
}

function planFor(input: PlannerInput) {
  const model = buildProblem(input, settings);
  const plan = firstPlan(compileProblem(model.problem));
  return planOf(model, { choice: plan.choice(), objective: 0, bound: 0, steps: 0 }, 1);
}

test("what is said to do with others making way does: the checker accepts that very plan, nothing mandatory is lost, little moves", () => {
  const input = aFullInput([5, 6, 7]);
  const plan = planFor(input);
  expect(checkPlan(input, settings, plan)).toEqual([]);
  const explained = explainable(input, settings, plan);
  const startOf = new Map(plan.placed.map((each) => [each.measureId, each.startQuarter]));
  let found = 0;
  for (const { id } of input.measures) {
    const { withMoves, changes } = whyHere(explained, id);
    if (withMoves === null) continue;
    found += 1;
    const { change, start, moved, dropped, plan: next } = withMoves;
    expect(changes.some((each) => each.change.kind === "staff" || each.change.kind === "money")).toBe(false);
    expect(checkPlan(change === null ? input : withChange(input, change), settings, next)).toEqual([]);
    expect(next.placed.find((each) => each.measureId === id)?.startQuarter).toBe(start);
    expect(start < (startOf.get(id) ?? "9999-Q4")).toBe(true);
    expect([moved.length <= 5, dropped.length <= 1]).toEqual([true, true]);
    expect(dropped.filter((each) => [5, 6, 7].includes(each))).toEqual([]);
    // Whoever is not named stays where it was.
    const named = new Set([id, ...dropped, ...moved.map((each) => each.measureId)]);
    expect(next.placed.filter((each) => !named.has(each.measureId))).toEqual(plan.placed.filter((each) => !named.has(each.measureId)));
    expect(whyHere(explained, id).withMoves).toEqual(withMoves);
    if (found === 4) break;
  }
  expect(found).toBeGreaterThan(1);
}, 30_000);
