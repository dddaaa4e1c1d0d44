import type { Measure } from "#app/domain/measures/measure.ts";
import { authorise, can, type Action, type Authorised } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { CurrentUser } from "#app/services/service-context.server.ts";
import type { Tx } from "#db/client.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";

export type WritableMeasureResult = Result<Authorised<Measure>>;

/**
 * The measure as it now stands, with the right to write it. Who may do this to no measure at all learns nothing of whether
 * it exists; an archived one is only restored, never changed.
 */
export function openForWriting(tx: Tx, user: CurrentUser, action: Action, measureId: number, { archived = false } = {}): WritableMeasureResult {
  if (!can(user, action)) return forbidden();
  const measure = findMeasure(tx, measureId);
  if (measure === null) return missing();
  const authorised = authorise(user, action, measure);
  if (authorised === null) return forbidden();
  if ((measure.archivedAt !== null) !== archived) return invalid("", archived ? "notArchived" : "archived");
  return ok(authorised);
}
