import { parseQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { horizonOf, quartersOf } from "#app/domain/resources/horizon.ts";
import { hundredthDaysPerFte, staffingInForce } from "#app/domain/resources/effective-capacity.ts";
import { fteOfDays } from "#app/domain/resources/fte-of-days.ts";
import { staffByQuarter, type Addressee, type StaffCell } from "#app/domain/resources/staff-by-quarter.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadCapacities, loadCapacityParts } from "#db/queries/capacities.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { loadStaffedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listStaffing } from "#db/queries/staff-plan.server.ts";
import { listTeams } from "#db/queries/teams.server.ts";

/** Which cell's measures to list: "team-3" or "unit-5", and a quarter. */
export type StaffSelection = { readonly row: string; readonly quarter: string };

/** Demand of teams and units per quarter against capacity, and what stands behind one cell where asked. */
export function showStaff({ db, user }: ServiceContext, { scope, selection }: { readonly scope: PlanScope; readonly selection: StaffSelection | null }) {
  if (!can(user, "plan:read")) return forbidden();
  const horizon = horizonOf(loadMunicipality(db));
  const measures = loadStaffedMeasures(db);
  const teams = listTeams(db, "active");
  const names = namesOf([...teams, ...listTeams(db, "archived")], listOrgUnitNames(db));
  const staff = staffByQuarter({ measures, teams, capacities: loadCapacities(db, quartersOf(horizon)), horizon, scope });
  const staffing = listStaffing(db);
  const titleOf = new Map(measures.map((measure) => [measure.id, measure.title]));
  const purposeOf = new Map(measures.flatMap((measure) => measure.staffDemands.map((demand) => [demand.id, demand.purpose ?? ""])));
  const titled = <S extends { readonly measureId: number; readonly demandId: number }>(share: S) => ({ ...share, title: titleOf.get(share.measureId) ?? "", purpose: purposeOf.get(share.demandId) ?? "" });
  const postDays = (addressee: Addressee, quarter: Quarter) =>
    addressee.kind === "team" ? (loadCapacityParts(db, staff.quarters).find((parts) => parts.teamId === addressee.teamId && parts.quarter === quarter)?.posts ?? 0) : 0;

  const rows = staff.rows.map(({ addressee, cells }) => ({
    key: keyOf(addressee),
    kind: addressee.kind,
    ...names(addressee),
    cells: cells.map(({ shares, ...cell }) => ({ ...cell, inPosts: inPosts(addressee, cell), measureCount: new Set(shares.map((share) => share.measureId)).size })),
  }));
  /** The cell's figures as posts, by what a full post of the team works in the quarter. */
  function inPosts(addressee: Addressee, cell: Pick<StaffCell, "quarter" | "internal" | "external" | "capacity" | "overuse">) {
    const fullPost = hundredthDaysPerFte(addressee.kind === "team" ? staffingInForce(staffing, addressee.teamId, cell.quarter) : null);
    const posts = (days: number | null) => (days === null ? null : fteOfDays(days, fullPost));
    return { internal: posts(cell.internal), external: posts(cell.external), capacity: posts(cell.capacity), overuse: posts(cell.overuse) };
  }
  const chosen = staff.rows.find((row) => keyOf(row.addressee) === selection?.row);
  const cell = chosen?.cells.find((each) => each.quarter === parseQuarter(selection?.quarter ?? ""));
  return ok({
    quarters: staff.quarters,
    rows,
    undated: staff.undated.map(({ addressee, ...share }) => ({ ...titled(share), addresseeName: names(addressee).name })),
    selected: chosen === undefined || cell === undefined ? null : { ...names(chosen.addressee), ...cell, postDays: postDays(chosen.addressee, cell.quarter), shares: cell.shares.map(titled) },
    canEdit: can(user, "resources:edit"),
  });
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
