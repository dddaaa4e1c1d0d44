import { and, asc, eq, sql } from "drizzle-orm";
import type { DbOrTx, Tx } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";

export type ActionFieldRow = typeof schema.actionField.$inferSelect;
export type GoalRow = typeof schema.goal.$inferSelect;

export const loadActionFields = (db: DbOrTx): ActionFieldRow[] => db.select().from(schema.actionField).orderBy(asc(schema.actionField.position), asc(schema.actionField.id)).all();
export const loadGoals = (db: DbOrTx): GoalRow[] => db.select().from(schema.goal).orderBy(asc(schema.goal.position), asc(schema.goal.id)).all();
export const findActionField = (db: DbOrTx, id: number): ActionFieldRow | undefined => db.select().from(schema.actionField).where(eq(schema.actionField.id, id)).get();
export const findGoal = (db: DbOrTx, id: number): GoalRow | undefined => db.select().from(schema.goal).where(eq(schema.goal.id, id)).get();

/** How many living measures stand in each action field, and serve each goal. */
export function countMeasuresByStrategy(db: DbOrTx): { readonly byField: ReadonlyMap<number, number>; readonly byGoal: ReadonlyMap<number, number> } {
  const counts = (rows: ReadonlyArray<{ id: number; count: number }>) => new Map(rows.map((row) => [row.id, row.count]));
  return {
    byField: counts(db.all(sql`SELECT action_field_id AS id, count(*) AS count FROM measure WHERE archived_at IS NULL AND action_field_id IS NOT NULL GROUP BY action_field_id`)),
    byGoal: counts(db.all(sql`SELECT goal_id AS id, count(*) AS count FROM measure_goal JOIN measure AS m ON m.id = measure_id WHERE m.archived_at IS NULL GROUP BY goal_id`)),
  };
}

export type ActionFieldValues = Pick<ActionFieldRow, "name" | "description" | "position">;
export type GoalValues = Pick<GoalRow, "title" | "description" | "position" | "actionFieldId">;

export function insertActionField(tx: Tx, values: ActionFieldValues): number {
  return Number(tx.insert(schema.actionField).values(values).run().lastInsertRowid);
}
export function insertGoal(tx: Tx, values: GoalValues): number {
  return Number(tx.insert(schema.goal).values(values).run().lastInsertRowid);
}

type Key = { readonly id: number; readonly rowVersion: number };

/** False when the row no longer has `rowVersion`. */
export function updateActionField(tx: Tx, key: Key, values: Partial<ActionFieldValues & Pick<ActionFieldRow, "archivedAt">>): boolean {
  const { actionField } = schema;
  const where = and(eq(actionField.id, key.id), eq(actionField.rowVersion, key.rowVersion));
  return tx.update(actionField).set({ ...values, rowVersion: key.rowVersion + 1 }).where(where).run().changes === 1;
}

/** False when the row no longer has `rowVersion`. */
export function updateGoal(tx: Tx, key: Key, values: Partial<GoalValues & Pick<GoalRow, "archivedAt">>): boolean {
  const { goal } = schema;
  const where = and(eq(goal.id, key.id), eq(goal.rowVersion, key.rowVersion));
  return tx.update(goal).set({ ...values, rowVersion: key.rowVersion + 1 }).where(where).run().changes === 1;
}
