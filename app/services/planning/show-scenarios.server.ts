import { can } from "#app/domain/permissions/permissions.ts";
import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import { assumptionDifferences } from "#app/domain/planning/assumption-differences.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import { countChanges, unknownReferences } from "#app/domain/planning/scenario-changes.ts";
import { defaultSettings } from "#app/domain/planning/scenario.ts";
import { firstQuarterOf, lastQuarterOf, yearsOf } from "#app/domain/resources/horizon.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { findLatestPlan, listPlanRuns, planCounts, type PlanRunRow } from "#db/queries/plan-runs.server.ts";
import { loadPlannerInput } from "#db/queries/planning.server.ts";
import { findScenario, listScenarios } from "#db/queries/scenarios.server.ts";
import { shiftInShort } from "./compare-plans.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";

/** A run as lists show it, with how many measures its plan has. */
export type ListedRun = PlanRunRow & { readonly placed: number | null; readonly leftOut: number | null };

export function showScenarioList({ db, user }: ServiceContext) {
  if (!can(user, "plan:read")) return forbidden();
  const mayRun = can(user, "planner:run");
  const latest = (scenarioId: number | null): ListedRun | null => {
    const run = findLatestPlan(db, scenarioId);
    return run === null ? null : withCounts(db, run);
  };
  return ok({
    live: latest(null),
    scenarios: listScenarios(db, "active").map(({ id, name, description, changes, settings }) => ({ id, name, description, changeCount: countChanges(changes, settings), run: latest(id) })),
    archived: mayRun ? listScenarios(db, "archived").map(({ id, name, rowVersion }) => ({ id, name, rowVersion })) : [],
    mayRun,
  });
}

const withCounts = (db: DbOrTx, run: PlanRunRow): ListedRun => ({ ...run, ...planCounts(db, run.id) });

const MOST_RUNS = 20;

/** A scenario with its changes against the live plan of today, and its runs. */
export function showScenario(service: ServiceContext, scenarioId: number) {
  const { db, clock, user } = service;
  if (!can(user, "plan:read")) return forbidden();
  const scenario = findScenario(db, scenarioId);
  if (scenario === null) return missing();
  const live = loadPlannerInput(db, clock.today());
  const planOf = { runId: 0, plan: NO_PLAN };
  const differences = assumptionDifferences({ ...planOf, input: live, settings: defaultSettings }, { ...planOf, input: applyScenario(live, scenario.changes), settings: scenario.settings });
  const gone = unknownReferences(scenario.changes, live);
  // Somebody changes the capacity of a team, but nobody knows what it is.
  const touched = new Set(differences.flatMap((each) => (each.kind === "capacity" ? [each.teamId] : [])));
  const unknownTeams = live.teams.filter(({ id }) => !touched.has(id) && scenario.changes.capacities.some((change) => change.teamId === id)).map(({ name }) => name);
  const runs = listPlanRuns(db, { scenarioId, limit: MOST_RUNS });
  const newest = runs.find((run) => run.state !== "running" && run.objective !== null) ?? null;
  const liveRun = findLatestPlan(db, null);
  return ok({
    scenario,
    differences,
    comparison: newest === null || liveRun === null ? null : { liveId: liveRun.id, runId: newest.id, paragraph: shiftInShort(service, liveRun.id, newest.id) },
    hasPlan: newest !== null,
    goneCount: Object.values(gone).reduce((sum, ids) => sum + ids.length, 0),
    unknownTeams,
    runs: runs.map((run) => withCounts(db, run)),
    mayRun: can(user, "planner:run"),
  });
}

const NO_PLAN: Plan = { placed: [], leftOut: [], objective: 0, bound: 0, seed: 0, steps: 0, plannerVersion: "" };

/** What the form offers: everything of the live plan that a scenario may take otherwise. */
export function showScenarioForm({ db, clock, user }: ServiceContext, scenarioId: number) {
  if (!can(user, "planner:run")) return forbidden();
  const scenario = findScenario(db, scenarioId);
  if (scenario === null) return missing();
  const live = loadPlannerInput(db, clock.today());
  const { horizon, teams, posts, budgetFrames, budgetLines, measures } = live;
  return ok({
    scenario,
    years: yearsOf(horizon),
    quarters: { first: firstQuarterOf(horizon), last: lastQuarterOf(horizon) },
    frames: budgetFrames,
    teams: teams.filter((team) => team.archived !== true || scenario.changes.capacities.some((change) => change.teamId === team.id)).map(({ id, name }) => ({ id, name })),
    posts: posts
      .filter((post) => post.state !== "filled")
      .map(({ id, title, fte, state, teamId, fromQuarter, counted }) => ({ id, title, fte, state, fromQuarter, counted, team: teams.find((team) => team.id === teamId)?.name ?? null })),
    lines: budgetLines
      .filter((line) => line.limitsPlan && line.direction === "expense")
      .map(({ id, fiscalYear, budgetProduct, budgetAccount, label, appropriationCents }) => ({ id, fiscalYear, budgetProduct, budgetAccount, label, appropriationCents })),
    measures: measures.map(({ id, title }) => ({ id, title })),
  });
}

/** The same for many measures, without holding up other requests. */
export const showScenarioBeside = beside({ lane: "planning", name: "showScenario", isLarge: hasManyMeasures }, showScenario);
export const showScenarioFormBeside = beside({ lane: "planning", name: "showScenarioForm", isLarge: hasManyMeasures }, showScenarioForm);

/** What a new scenario can begin with. */
export function showNewScenario({ db, user }: ServiceContext) {
  if (!can(user, "planner:run")) return forbidden();
  return ok({ models: listScenarios(db, "active").map(({ id, name }) => ({ id, name })) });
}
