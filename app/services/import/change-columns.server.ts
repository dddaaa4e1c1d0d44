import { conflictsOf, type ColumnMapping } from "#app/domain/import/fields.ts";
import { invalid, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { saveColumns } from "#db/queries/import.server.ts";
import { openImport } from "./open-import.server.ts";

/** What each column means, as corrected by hand. A field can stand in one column only, and the title must stand in one. */
export function changeColumns({ db, clock, user }: ServiceContext, { batchId, columns }: { batchId: number; columns: ColumnMapping }): Result<null> {
  return write(db, (tx) => {
    const opened = openImport(db, user, batchId, "uploaded");
    if (!opened.ok) return opened;
    const { batch, right } = opened.value;
    if (columns.length !== batch.headings.length) return invalid("", "columnsMissing");
    const [conflict] = conflictsOf(columns);
    const [, second] = conflict?.columns ?? [];
    if (second !== undefined) return invalid(`column-${second}`, "fieldTwice");
    if (!columns.includes("title")) return invalid("", "titleColumnMissing");
    if (JSON.stringify(columns) === JSON.stringify(batch.columns)) return ok(null);
    saveColumns(db, right, batchId, columns);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "changeColumns", entity: "import_batch", entityId: batchId, before: { columns: batch.columns }, after: { columns } });
    return ok(null);
  });
}
