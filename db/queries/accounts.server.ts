import { and, eq, isNull, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { preparedOnce } from "#db/prepared.server.ts";
import { orgUnit, session, user } from "#db/schema/index.ts";

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
export function findSessionUser(db: DbOrTx, tokenHash: string): SessionUserRow | null {
  return sessionUser(db).get({ tokenHash }) ?? null;
}

const unitParents = preparedOnce((db) => db.select({ id: orgUnit.id, parentId: orgUnit.parentId }).from(orgUnit).orderBy(orgUnit.id).prepare());

/** The unit and every unit below it. */
export function unitWithDescendants(db: DbOrTx, orgUnitId: number): number[] {
  const parents = unitParents(db).all();
  const found = [orgUnitId];
  for (const id of found) found.push(...parents.filter((unit) => unit.parentId === id && !found.includes(unit.id)).map((unit) => unit.id));
  return found.sort((a, b) => a - b);
}

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
