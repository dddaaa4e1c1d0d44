import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { OnProgress, TaskProgress } from "#app/domain/import/task-progress.ts";
import type { Result } from "#app/domain/result.ts";
import type { ImportRunner } from "#app/services/import/import-runs.server.ts";
import { performImportTask, type ImportTask, type TaskCounts } from "#app/services/import/import-task.server.ts";
import type { CurrentUser } from "#app/services/service-context.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { systemClock } from "./clock.server.ts";

/** From the project's root, where the server runs. */
const WORKER = "app/http/import-worker.js";
/** Longer than any list of 20.000 rows takes; a thread that hangs must not keep everybody from writing. */
const KILLED_AFTER_MS = 120_000;

type Work = { readonly databasePath: string; readonly user: CurrentUser; readonly task: ImportTask };
type Message = { readonly progress: TaskProgress } | { readonly result: Result<TaskCounts> };

/** Every task gets a thread with a connection of its own. When the thread dies, its transaction was never there. */
export const importInThreads =
  (databasePath: string): ImportRunner =>
  (user, task, onProgress) =>
    new Promise((resolveResult, reject) => {
      const work: Work = { databasePath, user, task };
      const worker = new Worker(resolve(WORKER), { workerData: work });
      const hanging = setTimeout(() => void worker.terminate(), KILLED_AFTER_MS);
      worker.on("message", (message: Message) => ("progress" in message ? onProgress(message.progress) : resolveResult(message.result)));
      worker.once("error", reject);
      worker.once("exit", (code) => {
        clearTimeout(hanging);
        // After a result this says nothing new.
        reject(new Error(`the import's thread ended with ${code} before it was done`));
      });
    });

/** What runs inside the thread. */
export function workOnImport({ databasePath, user, task }: Work, onProgress: OnProgress): Result<TaskCounts> {
  const db = openDatabase(databasePath);
  try {
    return performImportTask({ db, clock: systemClock, user }, task, onProgress);
  } finally {
    db.$client.close();
  }
}
