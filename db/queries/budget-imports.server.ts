import { and, desc, eq, isNull } from "drizzle-orm";
import type { BudgetLine } from "#app/domain/resources/budget-lines.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { budgetImport, user } from "#db/schema/index.ts";

/** One line of an import: its version right after it, and what stood there before; null where it was created. */
export type ImportedChange = { readonly lineId: number; readonly rowVersion: number; readonly before: Omit<BudgetLine, "id" | "rowVersion"> | null };
export type StoredBudgetImport = {
  readonly id: number;
  readonly fileName: string;
  readonly importedAt: string;
  readonly userName: string;
  readonly createdCount: number;
  readonly updatedCount: number;
  readonly skippedCount: number;
  readonly undoneAt: string | null;
};

/** Without their changes, which may be long; the newest first. */
export const listBudgetImports = (db: DbOrTx): StoredBudgetImport[] =>
  db
    .select({
      id: budgetImport.id,
      fileName: budgetImport.fileName,
      importedAt: budgetImport.importedAt,
      userName: user.name,
      createdCount: budgetImport.createdCount,
      updatedCount: budgetImport.updatedCount,
      skippedCount: budgetImport.skippedCount,
      undoneAt: budgetImport.undoneAt,
    })
    .from(budgetImport)
    .innerJoin(user, eq(user.id, budgetImport.userId))
    .orderBy(desc(budgetImport.id))
    .limit(20)
    .all();

type NewImport = Omit<StoredBudgetImport, "id" | "userName" | "undoneAt"> & { readonly userId: number; readonly changes: readonly ImportedChange[] };

export const insertBudgetImport = (tx: DbOrTx, { changes, ...fields }: NewImport): number =>
  tx
    .insert(budgetImport)
    .values({ ...fields, changes: JSON.stringify(changes) })
    .returning({ id: budgetImport.id })
    .get().id;

/** Null where there is no such import. */
export function findBudgetImport(db: DbOrTx, importId: number): { readonly fileName: string; readonly undoneAt: string | null; readonly changes: readonly ImportedChange[] } | null {
  const row = db.select().from(budgetImport).where(eq(budgetImport.id, importId)).get();
  return row === undefined ? null : { fileName: row.fileName, undoneAt: row.undoneAt, changes: JSON.parse(row.changes) as ImportedChange[] };
}

/** False when it has been taken back before. */
export const markUndone = (tx: DbOrTx, importId: number, undoneAt: string, undoneBy: number): boolean =>
  tx
    .update(budgetImport)
    .set({ undoneAt, undoneBy })
    .where(and(eq(budgetImport.id, importId), isNull(budgetImport.undoneAt)))
    .run().changes === 1;
