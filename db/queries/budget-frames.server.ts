import { and, asc, eq } from "drizzle-orm";
import type { BudgetFrame } from "#app/domain/portfolio/portfolio.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { budgetFrame } from "#db/schema/index.ts";

export type StoredBudgetFrame = BudgetFrame & { readonly id: number; readonly updatedAt: string; readonly rowVersion: number };

export const listBudgetFrames = (db: DbOrTx): StoredBudgetFrame[] =>
  db.select().from(budgetFrame).orderBy(asc(budgetFrame.fiscalYear), asc(budgetFrame.budgetKind)).all();

export const findBudgetFrame = (db: DbOrTx, fiscalYear: number, budgetKind: BudgetKind): StoredBudgetFrame | null =>
  db
    .select()
    .from(budgetFrame)
    .where(and(eq(budgetFrame.fiscalYear, fiscalYear), eq(budgetFrame.budgetKind, budgetKind)))
    .get() ?? null;

export const insertBudgetFrame = (tx: DbOrTx, frame: BudgetFrame, updatedAt: string): number =>
  tx
    .insert(budgetFrame)
    .values({ ...frame, updatedAt })
    .returning({ id: budgetFrame.id })
    .get().id;

export function updateBudgetFrame(tx: DbOrTx, frame: StoredBudgetFrame, amountCents: BudgetFrame["amountCents"], updatedAt: string): void {
  tx.update(budgetFrame)
    .set({ amountCents, updatedAt, rowVersion: frame.rowVersion + 1 })
    .where(eq(budgetFrame.id, frame.id))
    .run();
}

export function deleteBudgetFrame(tx: DbOrTx, frameId: number): void {
  tx.delete(budgetFrame).where(eq(budgetFrame.id, frameId)).run();
}
