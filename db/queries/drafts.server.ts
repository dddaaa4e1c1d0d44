import { and, eq, lt } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { formDraft } from "#db/schema/index.ts";

export function findDraftRow(db: DbOrTx, userId: number, formPath: string): { entries: string; savedAt: string } | null {
  const row = db
    .select({ entries: formDraft.entries, savedAt: formDraft.savedAt })
    .from(formDraft)
    .where(and(eq(formDraft.userId, userId), eq(formDraft.formPath, formPath)))
    .get();
  return row ?? null;
}

export function upsertDraft(db: DbOrTx, row: { userId: number; formPath: string; entries: string; savedAt: string }): void {
  db.insert(formDraft)
    .values(row)
    .onConflictDoUpdate({ target: [formDraft.userId, formDraft.formPath], set: { entries: row.entries, savedAt: row.savedAt } })
    .run();
}

export function deleteDraft(db: DbOrTx, userId: number, formPath: string): void {
  db.delete(formDraft).where(and(eq(formDraft.userId, userId), eq(formDraft.formPath, formPath))).run();
}

export function deleteDraftsBefore(db: DbOrTx, instant: string): void {
  db.delete(formDraft).where(lt(formDraft.savedAt, instant)).run();
}
