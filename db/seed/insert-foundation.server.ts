import { quarterFrom } from "#app/domain/calendar/quarter.ts";
import * as schema from "#db/schema/index.ts";
import { budgetFrames } from "./musterstadt/budget-frames.ts";
import { derivationColumns } from "#db/queries/criteria.server.ts";
import { criteria } from "./reference/criteria.ts";
import { municipality, teams, units } from "./musterstadt/organisation.ts";
import { enteredByHand } from "./musterstadt/staff-plan.ts";
import { actionFields, goals } from "./musterstadt/strategy.ts";
import { raterGroups, users } from "./musterstadt/users.ts";
import type { SeedContext } from "./seed-context.server.ts";

const FOUNDED_DAYS_AGO = 520;

/** The municipality itself: units, people, teams, frames, strategy and criteria. */
export function insertFoundation(context: SeedContext, passwordHash: string): void {
  const { tx, daysAgo } = context;
  const at = daysAgo(FOUNDED_DAYS_AGO);
  const seeded = (entity: string, entityId: number, after: Readonly<Record<string, unknown>>) =>
    context.audit({ at, userId: null, action: "seed", entity, entityId, before: null, after });

  tx.insert(schema.municipality).values({ id: 1, ...municipality, isDemonstration: true }).run();
  seeded("municipality", 1, { name: municipality.name });
  insertOrganisation(context, seeded);

  raterGroups.forEach(({ key, ...group }, position) => {
    const { id } = tx.insert(schema.raterGroup).values({ ...group, position }).returning().get();
    seeded("raterGroup", context.groups.set(key, id), { name: group.name, weight: group.weight });
  });
  for (const { key, unit, group, ...user } of users) {
    const { id } = tx
      .insert(schema.user)
      .values({ ...user, orgUnitId: unit && context.units.get(unit), raterGroupId: group && context.groups.get(group), passwordHash, isDemonstration: true, createdAt: at })
      .returning()
      .get();
    seeded("user", context.users.set(key, id), { name: user.name, role: user.role });
  }

  actionFields.forEach(({ key, ...field }, position) => {
    const { id } = tx.insert(schema.actionField).values({ ...field, position }).returning().get();
    seeded("actionField", context.fields.set(key, id), { name: field.name });
  });
  goals.forEach(({ key, field, ...goal }, position) => {
    const { id } = tx.insert(schema.goal).values({ ...goal, position, actionFieldId: context.fields.get(field) }).returning().get();
    seeded("goal", context.goals.set(key, id), { title: goal.title });
  });
  criteria.forEach(({ levels, derivation = null, ...criterion }, position) => {
    const { id } = tx.insert(schema.criterion).values({ ...criterion, ...derivationColumns(derivation), position }).returning().get();
    levels.forEach((sentence, level) => tx.insert(schema.criterionLevel).values({ criterionId: id, level, sentence }).run());
    context.criterionIds.push(id);
    seeded("criterion", id, { name: criterion.name, weight: criterion.weight });
  });
  for (const { amount, ...frame } of budgetFrames) {
    const { id } = tx.insert(schema.budgetFrame).values({ ...frame, amountCents: amount, updatedAt: daysAgo(90) }).returning().get();
    seeded("budgetFrame", id, { ...frame, amountCents: amount });
  }
}

function insertOrganisation({ tx, units: unitIds, teams: teamIds }: SeedContext, seeded: (entity: string, id: number, after: Readonly<Record<string, unknown>>) => void): void {
  units.forEach(({ key, parent, ...unit }, position) => {
    const { id } = tx.insert(schema.orgUnit).values({ ...unit, position, parentId: parent && unitIds.get(parent) }).returning().get();
    seeded("orgUnit", unitIds.set(key, id), { name: unit.name });
  });
  teams.forEach(({ key, unit, name, personDays }, position) => {
    const { id } = tx.insert(schema.team).values({ name, position, orgUnitId: unitIds.get(unit) }).returning().get();
    seeded("team", teamIds.set(key, id), { name });
    for (const [year, quarters] of Object.entries(enteredByHand[key] ?? personDays)) {
      quarters.forEach((days, index) => {
        tx.insert(schema.teamCapacity).values({ teamId: id, quarter: quarterFrom(Number(year), index + 1), personDays: days }).run();
      });
    }
  });
}
