import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { readScope, scopeWord } from "#app/forms/resources.ts";
import type { showStaff } from "#app/services/resources/show-staff.server.ts";

/** What the staff page and its parts show. */
/** In which unit figures are shown, whose work (own staff or contractors), and whether teams or whole units make the rows. */
export const staffUnits = ["days", "posts"] as const;
export const staffSides = ["internal", "external"] as const;
export const staffRows = ["team", "unit"] as const;
export type StaffView = { readonly scope: PlanScope; readonly unit: (typeof staffUnits)[number]; readonly side: (typeof staffSides)[number]; readonly by: (typeof staffRows)[number] };

const UNIT_WORDS = { days: "pt", posts: "vzae" } as const;
const ROW_WORDS = { team: "team", unit: "einheit" } as const;
const SIDE_WORDS = { internal: "eigen", external: "extern" } as const;

/** From the address; anything unknown is person-days of own staff. */
export const readStaffView = (params: URLSearchParams): StaffView => ({
  scope: readScope(params),
  unit: params.get("einheit") === UNIT_WORDS.posts ? "posts" : "days",
  side: params.get("personal") === SIDE_WORDS.external ? "external" : "internal",
  by: params.get("zeilen") === ROW_WORDS.unit ? "unit" : "team",
});

export const staffAddress = ({ scope, unit, side, by }: StaffView): string => `?umfang=${scopeWord(scope)}&einheit=${UNIT_WORDS[unit]}&personal=${SIDE_WORDS[side]}&zeilen=${ROW_WORDS[by]}`;

export type StaffData = Extract<ReturnType<typeof showStaff>, { ok: true }>["value"] & { readonly view: StaffView };
export type StaffCellData = StaffData["rows"][number]["cells"][number];
