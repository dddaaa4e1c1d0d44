import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { AmendmentLine, AmendmentMotion, AmendmentState } from "#app/domain/committee/amendment.ts";
import type { AmendmentContent } from "#app/domain/committee/amendment-rules.ts";
import type { DbOrTx, Tx } from "#db/client.server.ts";
import { amendmentLine, amendmentMotion } from "#db/schema/index.ts";

/** The newest first, each with its lines. */
export function listMotions(db: DbOrTx): AmendmentMotion[] {
  const rows = db.select().from(amendmentMotion).orderBy(desc(sql`coalesce(${amendmentMotion.movedOn}, '9999')`), desc(amendmentMotion.id)).all();
  const lines = new Map<number, AmendmentLine[]>();
  for (const { motionId, position: _position, ...line } of db.select().from(amendmentLine).orderBy(asc(amendmentLine.position), asc(amendmentLine.id)).all()) {
    lines.set(motionId, [...(lines.get(motionId) ?? []), line]);
  }
  return rows.map(({ createdAt: _created, ...motion }) => ({ ...motion, lines: lines.get(motion.id) ?? [] }));
}

export function findMotion(db: DbOrTx, motionId: number): AmendmentMotion | null {
  const row = db.select().from(amendmentMotion).where(eq(amendmentMotion.id, motionId)).get();
  if (!row) return null;
  const { createdAt: _created, ...motion } = row;
  const lines = db.select().from(amendmentLine).where(eq(amendmentLine.motionId, motionId)).orderBy(asc(amendmentLine.position), asc(amendmentLine.id)).all();
  return { ...motion, lines: lines.map(({ motionId: _motion, position: _position, ...line }) => line) };
}

export const isMotionNumberTaken = (db: DbOrTx, number: string, exceptId: number | null): boolean =>
  db
    .select({ id: amendmentMotion.id })
    .from(amendmentMotion)
    .where(and(eq(amendmentMotion.number, number), exceptId === null ? undefined : ne(amendmentMotion.id, exceptId)))
    .get() !== undefined;

export function insertMotion(tx: Tx, { lines, ...fields }: AmendmentContent, at: string, state: AmendmentState = "draft"): number {
  const { id } = tx.insert(amendmentMotion).values({ ...fields, state, createdAt: at }).returning({ id: amendmentMotion.id }).get();
  storeLines(tx, id, lines);
  return id;
}

/** False when somebody else saved first; then nothing was written. Lines that are not named are deleted. */
export function updateMotion(tx: Tx, motionId: number, rowVersion: number, { lines, ...fields }: AmendmentContent): boolean {
  if (!touchMotion(tx, motionId, rowVersion, fields)) return false;
  const kept = new Set(lines.map((line) => line.id));
  const gone = (findMotion(tx, motionId)?.lines ?? []).filter((line) => !kept.has(line.id)).map((line) => line.id);
  if (gone.length > 0) tx.delete(amendmentLine).where(inArray(amendmentLine.id, gone)).run();
  storeLines(tx, motionId, lines);
  return true;
}

/** False when somebody else saved first. */
export const touchMotion = (tx: Tx, motionId: number, rowVersion: number, fields: Partial<Omit<typeof amendmentMotion.$inferInsert, "id" | "rowVersion">>): boolean =>
  tx
    .update(amendmentMotion)
    .set({ ...fields, rowVersion: rowVersion + 1 })
    .where(and(eq(amendmentMotion.id, motionId), eq(amendmentMotion.rowVersion, rowVersion)))
    .run().changes === 1;

export const deleteMotion = (tx: Tx, motionId: number, rowVersion: number): boolean =>
  tx.delete(amendmentMotion).where(and(eq(amendmentMotion.id, motionId), eq(amendmentMotion.rowVersion, rowVersion))).run().changes === 1;

function storeLines(tx: Tx, motionId: number, lines: AmendmentContent["lines"]): void {
  lines.forEach(({ id, ...fields }, position) => {
    const values = { ...fields, motionId, position };
    if (id === null) tx.insert(amendmentLine).values(values).run();
    else tx.update(amendmentLine).set(values).where(and(eq(amendmentLine.id, id), eq(amendmentLine.motionId, motionId))).run();
  });
}
