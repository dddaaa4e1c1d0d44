import { conflict, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { deletePart, touchMeasure, type PartKind } from "#db/queries/measure-writes.server.ts";
import { findPart } from "./save-measure-part.server.ts";
import { openForWriting } from "./writable-measure.server.ts";

export type RemovePartCommand = { readonly measureId: number; readonly kind: PartKind; readonly id: number; readonly rowVersion: number };

/** Takes a cost item, staff demand, benefit or milestone off a measure; the history keeps what it said. */
export function removeMeasurePart({ db, clock, user }: ServiceContext, { measureId, kind, id, rowVersion }: RemovePartCommand): Result<{ id: number }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "measure:edit", measureId);
    if (!opened.ok) return opened;
    const stored = findPart(opened.value, kind, id);
    if (stored === null) return missing();
    if (stored.rowVersion !== rowVersion) return conflict(stored);
    const at = clock.now();
    deletePart(tx, opened.value, { id, rowVersion }, kind);
    touchMeasure(tx, opened.value, at);
    const { rowVersion: _rowVersion, ...before } = stored;
    recordAudit(tx, { at, userId: user.id, action: "removePart", entity: "measure", entityId: measureId, before: { part: kind, ...before }, after: null });
    return ok({ id });
  });
}
