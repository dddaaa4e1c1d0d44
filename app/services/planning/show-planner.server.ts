import { can } from "#app/domain/permissions/permissions.ts";
import { planningOutlook, type OutlookProblem } from "#app/domain/planning/planning-outlook.ts";
import { defaultSettings, type PlanningSettings } from "#app/domain/planning/scenario.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { latestSettings } from "#db/queries/plan-runs.server.ts";
import { loadPlannerInput } from "#db/queries/planning.server.ts";
import { listPlanRuns } from "./list-plan-runs.server.ts";

const LISTED_RUNS = 20;

/** What a run of the planner would start from, what is missing for it, and the runs so far. */
export function showPlanner({ db, clock, user }: ServiceContext) {
  if (!can(user, "plan:read")) return forbidden();
  const listed = listPlanRuns({ db, user }, { limit: LISTED_RUNS });
  if (!listed.ok) return listed;
  const settings: PlanningSettings = latestSettings(db) ?? defaultSettings;
  const input = loadPlannerInput(db, clock.today());
  const { problems, missing, ...outlook } = planningOutlook(input, settings);
  const titleOf = new Map(input.measures.map((measure) => [measure.id, measure.title]));
  const teamName = new Map(input.teams.map((team) => [team.id, team.name]));
  return ok({
    settings,
    outlook,
    missing: missing.map((each) => ({ ...each, title: titleOf.get(each.measureId) ?? "" })),
    problems: problems.map((problem) => ({ ...problem, name: nameOf(problem, titleOf, teamName) })),
    runs: listed.value.runs,
    canRun: can(user, "planner:run"),
  });
}

function nameOf(problem: OutlookProblem, titleOf: ReadonlyMap<number, string>, teamName: ReadonlyMap<number, string>): string {
  if ("measureId" in problem) return titleOf.get(problem.measureId) ?? "";
  return "teamId" in problem ? (teamName.get(problem.teamId) ?? "") : "";
}
