import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import * as schema from "#db/schema/index.ts";
import { dependencies } from "./musterstadt/dependencies.ts";
import { changes, confirmations } from "./musterstadt/history.ts";
import { measures } from "./musterstadt/measures/index.ts";
import type { SeedMeasure } from "./musterstadt/shape.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** The measures with everything that hangs on them, what depends on what, and what happened to them so far. */
export function insertMeasures(context: SeedContext): void {
  const { tx, daysAgo } = context;
  for (const measure of measures) {
    const id = context.measures.set(measure.key, insertMeasure(context, measure));
    insertParts(context, measure, id);
    context.audit({ at: daysAgo(measure.createdDaysAgo), userId: null, action: "seed", entity: "measure", entityId: id, before: null, after: { title: measure.title } });
  }
  for (const [predecessor, successor, lagQuarters = 0] of dependencies) {
    const values = { predecessorId: context.measures.get(predecessor), successorId: context.measures.get(successor), lagQuarters };
    tx.insert(schema.dependency).values(values).run();
    context.audit({ at: daysAgo(88), userId: null, action: "seed", entity: "measure", entityId: values.successorId, before: null, after: { dependency: values } });
  }
  for (const { measure, by, daysAgo: days, before, after } of changes) {
    context.audit({ at: daysAgo(days), userId: context.users.get(by), action: "update", entity: "measure", entityId: context.measures.get(measure), before, after });
  }
  for (const { measure, by, daysAgo: days } of confirmations) {
    const values = { measureId: context.measures.get(measure), userId: context.users.get(by), confirmedAt: daysAgo(days) };
    tx.insert(schema.measureConfirmation).values(values).run();
    context.audit({ at: values.confirmedAt, userId: values.userId, action: "confirm", entity: "measure", entityId: values.measureId, before: null, after: null });
  }
}

function insertMeasure({ tx, units, fields, daysAgo }: SeedContext, measure: SeedMeasure): number {
  const changeCount = changes.filter((change) => change.measure === measure.key).length;
  const row = tx
    .insert(schema.measure)
    .values({
      title: measure.title,
      summary: measure.summary,
      description: measure.description,
      actionFieldId: measure.field && fields.get(measure.field),
      effectDirection: measure.effect ?? null,
      leadUnitId: measure.lead && units.get(measure.lead),
      responsiblePerson: measure.person ?? "",
      status: measure.status,
      permanentTask: measure.permanent ?? false,
      planningHorizon: measure.horizon ?? null,
      startQuarter: measure.start === undefined ? null : quarter(measure.start),
      endQuarter: measure.end === undefined ? null : quarter(measure.end),
      timeframeText: measure.timeframe ?? "",
      earliestStart: measure.earliestStart === undefined ? null : plainDate(measure.earliestStart),
      deadline: measure.deadline ? plainDate(measure.deadline[0]) : null,
      deadlineReason: measure.deadline?.[1] ?? "",
      progressPercent: measure.progress ?? null,
      trafficLight: measure.light?.[0] ?? null,
      trafficLightReason: measure.light?.[1] ?? "",
      source: measure.source,
      externalReference: measure.reference,
      createdAt: daysAgo(measure.createdDaysAgo),
      updatedAt: daysAgo(measure.updatedDaysAgo),
      rowVersion: changeCount + 1,
    })
    .returning()
    .get();
  return row.id;
}

function insertParts({ tx, units, goals, teams }: SeedContext, measure: SeedMeasure, measureId: number): void {
  for (const targetGroup of measure.targetGroups) tx.insert(schema.measureTargetGroup).values({ measureId, targetGroup }).run();
  for (const unit of measure.participating ?? []) tx.insert(schema.measureUnit).values({ measureId, orgUnitId: units.get(unit) }).run();
  for (const goal of measure.goals ?? []) tx.insert(schema.measureGoal).values({ measureId, goalId: goals.get(goal) }).run();
  for (const [title, dueDate, reachedOn] of measure.milestones ?? []) {
    tx.insert(schema.milestone)
      .values({ measureId, title, dueDate: plainDate(dueDate), reachedOn: reachedOn === undefined ? null : plainDate(reachedOn) })
      .run();
  }
  for (const { title, rhythm, kind, direction = "expense", code, profile = "even", amount, note } of measure.costs ?? []) {
    const [budgetProduct = "", budgetAccount = ""] = code.split("/");
    tx.insert(schema.costItem)
      .values({ measureId, title, rhythm, budgetKind: kind, direction, budgetProduct, budgetAccount, profile, amountCents: amount, estimateNote: note })
      .run();
  }
  for (const { team, unit, ...demand } of measure.staff ?? []) {
    tx.insert(schema.staffDemand)
      .values({ measureId, teamId: team === undefined ? null : teams.get(team), orgUnitId: unit === undefined ? null : units.get(unit), ...demand })
      .run();
  }
  for (const { kind, amount, hours, description, basis } of measure.benefits ?? []) {
    tx.insert(schema.benefit)
      .values({ measureId, kind, amountCents: amount ?? null, hoursPerYear: hours ?? null, description: description ?? "", estimateBasis: basis })
      .run();
  }
}
