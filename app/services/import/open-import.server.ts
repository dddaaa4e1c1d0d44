import { authorise, can } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { CurrentUser } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findImportBatch, type ImportBatch, type ImportRight, type ImportState } from "#db/queries/import.server.ts";

/** The right to import at all; null for everybody but the digital officer. */
export const importRight = (user: CurrentUser): ImportRight | null => authorise(user, "measure:import", { leadUnitId: null });

/** An import in one of the given states. Who may not import learns nothing of whether it exists. */
export function openImport(db: Db, user: CurrentUser, batchId: number, ...states: readonly ImportState[]): Result<{ batch: ImportBatch; right: ImportRight }> {
  const right = importRight(user);
  if (right === null || !can(user, "measure:import")) return forbidden();
  const batch = findImportBatch(db, batchId);
  if (batch === null) return missing();
  if (states.length > 0 && !states.includes(batch.state)) return invalid("", "wrongState");
  return ok({ batch, right });
}
