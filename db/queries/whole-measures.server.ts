import { asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Benefit, CostItem, Measure, Milestone, StaffDemand } from "#app/domain/measures/measure.ts";
import type { TargetGroup } from "#app/domain/measures/vocabulary.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { preparedOnce } from "#db/prepared.server.ts";
import { remembered } from "#db/remembered.server.ts";
import * as schema from "#db/schema/index.ts";

type MeasureRow = typeof schema.measure.$inferSelect;
type Owned<T> = T & { readonly measureId: number };
type Parts = {
  readonly targetGroups: ReadonlyArray<{ measureId: number; targetGroup: TargetGroup }>;
  readonly units: ReadonlyArray<{ measureId: number; orgUnitId: number }>;
  readonly goals: ReadonlyArray<{ measureId: number; goalId: number }>;
  readonly milestones: ReadonlyArray<Owned<Milestone>>;
  readonly costItems: ReadonlyArray<Owned<CostItem>>;
  readonly staffDemands: ReadonlyArray<Owned<StaffDemand>>;
  readonly benefits: ReadonlyArray<Owned<Benefit>>;
};

/** The statements for measures and what hangs on them, of the measures that a condition on their id picks. */
function statements(db: DbOrTx, measures: SQL, owner: (measureId: SQLiteColumn) => SQL | undefined) {
  const { measureTargetGroup, measureUnit, measureGoal, milestone, costItem, staffDemand, benefit } = schema;
  return {
    measures: db.select().from(schema.measure).where(measures).orderBy(asc(schema.measure.id)).prepare(),
    targetGroups: db.select().from(measureTargetGroup).where(owner(measureTargetGroup.measureId)).prepare(),
    units: db.select().from(measureUnit).where(owner(measureUnit.measureId)).prepare(),
    goals: db.select().from(measureGoal).where(owner(measureGoal.measureId)).prepare(),
    milestones: db.select().from(milestone).where(owner(milestone.measureId)).orderBy(asc(milestone.dueDate), asc(milestone.id)).prepare(),
    costItems: db.select().from(costItem).where(owner(costItem.measureId)).orderBy(asc(costItem.id)).prepare(),
    staffDemands: db.select().from(staffDemand).where(owner(staffDemand.measureId)).orderBy(asc(staffDemand.id)).prepare(),
    benefits: db.select().from(benefit).where(owner(benefit.measureId)).orderBy(asc(benefit.id)).prepare(),
  };
}

const ofAllMeasures = preparedOnce((db) => statements(db, isNull(schema.measure.archivedAt), () => undefined));
const ofOneMeasure = preparedOnce((db) => {
  const measureId = sql.placeholder("measureId");
  return statements(db, eq(schema.measure.id, measureId), (owner) => eq(owner, measureId));
});

/** All measures that are not archived, complete with what hangs on them, by id. */
export const loadMeasures = (db: DbOrTx): Measure[] => run(ofAllMeasures(db), {});

/** One measure, archived or not, complete with what hangs on it. */
export const findMeasure = remembered((db: DbOrTx, measureId: number): Measure | null => run(ofOneMeasure(db), { measureId })[0] ?? null);

function run(statement: ReturnType<typeof statements>, values: Record<string, unknown>): Measure[] {
  return assemble(statement.measures.all(values), {
    targetGroups: statement.targetGroups.all(values),
    units: statement.units.all(values),
    goals: statement.goals.all(values),
    milestones: statement.milestones.all(values),
    costItems: statement.costItems.all(values),
    staffDemands: statement.staffDemands.all(values),
    benefits: statement.benefits.all(values),
  });
}

function assemble(rows: readonly MeasureRow[], parts: Parts): Measure[] {
  const targetGroups = byMeasure(parts.targetGroups);
  const units = byMeasure(parts.units);
  const goals = byMeasure(parts.goals);
  const milestones = byMeasure(parts.milestones);
  const costItems = byMeasure(parts.costItems);
  const staffDemands = byMeasure(parts.staffDemands);
  const benefits = byMeasure(parts.benefits);
  const owned = <T extends { measureId: number }>(groups: Map<number, T[]>, measureId: number) =>
    (groups.get(measureId) ?? []).map(({ measureId: _owner, ...part }) => part);
  return rows.map((row) => ({
    ...row,
    targetGroups: (targetGroups.get(row.id) ?? []).map((part) => part.targetGroup).sort(),
    participatingUnitIds: (units.get(row.id) ?? []).map((part) => part.orgUnitId).sort((a, b) => a - b),
    goalIds: (goals.get(row.id) ?? []).map((part) => part.goalId).sort((a, b) => a - b),
    milestones: owned(milestones, row.id),
    costItems: owned(costItems, row.id),
    staffDemands: owned(staffDemands, row.id),
    benefits: owned(benefits, row.id),
  }));
}

function byMeasure<T extends { readonly measureId: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.measureId);
    if (group) group.push(row);
    else groups.set(row.measureId, [row]);
  }
  return groups;
}
