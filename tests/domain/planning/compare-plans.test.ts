import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import { assumptionDifferences } from "#app/domain/planning/assumption-differences.ts";
import { compareMeasures, isUnchanged, meanSlip, shiftOf, type ComparedRun } from "#app/domain/planning/compare-plans.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import { moneyOfPlan, plannedMeasures, postsOfDays, staffOfPlan } from "#app/domain/planning/plan-sums.ts";
import { defaultSettings, noChanges, type ScenarioChanges } from "#app/domain/planning/scenario.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import { anInput, aPlan, aPost, aRun, placed } from "#tests/support/plans.ts";
import { aCostItem, aDependency, aMeasure, aStaffDemand } from "#tests/support/portfolio.ts";

const measures = [1, 2, 3, 4, 5].map((id) => aMeasure({ id, title: `Maßnahme ${id}` }));
const input = anInput({ measures });
const runOf = (starts: ReadonlyArray<string | null>, overrides: Partial<ComparedRun> = {}): ComparedRun =>
  aRun({
    input,
    plan: aPlan({
      placed: starts.flatMap((start, index) => (start === null ? [] : [placed(index + 1, start)])),
      leftOut: starts.flatMap((start, index) => (start === null ? [{ measureId: index + 1, reason: "notChosen" as const, mandatory: false }] : [])),
    }),
    ...overrides,
  });
const shift = (from: ComparedRun, to: ComparedRun) => shiftOf(compareMeasures([from, to]), 1);

describe("comparing plans", () => {
  const base = runOf(["2027-Q1", "2027-Q2", "2027-Q3", "2028-Q1", null]);

  it("says what slips, comes earlier, is dropped and gained", () => {
    const other = runOf(["2027-Q4", "2027-Q1", "2027-Q3", null, "2030-Q4"]);
    expect(shift(base, other)).toEqual({
      planned: 4,
      unchanged: 1,
      later: { count: 1, quarters: 3 },
      earlier: { count: 1, quarters: 1 },
      dropped: [{ measureId: 4, title: "Maßnahme 4" }],
      gained: [{ measureId: 5, title: "Maßnahme 5" }],
    });
  });

  it("stands in the order of the first plan, what it leaves out last", () => {
    const other = runOf([null, "2027-Q1", "2027-Q1", null, "2027-Q1"]);
    expect(compareMeasures([other, base]).map(({ measureId }) => measureId)).toEqual([2, 3, 5, 1, 4]);
    expect(compareMeasures([base, other])[0]?.places[1]).toEqual({ place: { kind: "leftOut", reason: "notChosen" }, change: { kind: "dropped" } });
  });

  it("does not call a measure dropped that the other run did not know", () => {
    const later = runOf(["2027-Q1"], { input: anInput({ measures: measures.slice(0, 1) }) });
    expect(shift(base, later)).toEqual({ planned: 1, unchanged: 1, later: { count: 0, quarters: 0 }, earlier: { count: 0, quarters: 0 }, dropped: [], gained: [] });
  });

  it("rounds the mean only where it is no tenth, and says so", () => {
    expect(meanSlip({ count: 0, quarters: 0 })).toBeNull();
    expect(meanSlip({ count: 9, quarters: 27 })).toEqual({ tenths: 30, isExact: true });
    expect(meanSlip({ count: 2, quarters: 5 })).toEqual({ tenths: 25, isExact: true });
    expect(meanSlip({ count: 3, quarters: 8 })).toEqual({ tenths: 27, isExact: false });
  });

  const starts = fc.array(fc.option(fc.integer({ min: 0, max: 15 }).map((index) => String(addQuarters(quarter("2027-Q1"), index)))), { minLength: 5, maxLength: 5 });

  it("finds nothing between a plan and itself", () => {
    fc.assert(
      fc.property(starts, (own) => {
        const run = runOf(own);
        const found = shift(run, run);
        expect(isUnchanged(found)).toBe(true);
        expect(found.unchanged).toBe(found.planned);
        expect(assumptionDifferences(run, run)).toEqual([]);
      }),
    );
  });

  it("turned round, later is earlier by as much, and dropped is gained", () => {
    fc.assert(
      fc.property(starts, starts, (one, two) => {
        const [there, back] = [shift(runOf(one), runOf(two)), shift(runOf(two), runOf(one))];
        expect(back.later).toEqual(there.earlier);
        expect(back.earlier).toEqual(there.later);
        const ids = (named: ReadonlyArray<{ readonly measureId: number }>) => named.map(({ measureId }) => measureId).sort((a, b) => a - b);
        expect(ids(back.dropped)).toEqual(ids(there.gained));
        expect(there.unchanged + there.later.count + there.earlier.count + there.dropped.length).toBe(there.planned);
      }),
    );
  });
});

describe("sums of a plan", () => {
  const measure = aMeasure({
    id: 1,
    startQuarter: null,
    endQuarter: null,
    costItems: [aCostItem({ amountCents: euros(40_000) }), aCostItem({ id: 2, amountCents: null })],
    staffDemands: [aStaffDemand({ personDays: 25 })],
  });
  const run = aRun({
    input: anInput({
      measures: [measure],
      budgetFrames: [{ fiscalYear: 2028, budgetKind: "consumptive", amountCents: euros(90_000) }],
      capacities: [{ teamId: 1, quarter: quarter("2028-Q1"), personDays: 60 }],
      posts: [aPost({ fromQuarter: quarter("2028-Q1") })],
    }),
    plan: aPlan({ placed: [placed(1, "2027-Q3", { endQuarter: quarter("2028-Q2") })] }),
  });

  it("follow the plan's dates and count what is unknown", () => {
    const { cells: all, unknownCount: unknown } = moneyOfPlan(run);
    expect(unknown).toBe(1);
    const cells = all.filter((cell) => cell.budgetKind === "consumptive");
    expect(cells.map(({ expense, frame, unknownCount }) => [expense, frame, unknownCount])).toEqual([
      [euros(20_000), null, 1],
      [euros(20_000), euros(90_000), 1],
      [0, null, 0],
      [0, null, 0],
    ]);
    expect(staffOfPlan(run).slice(0, 2)).toEqual([
      { fiscalYear: 2027, personDays: 50, unknownCount: 0, capacity: 0, unknownQuarters: 8 },
      { fiscalYear: 2028, personDays: 50, unknownCount: 0, capacity: 110, unknownQuarters: 7 },
    ]);
    expect(postsOfDays(50)).toBe(25);
  });

  it("take assumed figures where the plan assumed them", () => {
    const assuming = { ...run, plan: aPlan({ placed: [placed(1, "2027-Q3", { assumed: ["cost"] })] }), settings: { ...defaultSettings, assumedCostCents: euros(5_000) } };
    expect(plannedMeasures(assuming)[0]?.costItems.map((item) => item.amountCents)).toEqual([euros(40_000), euros(5_000)]);
  });
});

describe("differences of assumptions", () => {
  it("name everything a scenario changes", () => {
    const live = anInput({
      measures,
      posts: [aPost(), aPost({ id: 2, title: "Barrierefreiheit", counted: false })],
      budgetFrames: [{ fiscalYear: 2028, budgetKind: "investive", amountCents: euros(400_000) }],
      capacities: ["2027-Q1", "2027-Q2", "2027-Q3"].map((each) => ({ teamId: 1, quarter: quarter(each), personDays: 40 })),
    });
    const changes: ScenarioChanges = {
      ...noChanges,
      posts: [{ postId: 1, counted: false }, { postId: 2, counted: true }],
      capacities: [{ teamId: 1, fromQuarter: quarter("2027-Q2"), toQuarter: quarter("2027-Q4"), deltaPersonDays: -10 }],
      frames: [{ fiscalYear: 2028, budgetKind: "investive", amountCents: euros(300_000) }],
      measures: [{ measureId: 3, choice: "leaveOut" }],
    };
    const from = aRun({ input: live });
    const to = aRun({ input: applyScenario(live, changes), settings: { ...defaultSettings, savingWeight: 40, assumedPersonDays: 10 } });
    expect(assumptionDifferences(from, to)).toEqual([
      { kind: "postNotCounted", postId: 1, title: "IT-Projektleitung", fte: 100 },
      { kind: "postCounted", postId: 2, title: "Barrierefreiheit", fte: 100 },
      { kind: "capacity", teamId: 1, team: "Team Fachverfahren", fromQuarter: "2027-Q2", toQuarter: "2027-Q3", before: 40, after: 30 },
      { kind: "frame", fiscalYear: 2028, budgetKind: "investive", before: euros(400_000), after: euros(300_000) },
      { kind: "switch", measureId: 3, title: "Maßnahme 3", before: null, after: "leaveOut" },
      { kind: "setting", setting: "savingWeight", before: 0, after: 40 },
    ]);
  });

  it("count what changed in the live plan meanwhile", () => {
    const to = anInput({ measures: [...measures.slice(1, 4), aMeasure({ id: 5, title: "Maßnahme 5", deadline: null, startQuarter: quarter("2027-Q2") }), aMeasure({ id: 6 })] });
    expect(assumptionDifferences(aRun({ input }), aRun({ input: to }))).toEqual([{ kind: "measures", added: 1, removed: 1, changed: 1 }]);
  });

  it("names everything else a plan rests on: a new order of priorities is not called the same assumptions", () => {
    const pair = { id: 1, kind: "excludes" as const, firstId: 1, secondId: 2, savingCents: null, reason: "", rowVersion: 1 };
    const differs = (to: Partial<PlannerInput>, from: Partial<PlannerInput> = {}) => assumptionDifferences(aRun({ input: anInput(from) }), aRun({ input: anInput(to) }));
    expect(differs({ priorities: [{ measureId: 1, place: 1, score: 50 }] })).toEqual([{ kind: "otherwise", parts: ["priorities"] }]);
    const terms = { measures: [{ ...noTerms(1), mandatory: true, fundingWindowId: 3 }], windows: [], pairs: [pair], startLimits: [{ orgUnitId: 1, startsPerQuarter: 2, rowVersion: 1 }] };
    expect(differs({ terms })).toEqual([{ kind: "otherwise", parts: ["terms", "pairs", "windows", "startLimits"] }]);
    expect(differs({ terms: { ...terms, measures: [noTerms(2)], startLimits: [], pairs: [{ ...pair, reason: "neu", rowVersion: 2 }] } }, { terms: { ...terms, measures: [], startLimits: [], pairs: [pair] } })).toEqual([]);
    expect(differs({ posts: [aPost({ fte: fteHundredths(50) })] }, { posts: [aPost()] })).toEqual([{ kind: "otherwise", parts: ["posts"] }]);
    expect(differs({ dependencies: [aDependency({ lagQuarters: 2 })] }, { dependencies: [aDependency({ lagQuarters: 1 })] })).toEqual([{ kind: "otherwise", parts: ["dependencies"] }]);
  });
});
