import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Team } from "#app/domain/portfolio/portfolio.ts";
import { hundredthDaysPerFte, staffingInForce, type CapacityParts } from "./effective-capacity.ts";
import { hundredthsOfDays } from "./fte-of-days.ts";
import { fteHundredths, type FteHundredths } from "./fte.ts";
import type { TeamStaffing } from "./posts.ts";

/** What a unit's teams can give together, in person-days and in full posts; null where that of one of them is unknown. */
export type UnitCapacity = {
  readonly orgUnitId: number;
  readonly teamCount: number;
  readonly quarters: ReadonlyArray<{ readonly quarter: Quarter; readonly personDays: number | null; readonly fte: FteHundredths | null }>;
};

/**
 * A unit has what its teams have; units without a team have no capacity and are not in the list. By unit in the order of
 * the teams. Posts are reckoned by what a full post of each team works, and rounded once per unit and quarter.
 * @param teams those in use
 */
export function capacityByUnit({ teams, capacities, staffing, quarters }: {
  readonly teams: ReadonlyArray<Pick<Team, "id" | "orgUnitId">>;
  readonly capacities: readonly CapacityParts[];
  readonly staffing: readonly TeamStaffing[];
  readonly quarters: readonly Quarter[];
}): UnitCapacity[] {
  const totalAt = new Map(capacities.map((parts) => [`${parts.teamId} ${parts.quarter}`, parts.total]));
  return [...new Set(teams.map((team) => team.orgUnitId))].map((orgUnitId) => {
    const own = teams.filter((team) => team.orgUnitId === orgUnitId);
    return {
      orgUnitId,
      teamCount: own.length,
      quarters: quarters.map((quarter) => {
        let personDays = 0;
        let posts = 0;
        for (const { id } of own) {
          const total = totalAt.get(`${id} ${quarter}`) ?? null;
          if (total === null) return { quarter, personDays: null, fte: null };
          personDays += total;
          posts += hundredthsOfDays(total, hundredthDaysPerFte(staffingInForce(staffing, id, quarter)));
        }
        return { quarter, personDays, fte: fteHundredths(Math.round(posts)) };
      }),
    };
  });
}
