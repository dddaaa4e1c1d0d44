import { and, count, eq, gte, isNull, lt, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { preparedOnce } from "#db/prepared.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { orgUnit, raterGroup, session, user } from "#db/schema/index.ts";

export type SessionUserRow = {
  readonly user: typeof user.$inferSelect;
  readonly createdAt: string;
  readonly lastSeenAt: string;
};

const sessionUser = preparedOnce((db) =>
  db
    .select({ user, createdAt: session.createdAt, lastSeenAt: session.lastSeenAt })
    .from(session)
    .innerJoin(user, eq(session.userId, user.id))
    .where(and(eq(session.tokenHash, sql.placeholder("tokenHash")), isNull(user.deactivatedAt)))
    .prepare(),
);

/** The active user behind a session token's hash; deactivated users have no session. */
export const findSessionUser = remembered((db: DbOrTx, tokenHash: string): SessionUserRow | null => sessionUser(db).get({ tokenHash }) ?? null);

const unitParents = preparedOnce((db) => db.select({ id: orgUnit.id, parentId: orgUnit.parentId }).from(orgUnit).orderBy(orgUnit.id).prepare());

/** The unit and every unit below it. */
export const unitWithDescendants = remembered((db: DbOrTx, orgUnitId: number): readonly number[] => {
  const parents = unitParents(db).all();
  const found = [orgUnitId];
  for (const id of found) found.push(...parents.filter((unit) => unit.parentId === id && !found.includes(unit.id)).map((unit) => unit.id));
  return found.sort((a, b) => a - b);
});

export function findActiveUserByEmail(db: DbOrTx, email: string): typeof user.$inferSelect | null {
  const row = db
    .select()
    .from(user)
    .where(and(sql`lower(${user.email}) = lower(${email})`, isNull(user.deactivatedAt)))
    .get();
  return row ?? null;
}

export function insertSession(db: DbOrTx, row: typeof session.$inferInsert): void {
  db.insert(session).values(row).run();
}

export function touchSession(db: DbOrTx, tokenHash: string, lastSeenAt: string): void {
  db.update(session).set({ lastSeenAt }).where(eq(session.tokenHash, tokenHash)).run();
}

export function deleteSession(db: DbOrTx, tokenHash: string): void {
  db.delete(session).where(eq(session.tokenHash, tokenHash)).run();
}

export function deleteSessionsBefore(db: DbOrTx, createdBefore: string): void {
  db.delete(session).where(lt(session.createdAt, createdBefore)).run();
}

export function deleteSessionsOfUser(db: DbOrTx, userId: number): void {
  db.delete(session).where(eq(session.userId, userId)).run();
}

export function countSessions(db: DbOrTx, userId: number, seenSince: string): number {
  const where = and(eq(session.userId, userId), gte(session.lastSeenAt, seenSince));
  return db.select({ sessions: count() }).from(session).where(where).get()?.sessions ?? 0;
}

export const findUser = (db: DbOrTx, id: number): typeof user.$inferSelect | null => db.select().from(user).where(eq(user.id, id)).get() ?? null;

/** The names a user belongs to, for showing. */
export function describeUser(db: DbOrTx, id: number): { orgUnit: string | null; raterGroup: string | null } {
  const row = db
    .select({ orgUnit: orgUnit.name, raterGroup: raterGroup.name })
    .from(user)
    .leftJoin(orgUnit, eq(user.orgUnitId, orgUnit.id))
    .leftJoin(raterGroup, eq(user.raterGroupId, raterGroup.id))
    .where(eq(user.id, id))
    .get();
  return row ?? { orgUnit: null, raterGroup: null };
}

export function updatePassword(db: DbOrTx, id: number, { passwordHash, mustChangePassword }: { passwordHash: string; mustChangePassword: boolean }): void {
  db.update(user)
    .set({ passwordHash, mustChangePassword, rowVersion: sql`${user.rowVersion} + 1` })
    .where(eq(user.id, id))
    .run();
}

/** The active accounts whose password everybody knows. */
export function listDemonstrationUsers(db: DbOrTx): Array<Pick<typeof user.$inferSelect, "role" | "name" | "email">> {
  return db
    .select({ role: user.role, name: user.name, email: user.email })
    .from(user)
    .where(and(eq(user.isDemonstration, true), isNull(user.deactivatedAt)))
    .orderBy(user.id)
    .all();
}
