import { eq } from "drizzle-orm";
import type { Attempts } from "#app/domain/accounts/throttle.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { loginThrottle } from "#db/schema/index.ts";

export function findAttempts(db: DbOrTx, key: string): Attempts | null {
  const row = db.select().from(loginThrottle).where(eq(loginThrottle.key, key)).get();
  if (row === undefined) return null;
  return { failures: row.failures, blockedUntilMs: row.blockedUntil === null ? null : Date.parse(row.blockedUntil), updatedAtMs: Date.parse(row.updatedAt) };
}

export function saveAttempts(db: DbOrTx, key: string, { failures, blockedUntilMs, updatedAtMs }: Attempts): void {
  const set = {
    failures,
    blockedUntil: blockedUntilMs === null ? null : new Date(blockedUntilMs).toISOString(),
    updatedAt: new Date(updatedAtMs).toISOString(),
  };
  db.insert(loginThrottle).values({ key, ...set }).onConflictDoUpdate({ target: loginThrottle.key, set }).run();
}

export function deleteAttempts(db: DbOrTx, key: string): void {
  db.delete(loginThrottle).where(eq(loginThrottle.key, key)).run();
}
