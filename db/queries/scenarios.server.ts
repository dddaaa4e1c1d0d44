import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { PlanningSettings, ScenarioChanges } from "#app/domain/planning/scenario.ts";
import { planningSettings, scenarioChanges } from "#app/domain/planning/scenario-schema.ts";
import type { DbOrTx, Tx } from "#db/client.server.ts";
import { scenario, user } from "#db/schema/index.ts";

export type ScenarioContent = { readonly name: string; readonly description: string; readonly changes: ScenarioChanges; readonly settings: PlanningSettings };
export type StoredScenario = ScenarioContent & { readonly id: number; readonly createdAt: string; readonly createdBy: string; readonly archivedAt: string | null; readonly rowVersion: number };

const { id, name, description, changes, settings, createdAt, archivedAt, rowVersion } = scenario;
const rows = (db: DbOrTx) => db.select({ id, name, description, changes, settings, createdAt, createdBy: user.name, archivedAt, rowVersion }).from(scenario).innerJoin(user, eq(user.id, scenario.createdBy));

/** @throws ZodError when what is stored is no scenario: only this program writes it */
const toScenario = (row: Omit<StoredScenario, "changes" | "settings"> & { readonly changes: string; readonly settings: string }): StoredScenario => ({
  ...row,
  changes: scenarioChanges.parse(JSON.parse(row.changes)),
  settings: planningSettings.parse(JSON.parse(row.settings)),
});

/** In the order in which they were made. */
export const listScenarios = (db: DbOrTx, which: "active" | "archived"): StoredScenario[] =>
  rows(db)
    .where(which === "active" ? isNull(archivedAt) : isNotNull(archivedAt))
    .orderBy(asc(id))
    .all()
    .map(toScenario);

export function findScenario(db: DbOrTx, scenarioId: number): StoredScenario | null {
  const row = rows(db).where(eq(id, scenarioId)).get();
  return row === undefined ? null : toScenario(row);
}

/** Archived ones keep their names, since their runs are still shown under them. */
export const isScenarioNameTaken = (db: DbOrTx, wanted: string, exceptId: number | null): boolean =>
  db.select({ id }).from(scenario).where(and(eq(name, wanted), exceptId === null ? undefined : ne(id, exceptId))).get() !== undefined;

const asJson = ({ changes: differs, settings: planned, ...texts }: ScenarioContent) => ({ ...texts, changes: JSON.stringify(differs), settings: JSON.stringify(planned) });

export const insertScenario = (tx: Tx, content: ScenarioContent, made: { readonly at: string; readonly by: number }): number =>
  tx.insert(scenario).values({ ...asJson(content), createdAt: made.at, createdBy: made.by }).returning({ id }).get().id;

/** False when somebody else saved first; then nothing was written. */
export const updateScenario = (tx: Tx, scenarioId: number, version: number, content: ScenarioContent): boolean => touch(tx, scenarioId, version, asJson(content));

/** @param at null brings it back. False when somebody else saved first. */
export const setScenarioArchived = (tx: Tx, scenarioId: number, version: number, at: string | null): boolean => touch(tx, scenarioId, version, { archivedAt: at });

function touch(tx: Tx, scenarioId: number, version: number, fields: Partial<typeof scenario.$inferInsert>): boolean {
  const { changes: changed } = tx
    .update(scenario)
    .set({ ...fields, rowVersion: version + 1 })
    .where(and(eq(id, scenarioId), eq(rowVersion, version)))
    .run();
  return changed === 1;
}
