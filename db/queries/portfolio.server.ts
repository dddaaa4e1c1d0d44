import { asc, eq, isNull } from "drizzle-orm";
import type { Benefit, CostItem, Measure, Milestone, StaffDemand } from "#app/domain/measures/measure.ts";
import type { TargetGroup } from "#app/domain/measures/vocabulary.ts";
import type { Municipality, Portfolio } from "#app/domain/portfolio/portfolio.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { preparedOnce } from "#db/prepared.server.ts";
import * as schema from "#db/schema/index.ts";

const municipalityRow = preparedOnce((db) => db.select().from(schema.municipality).where(eq(schema.municipality.id, 1)).prepare());

/** @throws Error when the database holds no municipality, which the set-up page prevents */
export function loadMunicipality(db: DbOrTx): Municipality {
  const municipality = findMunicipality(db);
  if (municipality === null) throw new Error("the database holds no municipality");
  return municipality;
}

export function findMunicipality(db: DbOrTx): Municipality | null {
  const row = municipalityRow(db).get();
  if (!row) return null;
  const { id: _id, rowVersion: _rowVersion, ...municipality } = row;
  return municipality;
}

/** The whole living plan without archived measures, in a stable order. About a dozen statements, whatever the size. */
export function loadPortfolio(db: DbOrTx): Portfolio {
  const plan = loadPlan(db);
  const present = new Set(plan.measures.map((measure) => measure.id));
  return {
    ...plan,
    ratings: db
      .select({
        measureId: schema.rating.measureId,
        criterionId: schema.rating.criterionId,
        userId: schema.rating.userId,
        raterGroupId: schema.rating.raterGroupId,
        value: schema.rating.value,
      })
      .from(schema.rating)
      .orderBy(asc(schema.rating.measureId), asc(schema.rating.criterionId), asc(schema.rating.userId))
      .all()
      .filter((row) => present.has(row.measureId)),
  };
}

/** The same without the ratings, which are by far the most rows, for pages that do not rank. */
export function loadPlan(db: DbOrTx): Omit<Portfolio, "ratings"> {
  const measures = loadMeasures(db);
  const present = new Set(measures.map((measure) => measure.id));
  const levels = groupBy(db.select().from(schema.criterionLevel).orderBy(asc(schema.criterionLevel.level)).all(), (row) => row.criterionId);
  return {
    municipality: loadMunicipality(db),
    orgUnits: db
      .select({
        id: schema.orgUnit.id,
        parentId: schema.orgUnit.parentId,
        kind: schema.orgUnit.kind,
        name: schema.orgUnit.name,
        shortName: schema.orgUnit.shortName,
        position: schema.orgUnit.position,
      })
      .from(schema.orgUnit)
      .orderBy(asc(schema.orgUnit.position), asc(schema.orgUnit.id))
      .all(),
    actionFields: db
      .select({ id: schema.actionField.id, name: schema.actionField.name, description: schema.actionField.description, position: schema.actionField.position })
      .from(schema.actionField)
      .orderBy(asc(schema.actionField.position), asc(schema.actionField.id))
      .all(),
    goals: db
      .select({
        id: schema.goal.id,
        actionFieldId: schema.goal.actionFieldId,
        title: schema.goal.title,
        description: schema.goal.description,
        position: schema.goal.position,
      })
      .from(schema.goal)
      .orderBy(asc(schema.goal.position), asc(schema.goal.id))
      .all(),
    measures,
    dependencies: db
      .select()
      .from(schema.dependency)
      .orderBy(asc(schema.dependency.id))
      .all()
      .filter((row) => present.has(row.predecessorId) && present.has(row.successorId)),
    teams: db
      .select({ id: schema.team.id, orgUnitId: schema.team.orgUnitId, name: schema.team.name, position: schema.team.position })
      .from(schema.team)
      .where(isNull(schema.team.archivedAt))
      .orderBy(asc(schema.team.position), asc(schema.team.id))
      .all(),
    capacities: db.select().from(schema.teamCapacity).orderBy(asc(schema.teamCapacity.teamId), asc(schema.teamCapacity.quarter)).all(),
    budgetFrames: db
      .select({ fiscalYear: schema.budgetFrame.fiscalYear, budgetKind: schema.budgetFrame.budgetKind, amountCents: schema.budgetFrame.amountCents })
      .from(schema.budgetFrame)
      .orderBy(asc(schema.budgetFrame.fiscalYear), asc(schema.budgetFrame.budgetKind))
      .all(),
    criteria: db
      .select()
      .from(schema.criterion)
      .where(isNull(schema.criterion.archivedAt))
      .orderBy(asc(schema.criterion.position), asc(schema.criterion.id))
      .all()
      .map(({ id, name, question, weight, reversed, position }) => ({
        id,
        name,
        question,
        weight,
        reversed,
        position,
        levels: (levels.get(id) ?? []).map((level) => level.sentence),
      })),
    raterGroups: db
      .select({
        id: schema.raterGroup.id,
        name: schema.raterGroup.name,
        kind: schema.raterGroup.kind,
        weight: schema.raterGroup.weight,
        position: schema.raterGroup.position,
      })
      .from(schema.raterGroup)
      .orderBy(asc(schema.raterGroup.position), asc(schema.raterGroup.id))
      .all(),
  };
}

/** All measures that are not archived, complete with what hangs on them, by id. */
export function loadMeasures(db: DbOrTx): Measure[] {
  const rows = db.select().from(schema.measure).where(isNull(schema.measure.archivedAt)).orderBy(asc(schema.measure.id)).all();
  return assemble(rows, {
    targetGroups: db.select().from(schema.measureTargetGroup).all(),
    units: db.select().from(schema.measureUnit).all(),
    goals: db.select().from(schema.measureGoal).all(),
    milestones: db.select().from(schema.milestone).orderBy(asc(schema.milestone.dueDate), asc(schema.milestone.id)).all(),
    costItems: db.select().from(schema.costItem).orderBy(asc(schema.costItem.id)).all(),
    staffDemands: db.select().from(schema.staffDemand).orderBy(asc(schema.staffDemand.id)).all(),
    benefits: db.select().from(schema.benefit).orderBy(asc(schema.benefit.id)).all(),
  });
}

/** One measure, archived or not, complete with what hangs on it. */
export function findMeasure(db: DbOrTx, measureId: number): Measure | null {
  const row = db.select().from(schema.measure).where(eq(schema.measure.id, measureId)).get();
  if (!row) return null;
  const [measure] = assemble([row], {
    targetGroups: db.select().from(schema.measureTargetGroup).where(eq(schema.measureTargetGroup.measureId, measureId)).all(),
    units: db.select().from(schema.measureUnit).where(eq(schema.measureUnit.measureId, measureId)).all(),
    goals: db.select().from(schema.measureGoal).where(eq(schema.measureGoal.measureId, measureId)).all(),
    milestones: db
      .select()
      .from(schema.milestone)
      .where(eq(schema.milestone.measureId, measureId))
      .orderBy(asc(schema.milestone.dueDate), asc(schema.milestone.id))
      .all(),
    costItems: db.select().from(schema.costItem).where(eq(schema.costItem.measureId, measureId)).orderBy(asc(schema.costItem.id)).all(),
    staffDemands: db.select().from(schema.staffDemand).where(eq(schema.staffDemand.measureId, measureId)).orderBy(asc(schema.staffDemand.id)).all(),
    benefits: db.select().from(schema.benefit).where(eq(schema.benefit.measureId, measureId)).orderBy(asc(schema.benefit.id)).all(),
  });
  return measure ?? null;
}

type Owned<T> = T & { readonly measureId: number };
type Parts = {
  targetGroups: ReadonlyArray<{ measureId: number; targetGroup: TargetGroup }>;
  units: ReadonlyArray<{ measureId: number; orgUnitId: number }>;
  goals: ReadonlyArray<{ measureId: number; goalId: number }>;
  milestones: ReadonlyArray<Owned<Milestone>>;
  costItems: ReadonlyArray<Owned<CostItem>>;
  staffDemands: ReadonlyArray<Owned<StaffDemand>>;
  benefits: ReadonlyArray<Owned<Benefit>>;
};

function assemble(rows: ReadonlyArray<typeof schema.measure.$inferSelect>, parts: Parts): Measure[] {
  const byMeasure = (row: { measureId: number }) => row.measureId;
  const targetGroups = groupBy(parts.targetGroups, byMeasure);
  const units = groupBy(parts.units, byMeasure);
  const goals = groupBy(parts.goals, byMeasure);
  const milestones = groupBy(parts.milestones, byMeasure);
  const costItems = groupBy(parts.costItems, byMeasure);
  const staffDemands = groupBy(parts.staffDemands, byMeasure);
  const benefits = groupBy(parts.benefits, byMeasure);
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

function groupBy<T>(rows: readonly T[], key: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
