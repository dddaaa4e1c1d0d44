import { can } from "#app/domain/permissions/permissions.ts";
import { firstQuarterOf, horizonOf, lastQuarterOf, quartersOf } from "#app/domain/resources/horizon.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { countOpenDemandsOn, findTeam, listCapacities, listCapacitiesOf, listTeams } from "#db/queries/teams.server.ts";

/** All teams with how much of the horizon has a capacity. */
export function listTeamCapacities({ db, user }: ServiceContext) {
  if (!can(user, "resources:edit")) return forbidden();
  const horizon = horizonOf(loadMunicipality(db));
  const capacities = listCapacities(db, firstQuarterOf(horizon), lastQuarterOf(horizon));
  const units = new Map(listOrgUnitNames(db).map((unit) => [unit.id, unit.name]));
  return ok({
    quarterCount: quartersOf(horizon).length,
    teams: listTeams(db, "active").map((team) => ({
      ...team,
      unitName: units.get(team.orgUnitId) ?? "",
      capacities: capacities.filter((each) => each.teamId === team.id).map(({ quarter, personDays }) => ({ quarter, personDays })),
    })),
    archived: listTeams(db, "archived"),
  });
}

/** One team for its form; without an id, what a new one needs. */
export function showTeam({ db, user }: ServiceContext, teamId: number | null) {
  if (!can(user, "resources:edit")) return forbidden();
  const team = teamId === null ? null : findTeam(db, teamId);
  if (teamId !== null && team === null) return missing();
  return ok({
    team,
    quarters: quartersOf(horizonOf(loadMunicipality(db))),
    capacities: team === null ? [] : listCapacitiesOf(db, team.id),
    units: listOrgUnitNames(db).filter((unit) => !unit.isArchived || unit.id === team?.orgUnitId),
    openMeasureCount: team === null ? 0 : countOpenDemandsOn(db, team.id),
  });
}
