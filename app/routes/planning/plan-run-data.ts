import type { showPlanProgress, showPlanRun } from "#app/services/planning/show-plan-run.server.ts";

/** What the page of a run and its parts show. */
export type PlanRunData = Extract<Awaited<ReturnType<typeof showPlanRun>>, { ok: true }>["value"];
export type PlanCounts = NonNullable<PlanRunData["counts"]>;
export type PlanData = NonNullable<PlanRunData["view"]>;
export type ProgressData = Extract<ReturnType<typeof showPlanProgress>, { ok: true }>["value"];
