import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { noTerms, type FundingWindow, type MeasurePair, type MeasureTerms, type PlanningTerms, type StartLimit } from "#app/domain/planning/planning-terms.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { fundingWindow, measure, measurePair, measureTerms, orgUnit, startLimit } from "#db/schema/index.ts";

/** Everything the planner must know beyond the measures themselves; what belongs to archived measures and units is left out. */
export const loadPlanningTerms = remembered((db: DbOrTx): PlanningTerms => {
  const [first, second] = [alias(measure, "first"), alias(measure, "second")];
  return {
    measures: db
      .select({ terms: measureTerms })
      .from(measureTerms)
      .innerJoin(measure, and(eq(measure.id, measureTerms.measureId), isNull(measure.archivedAt)))
      .orderBy(asc(measureTerms.measureId))
      .all()
      .map((row) => row.terms),
    windows: db
      .select({ window: fundingWindow })
      .from(fundingWindow)
      .innerJoin(measure, and(eq(measure.id, fundingWindow.measureId), isNull(measure.archivedAt)))
      .orderBy(asc(fundingWindow.measureId), asc(fundingWindow.opensQuarter), asc(fundingWindow.id))
      .all()
      .map((row) => row.window),
    pairs: db
      .select({ pair: measurePair })
      .from(measurePair)
      .innerJoin(first, and(eq(first.id, measurePair.firstId), isNull(first.archivedAt)))
      .innerJoin(second, and(eq(second.id, measurePair.secondId), isNull(second.archivedAt)))
      .orderBy(asc(measurePair.id))
      .all()
      .map((row) => row.pair),
    startLimits: db
      .select({ limit: startLimit })
      .from(startLimit)
      .innerJoin(orgUnit, and(eq(orgUnit.id, startLimit.orgUnitId), isNull(orgUnit.archivedAt)))
      .orderBy(asc(orgUnit.position), asc(orgUnit.id))
      .all()
      .map((row) => row.limit),
  };
});

export const findMeasureTerms = (db: DbOrTx, measureId: number): MeasureTerms =>
  db.select().from(measureTerms).where(eq(measureTerms.measureId, measureId)).get() ?? noTerms(measureId);

type TermsFields = Pick<MeasureTerms, "durationQuarters" | "mandatory" | "fixed">;

/** Version 0 stands for terms that nobody has written yet. False when somebody else saved first. */
export function storeMeasureTerms(tx: DbOrTx, measureId: number, rowVersion: number, fields: TermsFields): boolean {
  if (rowVersion === 0) return tx.insert(measureTerms).values({ measureId, ...fields }).onConflictDoNothing().run().changes === 1;
  const stored = and(eq(measureTerms.measureId, measureId), eq(measureTerms.rowVersion, rowVersion));
  return tx.update(measureTerms).set({ ...fields, rowVersion: rowVersion + 1 }).where(stored).run().changes === 1;
}

export type WindowFields = Omit<FundingWindow, "id" | "measureId" | "rowVersion">;

export const listWindowsOf = (db: DbOrTx, measureId: number): FundingWindow[] =>
  db.select().from(fundingWindow).where(eq(fundingWindow.measureId, measureId)).orderBy(asc(fundingWindow.opensQuarter), asc(fundingWindow.id)).all();

export const findWindow = (db: DbOrTx, measureId: number, windowId: number): FundingWindow | null =>
  db.select().from(fundingWindow).where(and(eq(fundingWindow.id, windowId), eq(fundingWindow.measureId, measureId))).get() ?? null;

export const insertWindow = (tx: DbOrTx, measureId: number, fields: WindowFields): number =>
  tx.insert(fundingWindow).values({ measureId, ...fields }).returning({ id: fundingWindow.id }).get().id;

/** False when somebody else saved first. */
export const updateWindow = (tx: DbOrTx, windowId: number, rowVersion: number, fields: WindowFields): boolean =>
  tx.update(fundingWindow).set({ ...fields, rowVersion: rowVersion + 1 }).where(and(eq(fundingWindow.id, windowId), eq(fundingWindow.rowVersion, rowVersion))).run().changes === 1;

export const deleteWindow = (tx: DbOrTx, windowId: number, rowVersion: number): boolean =>
  tx.delete(fundingWindow).where(and(eq(fundingWindow.id, windowId), eq(fundingWindow.rowVersion, rowVersion))).run().changes === 1;

export type PairFields = Omit<MeasurePair, "id" | "rowVersion">;

export const findPair = (db: DbOrTx, pairId: number): MeasurePair | null => db.select().from(measurePair).where(eq(measurePair.id, pairId)).get() ?? null;

/** `firstId` is the smaller one. */
export const isPairTaken = (db: DbOrTx, { firstId, secondId }: Pick<PairFields, "firstId" | "secondId">, exceptId: number | null): boolean =>
  db
    .select({ id: measurePair.id })
    .from(measurePair)
    .where(and(eq(measurePair.firstId, firstId), eq(measurePair.secondId, secondId), exceptId === null ? undefined : ne(measurePair.id, exceptId)))
    .get() !== undefined;

export const insertPair = (tx: DbOrTx, fields: PairFields): number => tx.insert(measurePair).values(fields).returning({ id: measurePair.id }).get().id;

/** False when somebody else saved first. */
export const updatePair = (tx: DbOrTx, pairId: number, rowVersion: number, fields: PairFields): boolean =>
  tx.update(measurePair).set({ ...fields, rowVersion: rowVersion + 1 }).where(and(eq(measurePair.id, pairId), eq(measurePair.rowVersion, rowVersion))).run().changes === 1;

export const deletePair = (tx: DbOrTx, pairId: number, rowVersion: number): boolean =>
  tx.delete(measurePair).where(and(eq(measurePair.id, pairId), eq(measurePair.rowVersion, rowVersion))).run().changes === 1;

export const listStartLimits = (db: DbOrTx): StartLimit[] => db.select().from(startLimit).orderBy(asc(startLimit.orgUnitId)).all();

/** Null: no limit any more. The version is the one stored now (0: there is none), as the caller has read it in this transaction. */
export function storeStartLimit(tx: DbOrTx, { orgUnitId, rowVersion }: Pick<StartLimit, "orgUnitId" | "rowVersion">, startsPerQuarter: number | null): void {
  if (startsPerQuarter === null) tx.delete(startLimit).where(eq(startLimit.orgUnitId, orgUnitId)).run();
  else if (rowVersion === 0) tx.insert(startLimit).values({ orgUnitId, startsPerQuarter }).run();
  else tx.update(startLimit).set({ startsPerQuarter, rowVersion: rowVersion + 1 }).where(eq(startLimit.orgUnitId, orgUnitId)).run();
}
