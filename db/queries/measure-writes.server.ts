import { and, eq, sql } from "drizzle-orm";
import type { ContentField, MeasureContent } from "#app/domain/measures/content.ts";
import type { Benefit, CostItem, Milestone, StaffDemand } from "#app/domain/measures/measure.ts";
import type { Authorised } from "#app/domain/permissions/permissions.ts";
import type { Tx } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";

/** Only a measure that was authorised can be written. */
export type WritableMeasure = Authorised<{ readonly id: number; readonly leadUnitId: number | null }>;

type ListField = "targetGroups" | "participatingUnitIds" | "goalIds";
const splitLists = ({ targetGroups, participatingUnitIds, goalIds, ...row }: MeasureContent) => ({ row, targetGroups, participatingUnitIds, goalIds });

export function insertMeasure(tx: Tx, content: Authorised<MeasureContent>, at: string): number {
  const { row, ...lists } = splitLists(content);
  const [created] = tx
    .insert(schema.measure)
    .values({ ...row, createdAt: at, updatedAt: at })
    .returning({ id: schema.measure.id })
    .all();
  if (created === undefined) throw new Error("the new measure has no id");
  writeLists(tx, created.id, lists, ["targetGroups", "participatingUnitIds", "goalIds"]);
  return created.id;
}

/** Writes the changed fields and counts the version up. False when the row no longer has `rowVersion`; then nothing was written. */
export function updateMeasureContent(
  tx: Tx,
  measure: WritableMeasure,
  change: { readonly rowVersion: number; readonly content: MeasureContent; readonly fields: readonly ContentField[]; readonly at: string },
): boolean {
  const { row, ...lists } = splitLists(change.content);
  const changed = Object.fromEntries(Object.entries(row).filter(([name]) => change.fields.some((field) => field === name)));
  const { changes } = tx
    .update(schema.measure)
    .set({ ...changed, updatedAt: change.at, rowVersion: sql`${schema.measure.rowVersion} + 1` })
    .where(and(eq(schema.measure.id, measure.id), eq(schema.measure.rowVersion, change.rowVersion)))
    .run();
  if (changes !== 1) return false;
  writeLists(tx, measure.id, lists, change.fields);
  return true;
}

function writeLists(tx: Tx, measureId: number, lists: Pick<MeasureContent, ListField>, fields: readonly ContentField[]): void {
  if (fields.includes("targetGroups")) {
    tx.delete(schema.measureTargetGroup).where(eq(schema.measureTargetGroup.measureId, measureId)).run();
    for (const targetGroup of lists.targetGroups) tx.insert(schema.measureTargetGroup).values({ measureId, targetGroup }).run();
  }
  if (fields.includes("participatingUnitIds")) {
    tx.delete(schema.measureUnit).where(eq(schema.measureUnit.measureId, measureId)).run();
    for (const orgUnitId of lists.participatingUnitIds) tx.insert(schema.measureUnit).values({ measureId, orgUnitId }).run();
  }
  if (fields.includes("goalIds")) {
    tx.delete(schema.measureGoal).where(eq(schema.measureGoal.measureId, measureId)).run();
    for (const goalId of lists.goalIds) tx.insert(schema.measureGoal).values({ measureId, goalId }).run();
  }
}

/** Something that hangs on the measure changed: its sheet is a new version. */
export function touchMeasure(tx: Tx, measure: WritableMeasure, at: string): void {
  tx.update(schema.measure)
    .set({ updatedAt: at, rowVersion: sql`${schema.measure.rowVersion} + 1` })
    .where(eq(schema.measure.id, measure.id))
    .run();
}

export function setArchived(tx: Tx, measure: WritableMeasure, archivedAt: string | null, at: string): void {
  tx.update(schema.measure).set({ archivedAt }).where(eq(schema.measure.id, measure.id)).run();
  touchMeasure(tx, measure, at);
}

/** Confirming that data is still true is no change: the version stays. */
export function confirmMeasure(tx: Tx, measure: WritableMeasure, by: { userId: number; at: string }): void {
  const row = { userId: by.userId, confirmedAt: by.at };
  tx.insert(schema.measureConfirmation)
    .values({ measureId: measure.id, ...row })
    .onConflictDoUpdate({ target: schema.measureConfirmation.measureId, set: row })
    .run();
}

type WithoutKeys<T> = Omit<T, "id" | "rowVersion">;
/** What hangs on a measure, one by one, with its values. */
export type MeasurePart =
  | { readonly kind: "costItem"; readonly values: WithoutKeys<CostItem> }
  | { readonly kind: "staffDemand"; readonly values: WithoutKeys<StaffDemand> }
  | { readonly kind: "benefit"; readonly values: WithoutKeys<Benefit> }
  | { readonly kind: "milestone"; readonly values: WithoutKeys<Milestone> };
export type PartKind = MeasurePart["kind"];

const tables = { costItem: schema.costItem, staffDemand: schema.staffDemand, benefit: schema.benefit, milestone: schema.milestone } as const;

export function insertPart(tx: Tx, measure: WritableMeasure, part: MeasurePart): number {
  const { lastInsertRowid } = tx
    .insert(tables[part.kind])
    .values({ measureId: measure.id, ...part.values })
    .run();
  return Number(lastInsertRowid);
}

type PartKey = { readonly id: number; readonly rowVersion: number };

/** False when the row is gone or no longer has `rowVersion`. */
export function updatePart(tx: Tx, measure: WritableMeasure, key: PartKey, part: MeasurePart): boolean {
  const table = tables[part.kind];
  const { changes } = tx
    .update(table)
    .set({ ...part.values, rowVersion: key.rowVersion + 1 })
    .where(and(eq(table.id, key.id), eq(table.measureId, measure.id), eq(table.rowVersion, key.rowVersion)))
    .run();
  return changes === 1;
}

/** False when the row is gone or no longer has `rowVersion`. */
export function deletePart(tx: Tx, measure: WritableMeasure, key: PartKey, kind: PartKind): boolean {
  const table = tables[kind];
  const { changes } = tx
    .delete(table)
    .where(and(eq(table.id, key.id), eq(table.measureId, measure.id), eq(table.rowVersion, key.rowVersion)))
    .run();
  return changes === 1;
}

export function insertDependency(tx: Tx, successor: WritableMeasure, dependency: { predecessorId: number; lagQuarters: number }): void {
  tx.insert(schema.dependency)
    .values({ successorId: successor.id, ...dependency })
    .run();
}

export function deleteDependency(tx: Tx, successor: WritableMeasure, dependencyId: number): void {
  tx.delete(schema.dependency)
    .where(and(eq(schema.dependency.id, dependencyId), eq(schema.dependency.successorId, successor.id)))
    .run();
}
