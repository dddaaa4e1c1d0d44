import type { showStaffingNeed } from "#app/services/resources/show-staffing-need.server.ts";

/** What the page of the staffing need and its tables show. */
export type NeedData = Extract<ReturnType<typeof showStaffingNeed>, { ok: true }>["value"];
