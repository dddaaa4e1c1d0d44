import { and, asc, count, eq, isNull, ne } from "drizzle-orm";
import type { BudgetLine } from "#app/domain/resources/budget-lines.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { budgetLine, budgetLineMeasure, measure } from "#db/schema/index.ts";

/** What is written of a line; its measures are mapped on their own. */
export type LineFields = Omit<BudgetLine, "id" | "measureIds" | "rowVersion">;
/** What tells one line from another. */
export type LineCode = Pick<BudgetLine, "fiscalYear" | "budgetProduct" | "budgetAccount" | "direction">;

export const countBudgetLines = (db: DbOrTx): number => db.select({ count: count() }).from(budgetLine).get()?.count ?? 0;

/** All lines by year and code, with the measures mapped to them that are not archived. */
export const listBudgetLines = remembered((db: DbOrTx): BudgetLine[] => {
  const measureIds = mappedMeasures(db);
  return db
    .select()
    .from(budgetLine)
    .orderBy(asc(budgetLine.fiscalYear), asc(budgetLine.budgetProduct), asc(budgetLine.budgetAccount), asc(budgetLine.direction))
    .all()
    .map((row) => ({ ...row, measureIds: measureIds.get(row.id) ?? [] }));
});

export function findBudgetLine(db: DbOrTx, lineId: number): BudgetLine | null {
  const row = db.select().from(budgetLine).where(eq(budgetLine.id, lineId)).get();
  return row === undefined ? null : { ...row, measureIds: mappedMeasures(db, lineId).get(lineId) ?? [] };
}

/** Another line with the same code in the same year. */
export const findLineByCode = (db: DbOrTx, { fiscalYear, budgetProduct, budgetAccount, direction }: LineCode, exceptId: number | null): number | null =>
  db
    .select({ id: budgetLine.id })
    .from(budgetLine)
    .where(
      and(
        eq(budgetLine.fiscalYear, fiscalYear),
        eq(budgetLine.budgetProduct, budgetProduct),
        eq(budgetLine.budgetAccount, budgetAccount),
        eq(budgetLine.direction, direction),
        exceptId === null ? undefined : ne(budgetLine.id, exceptId),
      ),
    )
    .get()?.id ?? null;

export const insertBudgetLine = (tx: DbOrTx, fields: LineFields): number => tx.insert(budgetLine).values(fields).returning({ id: budgetLine.id }).get().id;

/** False when somebody else saved first. The mapped measures count as part of the line: touch it when they change. */
export const updateBudgetLine = (tx: DbOrTx, lineId: number, rowVersion: number, fields: Partial<LineFields>): boolean =>
  tx
    .update(budgetLine)
    .set({ ...fields, rowVersion: rowVersion + 1 })
    .where(and(eq(budgetLine.id, lineId), eq(budgetLine.rowVersion, rowVersion)))
    .run().changes === 1;

export const deleteBudgetLine = (tx: DbOrTx, lineId: number, rowVersion: number): boolean =>
  tx
    .delete(budgetLine)
    .where(and(eq(budgetLine.id, lineId), eq(budgetLine.rowVersion, rowVersion)))
    .run().changes === 1;

/** The measures of a line are these and no others, those archived left alone. */
export function storeLineMeasures(tx: DbOrTx, lineId: number, before: readonly number[], after: readonly number[]): void {
  for (const measureId of before) {
    if (!after.includes(measureId)) tx.delete(budgetLineMeasure).where(and(eq(budgetLineMeasure.budgetLineId, lineId), eq(budgetLineMeasure.measureId, measureId))).run();
  }
  for (const measureId of after) {
    if (!before.includes(measureId)) tx.insert(budgetLineMeasure).values({ budgetLineId: lineId, measureId }).onConflictDoNothing().run();
  }
}

function mappedMeasures(db: DbOrTx, lineId: number | null = null): ReadonlyMap<number, readonly number[]> {
  const rows = db
    .select({ lineId: budgetLineMeasure.budgetLineId, measureId: budgetLineMeasure.measureId })
    .from(budgetLineMeasure)
    .innerJoin(measure, and(eq(measure.id, budgetLineMeasure.measureId), isNull(measure.archivedAt)))
    .where(lineId === null ? undefined : eq(budgetLineMeasure.budgetLineId, lineId))
    .orderBy(asc(budgetLineMeasure.measureId))
    .all();
  const byLine = new Map<number, number[]>();
  for (const row of rows) {
    const own = byLine.get(row.lineId);
    if (own) own.push(row.measureId);
    else byLine.set(row.lineId, [row.measureId]);
  }
  return byLine;
}
