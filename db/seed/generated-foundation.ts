import { quarterFrom } from "#app/domain/calendar/quarter.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import type { user } from "#db/schema/index.ts";
import { budgetFrames } from "./musterstadt/budget-frames.ts";
import type { subjects } from "./generated-titles.ts";
import { criteria } from "./reference/criteria.ts";
import { municipality, teams, units } from "./musterstadt/organisation.ts";
import { actionFields, goals } from "./musterstadt/strategy.ts";
import { raterGroups, users } from "./musterstadt/users.ts";

/** Twelve, as many as large strategies have: those of Musterstadt and further ones. */
export const generatedFields: ReadonlyArray<{ readonly key: keyof typeof subjects; readonly name: string; readonly description: string }> = [
  ...actionFields,
  { key: "mobility", name: "Mobilität und Verkehr", description: "Daten und Dienste für alle, die unterwegs sind." },
  { key: "climate", name: "Klima, Energie und Umwelt", description: "Verbrauch messen, Anlagen steuern, Vorsorge treffen." },
  { key: "culture", name: "Kultur, Sport und Tourismus", description: "Angebote der Stadt finden, buchen und digital erleben." },
  { key: "social", name: "Soziales und Teilhabe", description: "Hilfen ohne Umweg beantragen und gemeinsam digitaler werden." },
  { key: "finance", name: "Finanzen und Beschaffung", description: "Vom Bedarf bis zur Rechnung ohne Papier." },
];

/** A row's number is its place in the list, counted from 1. */
const numberOf = (list: ReadonlyArray<{ readonly key: string }>, key: string | null): number | null => (key === null ? null : list.findIndex((entry) => entry.key === key) + 1);
const sureNumberOf = (list: ReadonlyArray<{ readonly key: string }>, key: string): number => numberOf(list, key) ?? 0;

/** The organisation, strategy, criteria, capacities and frames of Musterstadt, under a name of its own and without demonstration marks. */
export const generatedFoundation = (): Omit<Portfolio, "measures" | "dependencies" | "ratings"> => ({
  municipality: { ...municipality, name: "Zufallsstadt", isDemonstration: false },
  orgUnits: units.map(({ key, parent, ...unit }, index) => ({ ...unit, id: sureNumberOf(units, key), parentId: numberOf(units, parent), position: index })),
  actionFields: generatedFields.map(({ name, description }, index) => ({ id: index + 1, name, description, position: index })),
  goals: goals.map(({ field, title, description }, index) => ({ id: index + 1, actionFieldId: numberOf(actionFields, field), title, description, position: index })),
  teams: teams.map(({ unit, name }, index) => ({ id: index + 1, orgUnitId: sureNumberOf(units, unit), name, position: index })),
  capacities: teams.flatMap(({ personDays }, index) =>
    Object.entries(personDays).flatMap(([year, days]) => days.map((count, quarter) => ({ teamId: index + 1, quarter: quarterFrom(Number(year), quarter + 1), personDays: count }))),
  ),
  budgetFrames: budgetFrames
    .map(({ amount, ...frame }) => ({ ...frame, amountCents: amount }))
    .sort((a, b) => a.fiscalYear - b.fiscalYear || (a.budgetKind < b.budgetKind ? -1 : 1)),
  criteria: criteria.map(({ derivation: _derivation, ...criterion }, index) => ({ ...criterion, id: index + 1, position: index })),
  raterGroups: raterGroups.map(({ name, kind, weight }, index) => ({ id: index + 1, name, kind, weight, position: index })),
});

/** One account per person of Musterstadt, all with the same password and without the demonstration mark. */
export const generatedUsers = (passwordHash: string): Array<typeof user.$inferInsert> =>
  users.map(({ unit, group, key: _key, ...person }, index) => ({
    ...person,
    id: index + 1,
    orgUnitId: numberOf(units, unit),
    raterGroupId: numberOf(raterGroups, group),
    passwordHash,
    createdAt: "2026-01-05T08:00:00.000Z",
  }));

/** Who rates, and in whose name. */
export const raterIds = (): Array<{ userId: number; raterGroupId: number }> =>
  users.flatMap(({ group }, index) => (group === null || index % 2 === 1 ? [] : [{ userId: index + 1, raterGroupId: sureNumberOf(raterGroups, group) }]));
