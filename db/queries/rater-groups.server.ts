import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { RaterGroup } from "#app/domain/portfolio/portfolio.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { raterGroup, rating, surveyAnswer, user } from "#db/schema/index.ts";

/** `isSurvey`: its ratings are imported from a survey. */
type SurveyMark = { readonly isSurvey: boolean };
export type StoredRaterGroup = RaterGroup & SurveyMark & { readonly rowVersion: number; readonly memberCount: number };
export type RaterGroupFields = Pick<RaterGroup, "name" | "kind" | "weight" | "position"> & SurveyMark;

/** In their order, each with the number of active users who rate in its name. */
export function listRaterGroups(db: DbOrTx): StoredRaterGroup[] {
  const members = db
    .select({ raterGroupId: user.raterGroupId, count: sql<number>`count(*)` })
    .from(user)
    .where(isNull(user.deactivatedAt))
    .groupBy(user.raterGroupId)
    .all();
  return db
    .select()
    .from(raterGroup)
    .orderBy(asc(raterGroup.position), asc(raterGroup.id))
    .all()
    .map((group) => ({ ...group, memberCount: members.find((each) => each.raterGroupId === group.id)?.count ?? 0 }));
}

export const findRaterGroup = (db: DbOrTx, raterGroupId: number): (RaterGroup & SurveyMark & { rowVersion: number }) | null =>
  db.select().from(raterGroup).where(eq(raterGroup.id, raterGroupId)).get() ?? null;

export const isRaterGroupNameTaken = (db: DbOrTx, name: string, exceptId: number | null): boolean =>
  db
    .select({ id: raterGroup.id })
    .from(raterGroup)
    .where(and(eq(raterGroup.name, name), exceptId === null ? undefined : ne(raterGroup.id, exceptId)))
    .get() !== undefined;

export const insertRaterGroup = (tx: DbOrTx, fields: RaterGroupFields): number => tx.insert(raterGroup).values(fields).returning({ id: raterGroup.id }).get().id;

/** False when somebody else saved first. */
export function updateRaterGroup(tx: DbOrTx, raterGroupId: number, rowVersion: number, fields: RaterGroupFields): boolean {
  const { changes } = tx
    .update(raterGroup)
    .set({ ...fields, rowVersion: rowVersion + 1 })
    .where(and(eq(raterGroup.id, raterGroupId), eq(raterGroup.rowVersion, rowVersion)))
    .run();
  return changes === 1;
}

/** What still refers to a group: ratings given in its name, and accounts, locked ones included. */
export function countUsesOfRaterGroup(db: DbOrTx, raterGroupId: number): { ratingCount: number; accountCount: number } {
  const count = { count: sql<number>`count(*)` };
  return {
    ratingCount:
      (db.select(count).from(rating).where(eq(rating.raterGroupId, raterGroupId)).get()?.count ?? 0) +
      (db.select(count).from(surveyAnswer).where(eq(surveyAnswer.raterGroupId, raterGroupId)).get()?.count ?? 0),
    accountCount: db.select(count).from(user).where(eq(user.raterGroupId, raterGroupId)).get()?.count ?? 0,
  };
}

/** False when somebody else saved first. Nothing may refer to the group any more. */
export const deleteRaterGroup = (tx: DbOrTx, raterGroupId: number, rowVersion: number): boolean =>
  tx
    .delete(raterGroup)
    .where(and(eq(raterGroup.id, raterGroupId), eq(raterGroup.rowVersion, rowVersion)))
    .run().changes === 1;
