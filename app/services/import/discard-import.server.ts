import { ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { deleteImportBatch } from "#db/queries/import.server.ts";
import { openImport } from "./open-import.server.ts";

/** Forgets an uploaded list that was not imported. */
export function discardImport({ db, clock, user }: ServiceContext, batchId: number): Result<null> {
  return write(db, (tx) => {
    const opened = openImport(db, user, batchId, "uploaded");
    if (!opened.ok) return opened;
    deleteImportBatch(db, opened.value.right, batchId);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "discardImport", entity: "import_batch", entityId: batchId, before: { fileName: opened.value.batch.fileName }, after: null });
    return ok(null);
  });
}
