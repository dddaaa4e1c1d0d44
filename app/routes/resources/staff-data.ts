import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { readScope, scopeWord } from "#app/forms/resources.ts";
import type { showStaff } from "#app/services/resources/show-staff.server.ts";

/** What the staff page and its parts show. */
/** In which unit figures are shown, and whose work: the municipality's own staff or contractors. */
export const staffUnits = ["days", "posts"] as const;
export const staffSides = ["internal", "external"] as const;
export type StaffView = { readonly scope: PlanScope; readonly unit: (typeof staffUnits)[number]; readonly side: (typeof staffSides)[number] };

const UNIT_WORDS = { days: "pt", posts: "vzae" } as const;
const SIDE_WORDS = { internal: "eigen", external: "extern" } as const;

/** From the address; anything unknown is person-days of own staff. */
export const readStaffView = (params: URLSearchParams): StaffView => ({
  scope: readScope(params),
  unit: params.get("einheit") === UNIT_WORDS.posts ? "posts" : "days",
  side: params.get("personal") === SIDE_WORDS.external ? "external" : "internal",
});

export const staffAddress = ({ scope, unit, side }: StaffView): string => `?umfang=${scopeWord(scope)}&einheit=${UNIT_WORDS[unit]}&personal=${SIDE_WORDS[side]}`;

export type StaffData = Extract<ReturnType<typeof showStaff>, { ok: true }>["value"] & { readonly view: StaffView };
export type StaffCellData = StaffData["rows"][number]["cells"][number];
