import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { PlaceChange, PlanMoveKind } from "#app/domain/planning/plan-move.ts";
import { placeChanges } from "#app/domain/planning/stored-move.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { Db, DbOrTx, Tx } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { measure, planMove } from "#db/schema/index.ts";
import { prepared } from "#db/statements.server.ts";

/** A move on somebody's stack. */
export type StoredMove = {
  readonly id: number;
  readonly measureId: number;
  readonly title: string;
  readonly kind: PlanMoveKind;
  readonly movedAt: string;
  readonly reason: string;
  readonly changes: readonly PlaceChange[];
  readonly undoneAt: string | null;
};

/** So far back a person can go. */
const MOST_STEPS = 100;

/** The latest moves of a person, newest first; what was passed over is no step any more. */
export function listPlanMoves(db: DbOrTx, userId: number): StoredMove[] {
  const { id, measureId, kind, movedAt, reason, changes, undoneAt, passedOverAt } = planMove;
  return db
    .select({ id, measureId, title: measure.title, kind, movedAt, reason, changes, undoneAt })
    .from(planMove)
    .innerJoin(measure, eq(measure.id, measureId))
    .where(and(eq(planMove.userId, userId), isNull(passedOverAt)))
    .orderBy(desc(id))
    .limit(MOST_STEPS)
    .all()
    .map((row) => ({ ...row, changes: placeChanges.parse(JSON.parse(row.changes)) }));
}

export const insertPlanMove = (tx: Tx, move: { readonly userId: number; readonly measureId: number; readonly kind: PlanMoveKind; readonly at: string; readonly reason: string; readonly changes: readonly PlaceChange[] }): number =>
  tx
    .insert(planMove)
    .values({ userId: move.userId, measureId: move.measureId, kind: move.kind, movedAt: move.at, reason: move.reason, changes: JSON.stringify(move.changes) })
    .returning({ id: planMove.id })
    .get().id;

export const markMoveUndone = (tx: Tx, id: number, at: string): void => void tx.update(planMove).set({ undoneAt: at }).where(eq(planMove.id, id)).run();
export const markMoveRedone = (tx: Tx, id: number, at: string): void => void tx.update(planMove).set({ undoneAt: null, redoneAt: at }).where(eq(planMove.id, id)).run();
export const markMovePassedOver = (tx: Tx, id: number, at: string): void => void tx.update(planMove).set({ passedOverAt: at }).where(eq(planMove.id, id)).run();

/** Where the measures stand; those that are archived or gone are missing. */
export function findPlaces(db: DbOrTx, ids: readonly number[]) {
  const { id, title, startQuarter, endQuarter, rowVersion, updatedAt } = measure;
  return db
    .select({ id, title, startQuarter, endQuarter, rowVersion, updatedAt })
    .from(measure)
    .where(and(isNull(measure.archivedAt), sql`${id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`))
    .all();
}

/** A measure as far as a move of it, or because of it, is judged by it. */
export type MoveRow = Pick<Measure, "id" | "title" | "rowVersion" | "status" | "permanentTask" | "startQuarter" | "endQuarter" | "earliestStart" | "deadline" | "leadUnitId">;

/** The measures that are not archived, by id: read after every move, so with nothing else. */
export const loadMoveRows = remembered((db: Db): readonly MoveRow[] => {
  const rows = prepared(
    db,
    `SELECT id, title, row_version AS rowVersion, status, permanent_task AS permanentTask, start_quarter AS startQuarter, end_quarter AS endQuarter,
      earliest_start AS earliestStart, deadline, lead_unit_id AS leadUnitId FROM measure WHERE archived_at IS NULL ORDER BY id`,
  ).all() as Array<Omit<MoveRow, "permanentTask"> & { permanentTask: 0 | 1 }>;
  return rows.map((row) => Object.assign(row, { permanentTask: row.permanentTask === 1 }) as MoveRow);
});
