import { and, asc, eq, inArray, isNotNull, isNull, ne, notInArray, sql } from "drizzle-orm";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import type { Team, TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { measure, staffDemand, team, teamCapacity } from "#db/schema/index.ts";

export type StoredTeam = Team & { readonly archivedAt: string | null; readonly rowVersion: number };
export type TeamFields = Pick<Team, "name" | "orgUnitId" | "position">;

export const listTeams = (db: DbOrTx, which: "active" | "archived"): StoredTeam[] =>
  db
    .select()
    .from(team)
    .where(which === "active" ? isNull(team.archivedAt) : isNotNull(team.archivedAt))
    .orderBy(asc(team.position), asc(team.id))
    .all();

export const findTeam = (db: DbOrTx, teamId: number): StoredTeam | null => db.select().from(team).where(eq(team.id, teamId)).get() ?? null;

export const isTeamNameTaken = (db: DbOrTx, name: string, exceptId: number | null): boolean =>
  db
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.name, name), exceptId === null ? undefined : ne(team.id, exceptId)))
    .get() !== undefined;

export const insertTeam = (tx: DbOrTx, fields: TeamFields): number => tx.insert(team).values(fields).returning({ id: team.id }).get().id;

/** False when somebody else saved first. Capacities count as part of the team: touch it when they change. */
export function updateTeam(tx: DbOrTx, teamId: number, rowVersion: number, fields: Partial<TeamFields> & { archivedAt?: string | null }): boolean {
  const { changes } = tx
    .update(team)
    .set({ ...fields, rowVersion: rowVersion + 1 })
    .where(and(eq(team.id, teamId), eq(team.rowVersion, rowVersion)))
    .run();
  return changes === 1;
}

/** Entered by hand; what the team can give is in capacities.server.ts. */
export const listCapacitiesOf = (db: DbOrTx, teamId: number): TeamCapacity[] =>
  db.select().from(teamCapacity).where(eq(teamCapacity.teamId, teamId)).orderBy(asc(teamCapacity.quarter)).all();

/** Null days: the capacity becomes unknown. */
export function storeCapacities(tx: DbOrTx, teamId: number, capacities: ReadonlyArray<{ quarter: Quarter; personDays: number | null }>): void {
  const unknown = capacities.filter((each) => each.personDays === null).map((each) => each.quarter);
  if (unknown.length > 0) tx.delete(teamCapacity).where(and(eq(teamCapacity.teamId, teamId), inArray(teamCapacity.quarter, unknown))).run();
  for (const { quarter, personDays } of capacities) {
    if (personDays === null) continue;
    tx.insert(teamCapacity)
      .values({ teamId, quarter, personDays })
      .onConflictDoUpdate({ target: [teamCapacity.teamId, teamCapacity.quarter], set: { personDays } })
      .run();
  }
}

/** Measures that are neither archived nor settled and still ask this team for staff. */
export const countOpenDemandsOn = (db: DbOrTx, teamId: number): number =>
  db
    .select({ count: sql<number>`count(DISTINCT ${measure.id})` })
    .from(staffDemand)
    .innerJoin(measure, eq(measure.id, staffDemand.measureId))
    .where(and(eq(staffDemand.teamId, teamId), isNull(measure.archivedAt), notInArray(measure.status, [...settledStatuses])))
    .get()?.count ?? 0;
