import { and, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { AdoptedPlanSource } from "#app/domain/committee/freeze-adopted-plan.ts";
import type { AdoptedChange } from "#app/domain/planning/adoption.ts";
import type { DbOrTx, Tx } from "#db/client.server.ts";
import { findPlanRun, planRunContent } from "./plan-runs.server.ts";
import { fundingWindow, measureTerms, planAdoption, user } from "#db/schema/index.ts";

export type StoredAdoption = {
  readonly id: number;
  readonly planRunId: number;
  readonly adoptedAt: string;
  readonly adoptedBy: string;
  readonly changes: readonly AdoptedChange[];
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly rowVersion: number;
};

const undoer = alias(user, "undoer");
const { id, planRunId, adoptedAt, changes, undoneAt, rowVersion } = planAdoption;
const rows = (db: DbOrTx) =>
  db
    .select({ id, planRunId, adoptedAt, adoptedBy: user.name, changes, undoneAt, undoneBy: undoer.name, rowVersion })
    .from(planAdoption)
    .innerJoin(user, eq(user.id, planAdoption.adoptedBy))
    .leftJoin(undoer, eq(undoer.id, planAdoption.undoneBy));
const toAdoption = (row: Omit<StoredAdoption, "changes"> & { readonly changes: string }): StoredAdoption => ({ ...row, changes: JSON.parse(row.changes) as AdoptedChange[] });

/** Newest first. */
export const listAdoptions = (db: DbOrTx, runId: number): StoredAdoption[] => rows(db).where(eq(planRunId, runId)).orderBy(desc(id)).all().map(toAdoption);

/** The plan that was taken over last and not taken back, with all that was frozen with it; null where there is none. */
export function findAdoptedPlan(db: DbOrTx): AdoptedPlanSource | null {
  const row = rows(db).where(isNull(undoneAt)).orderBy(desc(id)).limit(1).get();
  const run = row === undefined ? null : findPlanRun(db, row.planRunId);
  const content = run === null ? null : planRunContent(db, run.id);
  if (row === undefined || run === null || content === null || content.plan === null) return null;
  return { run, adoption: toAdoption(row), plan: content.plan, input: content.input, settings: content.settings };
}

export function findAdoption(db: DbOrTx, adoptionId: number): StoredAdoption | null {
  const row = rows(db).where(eq(id, adoptionId)).get();
  return row === undefined ? null : toAdoption(row);
}

export const insertAdoption = (tx: Tx, adoption: { readonly planRunId: number; readonly at: string; readonly by: number; readonly changes: readonly AdoptedChange[] }): number =>
  tx
    .insert(planAdoption)
    .values({ planRunId: adoption.planRunId, adoptedAt: adoption.at, adoptedBy: adoption.by, changes: JSON.stringify(adoption.changes) })
    .returning({ id })
    .get().id;

/** False when somebody else has undone it first. */
export function markUndone(tx: Tx, adoptionId: number, { at, by }: { readonly at: string; readonly by: number }): boolean {
  const { changes: changed } = tx
    .update(planAdoption)
    .set({ undoneAt: at, undoneBy: by })
    .where(and(eq(id, adoptionId), isNull(undoneAt)))
    .run();
  return changed === 1;
}

/** The windows whose grants the live plan counts on, by measure. */
export const adoptedWindowIds = (db: DbOrTx): Map<number, number> =>
  new Map(db.select({ measureId: measureTerms.measureId, windowId: measureTerms.fundingWindowId }).from(measureTerms).all().flatMap(({ measureId, windowId }) => (windowId === null ? [] : [[measureId, windowId] as const])));

/** Writes only which window the measure counts on; a measure without an entry gets one with nothing else in it. */
export function setAdoptedWindow(tx: Tx, measureId: number, fundingWindowId: number | null): void {
  const row = tx.select({ version: measureTerms.rowVersion }).from(measureTerms).where(eq(measureTerms.measureId, measureId)).get();
  if (row === undefined) {
    if (fundingWindowId !== null) tx.insert(measureTerms).values({ measureId, fundingWindowId }).run();
    return;
  }
  tx.update(measureTerms).set({ fundingWindowId, rowVersion: row.version + 1 }).where(eq(measureTerms.measureId, measureId)).run();
}

export const isFundingWindow = (db: DbOrTx, windowId: number): boolean => db.select({ id: fundingWindow.id }).from(fundingWindow).where(eq(fundingWindow.id, windowId)).get() !== undefined;
