import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { capacityByUnit } from "#app/domain/resources/capacity-by-unit.ts";
import { fteOfDays } from "#app/domain/resources/fte-of-days.ts";
import { hundredthDaysPerFte, staffedDays, staffingInForce, type CapacityParts } from "#app/domain/resources/effective-capacity.ts";
import { horizonOf, quartersOf } from "#app/domain/resources/horizon.ts";
import { claimsStaff } from "#app/domain/resources/plan-scope.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadCapacityParts } from "#db/queries/capacities.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { loadStaffedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listStaffing } from "#db/queries/staff-plan.server.ts";
import { countOpenDemandsOn, findTeam, listCapacitiesOf, listTeams } from "#db/queries/teams.server.ts";

/** All teams with how much of the horizon has a capacity. */
export function listTeamCapacities({ db, user }: ServiceContext) {
  if (!can(user, "resources:edit")) return forbidden();
  const horizon = horizonOf(loadMunicipality(db));
  const quarters = quartersOf(horizon);
  const capacities = loadCapacityParts(db, quarters);
  const units = new Map(listOrgUnitNames(db).map((unit) => [unit.id, unit.name]));
  return ok({
    quarterCount: quarters.length,
    teams: listTeams(db, "active").map((team) => ({
      ...team,
      unitName: units.get(team.orgUnitId) ?? "",
      capacities: capacities.flatMap(({ teamId, quarter, total }) => (teamId === team.id && total !== null ? [{ quarter, personDays: total }] : [])),
    })),
    archived: listTeams(db, "archived"),
    units: unitCapacities(db, quarters),
  });
}

/** Units with teams, and those without that measures ask for staff; in the order of the units. */
function unitCapacities(db: ServiceContext["db"], quarters: readonly Quarter[]) {
  const known = capacityByUnit({ teams: listTeams(db, "active"), capacities: loadCapacityParts(db, quarters), staffing: listStaffing(db), quarters });
  const asked = new Set(loadStaffedMeasures(db).flatMap((measure) => (claimsStaff(measure, "all") ? measure.staffDemands.map((demand) => demand.orgUnitId) : [])));
  return listOrgUnitNames(db).flatMap(({ id, name }) => {
    const capacity = known.find((each) => each.orgUnitId === id);
    if (capacity !== undefined) return [{ name, ...capacity }];
    return asked.has(id) ? [{ name, orgUnitId: id, teamCount: 0, quarters: [] }] : [];
  });
}

/** One team for its form; without an id, what a new one needs. */
export function showTeam({ db, user }: ServiceContext, teamId: number | null) {
  if (!can(user, "resources:edit")) return forbidden();
  const team = teamId === null ? null : findTeam(db, teamId);
  if (teamId !== null && team === null) return missing();
  const quarters = quartersOf(horizonOf(loadMunicipality(db)));
  const staffing = listStaffing(db).filter((entry) => entry.teamId === teamId);
  const inPosts = ({ quarter, total }: CapacityParts) => (total === null ? null : fteOfDays(total, hundredthDaysPerFte(teamId === null ? null : staffingInForce(staffing, teamId, quarter))));
  return ok({
    team,
    quarters,
    staffing: staffing.map((entry) => ({ ...entry, personDays: staffedDays(entry) })),
    parts: loadCapacityParts(db, quarters)
      .filter((parts) => parts.teamId === teamId)
      .map((parts) => ({ ...parts, fte: inPosts(parts) })),
    capacities: team === null ? [] : listCapacitiesOf(db, team.id),
    units: listOrgUnitNames(db).filter((unit) => !unit.isArchived || unit.id === team?.orgUnitId),
    openMeasureCount: team === null ? 0 : countOpenDemandsOn(db, team.id),
  });
}
