import { progressCounter, type OnProgress } from "#app/domain/import/task-progress.ts";
import { contentFields, contentOf, type MeasureContent } from "#app/domain/measures/content.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Db, type Tx } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { markUndone, type ImportRight } from "#db/queries/import.server.ts";
import {
  changeImportedMeasure,
  deleteImportedMeasure,
  deleteImportPart,
  findImportPart,
  isTouchedSince,
  listImportEvents,
  recordImportEvent,
  setImportPart,
  type ImportEvent,
  type ImportPartKind,
} from "#db/queries/import-writes.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { openImport } from "./open-import.server.ts";

export type UndoCounts = { readonly deleted: number; readonly restored: number; readonly kept: number };

/**
 * Takes an import back as one step: measures it created are deleted, measures it changed get their former values back.
 * What somebody has worked on since is left as it is and counted as kept.
 */
export function undoImport({ db, clock, user }: ServiceContext, batchId: number, onProgress: OnProgress = () => undefined): Result<UndoCounts> {
  return write(db, (tx) => {
    const opened = openImport(db, user, batchId, "imported");
    if (!opened.ok) return opened;
    const { batch, right } = opened.value;
    const at = clock.now();
    const undo: Undo = { db, tx, right, at, userId: user.id, batchId };
    const counts = { deleted: 0, restored: 0, kept: 0 };
    const measures = eventsByMeasure(listImportEvents(db, batchId));
    const measureDone = progressCounter(measures.size, onProgress);
    for (const [measureId, events] of measures) {
      const wasCreated = events[0]?.action === "create";
      const lastEventId = Math.max(...events.map((event) => event.id));
      if (isTouchedSince(db, measureId, lastEventId, wasCreated)) counts.kept += 1;
      else if (wasCreated) {
        deleteCreated(undo, measureId, events[0]?.after ?? {});
        counts.deleted += 1;
      } else {
        restore(undo, measureId, events);
        counts.restored += 1;
      }
      measureDone();
    }
    markUndone(db, right, batchId, at);
    recordAudit(tx, { at, userId: user.id, action: "undoImport", entity: "import_batch", entityId: batchId, before: null, after: { fileName: batch.fileName, ...counts }, importBatchId: batchId });
    return ok(counts);
  });
}

type Undo = { readonly db: Db; readonly tx: Tx; readonly right: ImportRight; readonly at: string; readonly userId: number; readonly batchId: number };

function eventsByMeasure(events: readonly ImportEvent[]): Map<number, ImportEvent[]> {
  const groups = new Map<number, ImportEvent[]>();
  for (const event of events) groups.set(event.measureId, [...(groups.get(event.measureId) ?? []), event]);
  return groups;
}

function deleteCreated({ db, right, at, userId, batchId }: Undo, measureId: number, content: Record<string, unknown>): void {
  recordImportEvent(db, { at, userId, action: "undoImport", entity: "measure", entityId: measureId, before: content, after: null, importBatchId: batchId });
  deleteImportedMeasure(db, right, measureId);
}

function restore({ db, tx, right, at, userId, batchId }: Undo, measureId: number, events: readonly ImportEvent[]): void {
  const measure = findMeasure(tx, measureId);
  if (measure === null) throw new Error(`measure ${measureId} is gone though nobody touched it`);
  const former = events.find((event) => event.action === "update")?.before ?? {};
  const current = contentOf(measure);
  const fields = contentFields.filter((field) => field in former);
  for (const event of [...events].reverse()) undoPart(db, right, event);
  // The audit log holds what this program wrote there: values of these fields.
  changeImportedMeasure(db, right, measureId, Object.fromEntries(fields.map((field) => [field, former[field]])) as Partial<MeasureContent>, at);
  const before = Object.fromEntries(fields.map((field) => [field, current[field]]));
  const after = Object.fromEntries(fields.map((field) => [field, former[field]]));
  recordAudit(tx, { at, userId, action: "undoImport", entity: "measure", entityId: measureId, before, after, importBatchId: batchId });
}

const PART_KINDS: readonly ImportPartKind[] = ["costItem", "staffDemand", "benefit"];

function undoPart(db: Db, right: ImportRight, event: ImportEvent): void {
  const kind = PART_KINDS.find((part) => part === event.after?.["part"]);
  const id = event.after?.["id"];
  if (kind === undefined || typeof id !== "number" || findImportPart(db, kind, id) === null) return;
  if (event.action === "addPart") deleteImportPart(db, right, kind, id);
  if (event.action === "changePart" && event.before !== null) {
    const { part: _part, id: _id, name: _name, ...values } = event.before;
    setImportPart(db, right, kind, id, values);
  }
}
