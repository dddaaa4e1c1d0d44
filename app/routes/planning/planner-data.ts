import type { showPlanner } from "#app/services/planning/show-planner.server.ts";

/** What the start page of the planner and its parts show. */
export type PlannerData = Extract<Awaited<ReturnType<typeof showPlanner>>, { ok: true }>["value"];
