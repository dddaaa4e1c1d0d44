import { parseQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { hundredthDaysPerFte, staffingInForce } from "#app/domain/resources/effective-capacity.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import { hundredthsOfDays } from "#app/domain/resources/fte-of-days.ts";
import { horizonOf, quartersOf } from "#app/domain/resources/horizon.ts";
import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { staffByQuarter, type Addressee, type StaffCell, type StaffRow } from "#app/domain/resources/staff-by-quarter.ts";
import { staffByUnit } from "#app/domain/resources/staff-by-unit.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadCapacities, loadCapacityParts } from "#db/queries/capacities.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { loadStaffedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listStaffing } from "#db/queries/staff-plan.server.ts";
import { listTeams } from "#db/queries/teams.server.ts";

/** Which cell's measures to list: "team-3", "unit-5" (asked without a team) or "all-5" (a unit with its teams), and a quarter. */
export type StaffSelection = { readonly row: string; readonly quarter: string };

/** A row as the page shows it, and the rows of teams and units it is made of. */
type Line = { readonly key: string; readonly kind: "team" | "unit" | "unitWithTeams"; readonly name: string; readonly unitName: string | null; readonly isArchived: boolean; readonly cells: readonly StaffCell[]; readonly parts: readonly StaffRow[] };

type Asked = { readonly scope: PlanScope; readonly selection: StaffSelection | null; readonly by?: "team" | "unit" };

/** Demand of teams and units per quarter against capacity, and what stands behind one cell where asked. */
export function showStaff({ db, user }: ServiceContext, { scope, selection, by = "team" }: Asked) {
  if (!can(user, "plan:read")) return forbidden();
  const horizon = horizonOf(loadMunicipality(db));
  const measures = loadStaffedMeasures(db);
  const teams = listTeams(db, "active");
  const allTeams = [...teams, ...listTeams(db, "archived")];
  const units = listOrgUnitNames(db);
  const names = namesOf(allTeams, units);
  const staff = staffByQuarter({ measures, teams, capacities: loadCapacities(db, quartersOf(horizon)), horizon, scope });
  const staffing = listStaffing(db);
  const titleOf = new Map(measures.map((measure) => [measure.id, measure.title]));
  const purposeOf = new Map(measures.flatMap((measure) => measure.staffDemands.map((demand) => [demand.id, demand.purpose ?? ""])));
  const titled = <S extends { readonly measureId: number; readonly demandId: number }>(share: S) => ({ ...share, title: titleOf.get(share.measureId) ?? "", purpose: purposeOf.get(share.demandId) ?? "" });

  const lines: Line[] =
    by === "team"
      ? staff.rows.map((row) => ({ key: keyOf(row.addressee), kind: row.addressee.kind, ...names(row.addressee), cells: row.cells, parts: [row] }))
      : staffByUnit(staff.rows, allTeams).map(({ orgUnitId, cells, rows }) => ({ key: `all-${orgUnitId}`, kind: "unitWithTeams", ...names({ kind: "unit", orgUnitId }), cells, parts: rows }));
  const chosen = lines.find((line) => line.key === selection?.row);
  const index = staff.quarters.findIndex((each) => each === parseQuarter(selection?.quarter ?? ""));
  const cell = chosen?.cells[index];
  return ok({
    quarters: staff.quarters,
    rows: lines.map(({ parts, cells, ...line }) => ({
      ...line,
      unitWithoutTeam: unitWithoutTeam(parts),
      teamCount: parts.filter((part) => part.addressee.kind === "team").length,
      cells: cells.map(({ shares, ...each }, at) => ({ ...each, inPosts: inPosts(parts, each, at), measureCount: new Set(shares.map((share) => share.measureId)).size })),
    })),
    undated: staff.undated.map(({ addressee, ...share }) => ({ ...titled(share), addresseeName: names(addressee).name })),
    selected: chosen === undefined || cell === undefined ? null : { name: chosen.name, unitName: chosen.unitName, ...cell, postDays: postDays(chosen.parts, cell.quarter), shares: cell.shares.map(titled) },
    canEdit: can(user, "resources:edit"),
  });

  /** The unit of a row that no team of the unit could meet; null for every other row. */
  function unitWithoutTeam(parts: readonly StaffRow[]): number | null {
    const [first] = parts;
    if (first === undefined || first.addressee.kind === "team") return null;
    const { orgUnitId } = first.addressee;
    return teams.some((team) => team.orgUnitId === orgUnitId) ? null : orgUnitId;
  }

  /** The cell's figures as posts, by what a full post of each team works in the quarter; rounded once. */
  function inPosts(parts: readonly StaffRow[], total: Pick<StaffCell, "capacity" | "overuse">, at: number) {
    const exact = (valueOf: (part: StaffCell) => number) =>
      parts.reduce((sum, { addressee, cells }) => {
        const part = cells[at];
        return part === undefined ? sum : sum + hundredthsOfDays(valueOf(part), hundredthDaysPerFte(addressee.kind === "team" ? staffingInForce(staffing, addressee.teamId, part.quarter) : null));
      }, 0);
    const rounded = (value: number) => fteHundredths(Math.max(0, Math.round(value)));
    const [internal, capacity] = [exact((part) => part.internal), exact((part) => part.capacity ?? 0)];
    return {
      internal: rounded(internal),
      external: rounded(exact((part) => part.external)),
      capacity: total.capacity === null ? null : rounded(capacity),
      overuse: total.overuse === null ? null : total.overuse === 0 ? fteHundredths(0) : rounded(internal - capacity),
    };
  }

  /** Days that posts to come add to the capacity. */
  function postDays(parts: readonly StaffRow[], quarter: Quarter): number {
    const teamIds = new Set(parts.flatMap(({ addressee }) => (addressee.kind === "team" ? [addressee.teamId] : [])));
    return loadCapacityParts(db, staff.quarters).reduce((sum, part) => sum + (part.quarter === quarter && teamIds.has(part.teamId) ? part.posts : 0), 0);
  }
}

const keyOf = (addressee: Addressee): string => (addressee.kind === "team" ? `team-${addressee.teamId}` : `unit-${addressee.orgUnitId}`);

type Named = { readonly id: number; readonly name: string };

function namesOf(teams: ReadonlyArray<Named & { readonly orgUnitId: number; readonly archivedAt: string | null }>, units: ReadonlyArray<Named & { readonly shortName: string }>) {
  return (addressee: Addressee): { name: string; unitName: string | null; isArchived: boolean } => {
    if (addressee.kind === "unit") {
      return { name: units.find((unit) => unit.id === addressee.orgUnitId)?.name ?? "", unitName: null, isArchived: false };
    }
    const team = teams.find((each) => each.id === addressee.teamId);
    return { name: team?.name ?? "", unitName: units.find((unit) => unit.id === team?.orgUnitId)?.shortName ?? null, isArchived: team?.archivedAt !== null };
  };
}
