import type { OnProgress } from "#app/domain/import/task-progress.ts";
import type { Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { analyseImportNow } from "./analyse-import.server.ts";
import { openImport } from "./open-import.server.ts";
import { runImport, type ImportCounts } from "./run-import.server.ts";
import { undoImport, type UndoCounts } from "./undo-import.server.ts";

/** Work on one list that takes seconds; plain data, so that it can be handed to a thread of its own. */
export type ImportTask = { readonly kind: "run"; readonly batchId: number; readonly stamp: string } | { readonly kind: "undo"; readonly batchId: number };
export type TaskCounts = ImportCounts | UndoCounts;

/** Does the work at once and in one transaction. */
export function performImportTask(service: ServiceContext, task: ImportTask, onProgress: OnProgress): Result<TaskCounts> {
  if (task.kind === "undo") return undoImport(service, task.batchId, onProgress);
  // Reading the list beforehand keeps the transaction, and with it everybody else's waiting, short.
  const opened = openImport(service.db, service.user, task.batchId, "uploaded");
  if (opened.ok) analyseImportNow(service.db, opened.value.batch);
  return runImport(service, task, onProgress);
}
