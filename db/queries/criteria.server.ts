import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Criterion } from "#app/domain/portfolio/portfolio.ts";
import { areBounds, type Derivation } from "#app/domain/prioritisation/derivation.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { criterion, criterionLevel, rating } from "#db/schema/index.ts";

/** `derivation`: the figure of a measure that suggests its level; null where people judge without one. */
export type StoredCriterion = Criterion & { readonly archivedAt: string | null; readonly rowVersion: number; readonly derivation: Derivation | null };
export type CriterionFields = Pick<StoredCriterion, "name" | "question" | "weight" | "reversed" | "position" | "levels" | "derivation">;

/** In their order. Archived ones keep their ratings but count no more. */
export function listCriteria(db: DbOrTx, which: "active" | "archived"): StoredCriterion[] {
  const rows = db
    .select()
    .from(criterion)
    .where(which === "active" ? isNull(criterion.archivedAt) : isNotNull(criterion.archivedAt))
    .orderBy(asc(criterion.position), asc(criterion.id))
    .all();
  const levels = db.select().from(criterionLevel).orderBy(asc(criterionLevel.criterionId), asc(criterionLevel.level)).all();
  return rows.map((row) => ({ ...readCriterion(row), levels: levels.filter((level) => level.criterionId === row.id).map((level) => level.sentence) }));
}

export function findCriterion(db: DbOrTx, criterionId: number): StoredCriterion | null {
  const row = db.select().from(criterion).where(eq(criterion.id, criterionId)).get();
  if (!row) return null;
  const levels = db.select().from(criterionLevel).where(eq(criterionLevel.criterionId, criterionId)).orderBy(asc(criterionLevel.level)).all();
  return { ...readCriterion(row), levels: levels.map((level) => level.sentence) };
}

/** Which criteria suggest a level, by id. */
export const listDerivations = (db: DbOrTx): ReadonlyMap<number, Derivation> =>
  new Map(
    db
      .select()
      .from(criterion)
      .where(isNotNull(criterion.derivedFrom))
      .all()
      .flatMap((row) => {
        const { derivation } = readCriterion(row);
        return derivation === null ? [] : [[row.id, derivation] as const];
      }),
  );

function readCriterion({ derivedFrom, derivedBounds, ...row }: typeof criterion.$inferSelect) {
  return { ...row, derivation: derivedFrom === null || derivedBounds === null ? null : { source: derivedFrom, bounds: readBounds(derivedBounds) } };
}

/** @throws Error when what is stored are no bounds */
function readBounds(text: string): readonly number[] {
  const bounds: unknown = JSON.parse(text);
  if (!Array.isArray(bounds) || !areBounds(bounds)) throw new Error(`not the bounds of a derivation: ${text}`);
  return bounds;
}

/** The columns of a derivation. */
export const derivationColumns = (derivation: Derivation | null) => ({
  derivedFrom: derivation?.source ?? null,
  derivedBounds: derivation === null ? null : JSON.stringify(derivation.bounds),
});

/** Whether another criterion, archived or not, already has the name. */
export const isCriterionNameTaken = (db: DbOrTx, name: string, exceptId: number | null): boolean =>
  db
    .select({ id: criterion.id })
    .from(criterion)
    .where(and(eq(criterion.name, name), exceptId === null ? undefined : ne(criterion.id, exceptId)))
    .get() !== undefined;

export function insertCriterion(tx: DbOrTx, { levels, derivation, ...fields }: CriterionFields): number {
  const { id } = tx.insert(criterion).values({ ...fields, ...derivationColumns(derivation) }).returning({ id: criterion.id }).get();
  storeLevels(tx, id, levels);
  return id;
}

/** False when somebody else saved first. */
export function updateCriterion(tx: DbOrTx, criterionId: number, rowVersion: number, { levels, derivation, ...fields }: CriterionFields): boolean {
  if (!touchCriterion(tx, criterionId, rowVersion, { ...fields, ...derivationColumns(derivation) })) return false;
  tx.delete(criterionLevel).where(eq(criterionLevel.criterionId, criterionId)).run();
  storeLevels(tx, criterionId, levels);
  return true;
}

/** @param archivedAt null brings it back. False when somebody else saved first. */
export const setCriterionArchived = (tx: DbOrTx, criterionId: number, rowVersion: number, archivedAt: string | null): boolean =>
  touchCriterion(tx, criterionId, rowVersion, { archivedAt });

export const countRatingsOf = (db: DbOrTx, criterionId: number): number =>
  db.select({ count: sql<number>`count(*)` }).from(rating).where(eq(rating.criterionId, criterionId)).get()?.count ?? 0;

function touchCriterion(tx: DbOrTx, criterionId: number, rowVersion: number, fields: Partial<typeof criterion.$inferInsert>): boolean {
  const { changes } = tx
    .update(criterion)
    .set({ ...fields, rowVersion: rowVersion + 1 })
    .where(and(eq(criterion.id, criterionId), eq(criterion.rowVersion, rowVersion)))
    .run();
  return changes === 1;
}

function storeLevels(tx: DbOrTx, criterionId: number, levels: readonly string[]): void {
  levels.forEach((sentence, level) => tx.insert(criterionLevel).values({ criterionId, level, sentence }).run());
}
