import { quarter } from "#app/domain/calendar/quarter.ts";
import type { ComparedRun } from "#app/domain/planning/compare-plans.ts";
import type { Plan, PlannedMeasure } from "#app/domain/planning/plan.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { defaultSettings, noChanges, type ScenarioChanges } from "#app/domain/planning/scenario.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import type { Post } from "#app/domain/resources/posts.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { endPlanRun, insertPlanRun } from "#db/queries/plan-runs.server.ts";
import { loadPlannerInput } from "#db/queries/planning.server.ts";
import { idOf } from "#tests/support/people.ts";
import { someTeams } from "#tests/support/portfolio.ts";

/** What the planner reads, and what it gives back; name only what the test is about. */
export const anInput = (overrides: Partial<PlannerInput> = {}): PlannerInput => ({
  horizon: { firstYear: 2027, lastYear: 2030 },
  firstQuarter: quarter("2027-Q1"),
  measures: [],
  dependencies: [],
  teams: someTeams(),
  capacities: [],
  staffing: [],
  posts: [],
  budgetFrames: [],
  budgetLines: [],
  terms: { measures: [], windows: [], pairs: [], startLimits: [] },
  switches: [],
  priorities: [],
  ...overrides,
});

export const aPlan = (overrides: Partial<Plan> = {}): Plan => ({ placed: [], leftOut: [], objective: 1_000, bound: 1_100, seed: 1, steps: 100, plannerVersion: "test", ...overrides });

/** @param start "2027-Q3" */
export const placed = (measureId: number, start: string, overrides: Partial<PlannedMeasure> = {}): PlannedMeasure => ({
  measureId,
  startQuarter: quarter(start),
  endQuarter: quarter(start),
  fundingWindowId: null,
  fixed: false,
  assumed: [],
  ...overrides,
});

export const aRun = (overrides: Partial<ComparedRun> = {}): ComparedRun => ({ runId: 1, plan: aPlan(), input: anInput(), settings: defaultSettings, ...overrides });

export const aPost = (overrides: Partial<Post> = {}): Post => ({
  id: 1,
  title: "IT-Projektleitung",
  orgUnitId: 2,
  teamId: 1,
  fte: fteHundredths(100),
  payGrade: "E11",
  yearlyCostCents: null,
  state: "requested",
  limitedUntil: null,
  fromQuarter: quarter("2027-Q3"),
  hiringDelayQuarters: 0,
  counted: true,
  purpose: "",
  note: "",
  rowVersion: 1,
  ...overrides,
});

/** A finished run of the live plan or a scenario, as if the planner had found this plan for the data as they are now. */
export function storeRun(service: ServiceContext, { plan, changes = noChanges, scenarioId = null }: { readonly plan: Plan; readonly changes?: ScenarioChanges; readonly scenarioId?: number | null }): number {
  const { db, clock } = service;
  const input = JSON.stringify(loadPlannerInput(db, clock.today()));
  const run = { scenarioId, settings: defaultSettings, changes, input, inputHash: "", seed: 1, seconds: 2, startedAt: clock.now(), startedBy: idOf("officer") };
  const runId = insertPlanRun(db, run);
  endPlanRun(db, runId, { state: "done", finishedAt: clock.now(), failure: null, plan });
  return runId;
}
