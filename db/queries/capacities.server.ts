import { asc } from "drizzle-orm";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import { capacityParts, effectiveCapacities, type CapacityParts, type CapacitySources } from "#app/domain/resources/effective-capacity.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { preparedOnce } from "#db/prepared.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { team, teamCapacity } from "#db/schema/index.ts";
import { listPosts, listStaffing } from "./staff-plan.server.ts";

const entered = preparedOnce((db) => db.select().from(teamCapacity).orderBy(asc(teamCapacity.teamId), asc(teamCapacity.quarter)).prepare());
const teamIds = preparedOnce((db) => db.select({ id: team.id }).from(team).orderBy(asc(team.id)).prepare());

/** What capacities are computed from. */
export const loadCapacitySources = remembered((db: DbOrTx): CapacitySources => ({ entered: entered(db).all(), staffing: listStaffing(db), posts: listPosts(db) }));

/** What every team, archived ones included, can give in the quarters, and why; by team, then quarter. */
export const loadCapacityParts = remembered((db: DbOrTx, quarters: readonly Quarter[]): readonly CapacityParts[] => capacityParts(loadCapacitySources(db), allTeamIds(db), quarters));

/**
 * What every team can give, as pages, plans and reports use it: for the quarters asked for and for every other quarter
 * that somebody entered a capacity for. By team, then quarter; unknown capacities are not in it.
 */
export const loadCapacities = remembered((db: DbOrTx, quarters: readonly Quarter[]): readonly TeamCapacity[] => {
  const sources = loadCapacitySources(db);
  const all = [...new Set([...quarters, ...sources.entered.map((each) => each.quarter)])].sort();
  return effectiveCapacities(sources, allTeamIds(db), all);
});

const allTeamIds = (db: DbOrTx): number[] => teamIds(db).all().map(({ id }) => id);
