import { ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { confirmMeasure as storeConfirmation } from "#db/queries/measure-writes.server.ts";
import { openForWriting } from "./writable-measure.server.ts";

/** "Daten sind aktuell": somebody looked at the sheet and found it true today. */
export function confirmMeasure({ db, clock, user }: ServiceContext, command: { readonly id: number }): Result<{ title: string }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "measure:edit", command.id);
    if (!opened.ok) return opened;
    const at = clock.now();
    storeConfirmation(tx, opened.value, { userId: user.id, at });
    recordAudit(tx, { at, userId: user.id, action: "confirm", entity: "measure", entityId: command.id, before: null, after: null });
    return ok({ title: opened.value.title });
  });
}
