import { can } from "#app/domain/permissions/permissions.ts";
import { planningOutlook, type OutlookProblem } from "#app/domain/planning/planning-outlook.ts";
import { defaultSettings, type PlanningSettings } from "#app/domain/planning/scenario.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { latestSettings } from "#db/queries/plan-runs.server.ts";
import { loadPlannerInput } from "#db/queries/planning.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";
import { listPlanRuns } from "./list-plan-runs.server.ts";

const LISTED_RUNS = 20;

/** What a run of the planner would start from, what is missing for it, and the runs so far. */
export async function showPlanner(service: ServiceContext) {
  const { db, user } = service;
  if (!can(user, "plan:read")) return forbidden();
  const listed = listPlanRuns({ db, user }, { limit: LISTED_RUNS });
  if (!listed.ok) return listed;
  const settings: PlanningSettings = latestSettings(db) ?? defaultSettings;
  return ok({ ...(await outlookBeside(service, settings)), settings, runs: listed.value.runs, canRun: can(user, "planner:run") });
}

/** The outlook with names; whoever asks has made sure that it may be seen. */
export function namedOutlook({ db, clock }: ServiceContext, settings: PlanningSettings) {
  const input = loadPlannerInput(db, clock.today());
  const { problems, missing, ...outlook } = planningOutlook(input, settings);
  const titleOf = new Map(input.measures.map((measure) => [measure.id, measure.title]));
  const teamName = new Map(input.teams.map((team) => [team.id, team.name]));
  return {
    outlook,
    missing: missing.map((each) => ({ ...each, title: titleOf.get(each.measureId) ?? "" })),
    problems: problems.map((problem) => ({ ...problem, name: nameOf(problem, titleOf, teamName) })),
  };
}

const outlookBeside = beside({ lane: "planning", name: "namedOutlook", isLarge: hasManyMeasures }, namedOutlook);

function nameOf(problem: OutlookProblem, titleOf: ReadonlyMap<number, string>, teamName: ReadonlyMap<number, string>): string {
  if ("measureId" in problem) return titleOf.get(problem.measureId) ?? "";
  return "teamId" in problem ? (teamName.get(problem.teamId) ?? "") : "";
}
