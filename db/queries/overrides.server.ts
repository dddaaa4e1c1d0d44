import { and, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { priorityOverride, user } from "#db/schema/index.ts";

export type StoredOverride = { readonly measureId: number; readonly position: number; readonly reason: string; readonly decidedBy: string; readonly decidedAt: string; readonly rowVersion: number };

const { roundId: roundColumn, measureId: measureColumn, position, reason, decidedAt, rowVersion } = priorityOverride;

export const findOverride = (db: DbOrTx, roundId: number, measureId: number): StoredOverride | null =>
  db
    .select({ measureId: measureColumn, position, reason, decidedBy: user.name, decidedAt, rowVersion })
    .from(priorityOverride)
    .innerJoin(user, eq(user.id, priorityOverride.userId))
    .where(and(eq(roundColumn, roundId), eq(measureColumn, measureId)))
    .get() ?? null;

export type OverrideFields = { readonly position: number; readonly reason: string; readonly userId: number; readonly decidedAt: string };

export function insertOverride(tx: DbOrTx, key: { readonly roundId: number; readonly measureId: number }, fields: OverrideFields): void {
  tx.insert(priorityOverride).values({ ...key, ...fields }).run();
}

/** False when somebody else saved first. */
export const updateOverride = (tx: DbOrTx, { roundId, measureId }: { readonly roundId: number; readonly measureId: number }, expectedVersion: number, fields: OverrideFields): boolean =>
  tx
    .update(priorityOverride)
    .set({ ...fields, rowVersion: expectedVersion + 1 })
    .where(and(eq(roundColumn, roundId), eq(measureColumn, measureId), eq(rowVersion, expectedVersion)))
    .run().changes === 1;

/** False when somebody else saved first. */
export const deleteOverride = (tx: DbOrTx, { roundId, measureId }: { readonly roundId: number; readonly measureId: number }, expectedVersion: number): boolean =>
  tx
    .delete(priorityOverride)
    .where(and(eq(roundColumn, roundId), eq(measureColumn, measureId), eq(rowVersion, expectedVersion)))
    .run().changes === 1;
