import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import { buildProblem } from "#app/planner/model/build-problem.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { planOf } from "#app/planner/model/read-plan.ts";
import { firstPlan } from "#app/planner/search/first-plan.ts";
import { conflictAmong } from "#app/planner/why/conflict-among.ts";
import { conflictingMeasures } from "#app/planner/why/conflict.ts";
import { withChange } from "#app/planner/why/single-change.ts";
import { explainable, whyHere } from "#app/planner/why/why-here.ts";
import { aCandidate, aPlannerInput, someSettings } from "#tests/support/planner-input.ts";
import { aCostItem, aDependency, aStaffDemand } from "#tests/support/portfolio.ts";

const settings = someSettings();

/** A plan by hand: every measure three quarters from its start, the rest left out. */
function planAt(input: PlannerInput, starts: Readonly<Record<number, string>>): Plan {
  const placed = Object.entries(starts).map(([id, start]) => {
    const startQuarter = quarter(start);
    const [year, number] = [Number(start.slice(0, 4)), Number(start.slice(6))];
    const end = year * 4 + number - 1 + 2;
    return { measureId: Number(id), startQuarter, endQuarter: quarter(`${Math.floor(end / 4)}-Q${(end % 4) + 1}`), fundingWindowId: null, fixed: false, assumed: [] };
  });
  const leftOut = input.measures.filter(({ id }) => !(id in starts)).map(({ id }) => ({ measureId: id, reason: "notChosen" as const, mandatory: false }));
  return { placed, leftOut, objective: 0, bound: 0, seed: 1, steps: 0, plannerVersion: "1" };
}

const explain = (input: PlannerInput, starts: Readonly<Record<number, string>>, measureId: number) => whyHere(explainable(input, settings, planAt(input, starts)), measureId);
const noMoney = { costItems: [aCostItem({ id: 1, amountCents: euros(1) })] };

describe("what is in the way", () => {
  test("a team that is taken, by whom, and how many person-days it lacks", () => {
    const input = aPlannerInput({ measures: [aCandidate(1, { ...noMoney, staffDemands: [aStaffDemand({ personDays: 50 })] }), aCandidate(2, { ...noMoney, staffDemands: [aStaffDemand({ id: 2, personDays: 20 })] })] });
    const { before, changes, span } = explain(input, { 1: "2027-Q1", 2: "2027-Q4" }, 2);
    expect(before).toMatchObject({ start: "2027-Q3", obstacles: [{ kind: "limit", key: { kind: "team", teamId: 1, quarter: "2027-Q3" }, needed: 20, free: 10, missing: 10, takers: [{ measureId: 1, amount: 50 }], standing: 0 }] });
    expect(changes).toEqual([{ start: "2027-Q3", change: { kind: "staff", teamId: 1, fromQuarter: "2027-Q3", toQuarter: "2027-Q3", personDays: 10 } }]);
    expect(span).toMatchObject({ earliest: "2027-Q1", earliestBecause: "today" });
  });

  test("a frame that is used up", () => {
    const input = aPlannerInput({
      measures: [aCandidate(1, { costItems: [aCostItem({ id: 1, amountCents: euros(90_000), profile: "atStart" })] }), aCandidate(2, { costItems: [aCostItem({ id: 2, amountCents: euros(30_000), profile: "atStart" })] })],
    });
    const { before, changes } = explain(input, { 1: "2027-Q1", 2: "2028-Q1" }, 2);
    expect(before?.obstacles).toMatchObject([{ kind: "limit", key: { kind: "frame", fiscalYear: 2027, budgetKind: "consumptive" }, missing: euros(20_000) }]);
    expect(changes).toEqual([{ start: "2027-Q1", change: { kind: "money", fiscalYear: 2027, budgetKind: "consumptive", amountCents: euros(20_000), lineIds: [] } }]);
  });

  test("a frame that what stands has overdrawn: what it lacks already is missing, too, or the change would not do", () => {
    const running = aCandidate(1, { status: "inProgress", costItems: [aCostItem({ id: 1, amountCents: euros(130_000), profile: "atStart" })] });
    const input = aPlannerInput({ measures: [running, aCandidate(2, { costItems: [aCostItem({ id: 2, amountCents: euros(30_000), profile: "atStart" })] })] });
    const plan = planAt(input, { 2: "2028-Q1" });
    const fixed = { ...plan, placed: [{ ...plan.placed[0]!, measureId: 1, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q3"), fixed: true }, ...plan.placed], leftOut: [] };
    const { before, changes } = whyHere(explainable(input, settings, fixed), 2);
    expect(before?.obstacles).toMatchObject([{ needed: euros(30_000), free: euros(-30_000), missing: euros(60_000), standing: euros(130_000) }]);
    expect(changes).toEqual([{ start: "2027-Q1", change: { kind: "money", fiscalYear: 2027, budgetKind: "consumptive", amountCents: euros(60_000), lineIds: [] } }]);
  });

  test("a predecessor that is not done yet, which no money helps", () => {
    const input = aPlannerInput({ measures: [aCandidate(1), aCandidate(2)], dependencies: [aDependency({ predecessorId: 1, successorId: 2, lagQuarters: 1 })] });
    const { before, changes } = explain(input, { 1: "2027-Q1", 2: "2028-Q1" }, 2);
    expect(before?.obstacles).toEqual([{ kind: "predecessor", measureId: 1, readyFrom: "2028-Q1" }]);
    expect(changes).toEqual([]);
  });

  test("nothing: then it is said that it could start earlier", () => {
    const { before, alsoPossible } = explain(aPlannerInput({ measures: [aCandidate(1)] }), { 1: "2027-Q3" }, 1);
    expect([before?.obstacles, alsoPossible?.start]).toEqual([[], "2027-Q1"]);
  });

  test("a measure left out: the starts where least is missing, and what would bring it in", () => {
    const input = aPlannerInput({ measures: [aCandidate(1, { ...noMoney, staffDemands: [aStaffDemand({ personDays: 70 })] })] });
    const { before, nearest, changes } = explain(input, {}, 1);
    expect([before, nearest.length]).toEqual([null, 3]);
    expect(changes).toEqual([{ start: "2027-Q1", change: { kind: "staff", teamId: 1, fromQuarter: "2027-Q1", toQuarter: "2027-Q3", personDays: 10 } }]);
  });

  test("a deadline that is too early: how far it would have to reach, whether the planner could consider the measure or not", () => {
    const late = (deadline: string) => aPlannerInput({ measures: [aCandidate(1, { ...noMoney, deadline: plainDate(deadline) })] });
    const wanted = [{ start: "2027-Q1", change: { kind: "deadline", measureId: 1, until: "2027-Q3" } }];
    expect(explain(late("2027-03-31"), {}, 1).changes).toEqual(wanted);
    const taken = aPlannerInput({ measures: [aCandidate(1, { ...noMoney, deadline: plainDate("2027-09-30") }), aCandidate(2, { ...noMoney, staffDemands: [aStaffDemand({ id: 2, personDays: 50 })] })] });
    expect(explain(taken, { 2: "2027-Q1" }, 1).changes).toContainEqual({ start: "2027-Q4", change: { kind: "deadline", measureId: 1, until: "2028-Q2" } });
  });

  test("a measure that is not a candidate has no start to speak of", () => {
    const input = aPlannerInput({ measures: [aCandidate(1, { status: "implemented" })] });
    expect(explain(input, {}, 1)).toEqual({ span: null, before: null, alsoPossible: null, nearest: [], changes: [], withMoves: null });
  });
});

describe("mandatory measures that do not fit together", () => {
  const mandatory = (ids: readonly number[]) => ({ measures: ids.map((measureId) => ({ ...noTerms(measureId), mandatory: true })), windows: [], pairs: [], startLimits: [] });
  const due = { deadline: plainDate("2027-09-30"), ...noMoney };

  test("the smallest set is named, not what happens to be mandatory besides", () => {
    const measures = [aCandidate(1, { ...due, staffDemands: [aStaffDemand({ personDays: 35 })] }), aCandidate(2, noMoney), aCandidate(3, { ...due, staffDemands: [aStaffDemand({ id: 3, personDays: 35 })] })];
    expect(conflictingMeasures(buildProblem(aPlannerInput({ measures, terms: mandatory([1, 2, 3]) }), settings))).toEqual([1, 3]);
  });

  test("where it is proven, it is said so, with what is lacking where", async () => {
    const measures = [aCandidate(1, { ...due, staffDemands: [aStaffDemand({ personDays: 35 })] }), aCandidate(2, noMoney), aCandidate(3, { ...due, staffDemands: [aStaffDemand({ id: 3, personDays: 35 })] })];
    const conflict = await conflictAmong(buildProblem(aPlannerInput({ measures, terms: mandatory([1, 2, 3]) }), settings), () => 0);
    expect(conflict).toMatchObject({ measureIds: [1, 3], isProven: true });
    expect(conflict?.lacking).toContainEqual({ key: { kind: "team", teamId: 1, quarter: "2027-Q1" }, amount: 10 });
    expect(await conflictAmong(buildProblem(aPlannerInput({ measures, terms: mandatory([1, 2]) }), settings), () => 0)).toBeNull();
  });

  test("a team that what stands has overdrawn lacks that as well: with what is named they fit", async () => {
    const running = aCandidate(2, { ...noMoney, status: "inProgress", staffDemands: [aStaffDemand({ id: 2, personDays: 80 })] });
    const input = aPlannerInput({ measures: [aCandidate(1, { ...due, staffDemands: [aStaffDemand({ personDays: 35 })] }), running], terms: mandatory([1]) });
    const conflict = await conflictAmong(buildProblem(input, settings), () => 0);
    expect(conflict).toMatchObject({ measureIds: [1], isProven: true });
    expect(conflict?.lacking).toContainEqual({ key: { kind: "team", teamId: 1, quarter: "2027-Q1" }, amount: 55 });
    const mended = (conflict?.lacking ?? []).reduce((each, { key, amount }) => (key.kind === "team" ? withChange(each, { kind: "staff", teamId: key.teamId, fromQuarter: key.quarter, toQuarter: key.quarter, personDays: amount }) : each), input);
    expect(await conflictAmong(buildProblem(mended, settings), () => 0)).toBeNull();
  });

  test("one alone, because what it waits for does not fit either", () => {
    const measures = [aCandidate(1, { ...noMoney, staffDemands: [aStaffDemand({ personDays: 70 })] }), aCandidate(2, noMoney)];
    const input = aPlannerInput({ measures, terms: mandatory([2]), dependencies: [aDependency({ predecessorId: 1, successorId: 2 })] });
    expect(conflictingMeasures(buildProblem(input, settings))).toEqual([2]);
  });

  test("none where all fit", () => {
    expect(conflictingMeasures(buildProblem(aPlannerInput({ measures: [aCandidate(1), aCandidate(2)], terms: mandatory([1, 2]) }), settings))).toEqual([]);
  });
});

test("with the change named, the checker accepts the measure at the earlier start: in a full plan, for every measure", () => {
  const input = aPlannerInput({
    measures: Array.from({ length: 24 }, (_, index) =>
      aCandidate(index + 1, {
        costItems: [aCostItem({ id: index + 1, amountCents: euros(8_000 + 3_000 * (index % 7)), budgetKind: index % 2 ? "investive" : "consumptive" })],
        staffDemands: [aStaffDemand({ id: index + 1, teamId: (index % 2) + 1, personDays: 9 + (index % 9) })],
      }),
    ),
    dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 3, successorId: 4, lagQuarters: 2 })],
  });
  const model = buildProblem(input, settings);
  const compiled = compileProblem(model.problem);
  const { chosen, worth } = firstPlan(compiled);
  const choice = Array.from(chosen, (option) => (option < 0 ? null : (compiled.optionPosition[option] ?? null)));
  const plan = planOf(model, { choice, objective: worth, bound: worth, steps: 0 }, 1);
  expect(checkPlan(input, settings, plan)).toEqual([]);
  const explained = explainable(input, settings, plan);
  let found = 0;
  for (const { measureId, startQuarter } of plan.placed) {
    for (const { start, change } of whyHere(explained, measureId).changes) {
      expect(start < startQuarter).toBe(true);
      const [year, number] = [Number(start.slice(0, 4)), Number(start.slice(6))];
      const end = year * 4 + number + 1;
      const moved = plan.placed.map((each) => (each.measureId === measureId ? { ...each, startQuarter: start, endQuarter: quarter(`${Math.floor(end / 4)}-Q${(end % 4) + 1}`) } : each));
      expect(checkPlan(withChange(input, change), settings, { ...plan, placed: moved })).toEqual([]);
      // Without the change it breaks a rule, so the change is what it takes.
      expect(checkPlan(input, settings, { ...plan, placed: moved })).not.toEqual([]);
      found += 1;
    }
  }
  expect(found).toBeGreaterThan(5);
});
