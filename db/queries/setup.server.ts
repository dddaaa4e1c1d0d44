import { count, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { setupToken, user } from "#db/schema/index.ts";

export const hasUsers = (db: DbOrTx): boolean => (db.select({ users: count() }).from(user).get()?.users ?? 0) > 0;
export const hasSetupToken = (db: DbOrTx, tokenHash: string): boolean => db.select().from(setupToken).where(eq(setupToken.tokenHash, tokenHash)).get() !== undefined;

export function deleteSetupTokens(db: DbOrTx): void {
  db.delete(setupToken).run();
}

export function replaceSetupToken(db: DbOrTx, row: { tokenHash: string; createdAt: string }): void {
  deleteSetupTokens(db);
  db.insert(setupToken).values(row).run();
}
