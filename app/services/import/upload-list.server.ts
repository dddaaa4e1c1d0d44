import type { ImportFile } from "#app/domain/import/reading.ts";
import { mappingOf, recogniseColumns } from "#app/domain/import/headings.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { insertImportBatch } from "#db/queries/import.server.ts";
import { importRight } from "./open-import.server.ts";

/** Keeps the rows of a file that was read, with its columns as recognised. No measure changes yet. */
export function uploadList({ db, clock, user }: ServiceContext, { fileName, file }: { fileName: string; file: ImportFile }): Result<{ batchId: number }> {
  return write(db, (tx) => {
    const right = importRight(user);
    if (right === null) return forbidden();
    const at = clock.now();
    const columns = mappingOf(recogniseColumns(file.headings));
    const batchId = insertImportBatch(db, right, { userId: user.id, fileName: fileName.slice(-200), file, columns, at });
    recordAudit(tx, { at, userId: user.id, action: "uploadImport", entity: "import_batch", entityId: batchId, before: null, after: { fileName, rows: file.rows.length } });
    return ok({ batchId });
  });
}
