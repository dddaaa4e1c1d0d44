import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import type { showStaff } from "#app/services/resources/show-staff.server.ts";

/** What the staff page and its parts show. */
export type StaffData = Extract<ReturnType<typeof showStaff>, { ok: true }>["value"] & { readonly scope: PlanScope };
export type StaffCellData = StaffData["rows"][number]["cells"][number];
