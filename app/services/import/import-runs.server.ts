import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type { OnProgress, TaskProgress } from "#app/domain/import/task-progress.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { CurrentUser, ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { noteWriteBeside } from "#app/services/writes-beside.server.ts";
import { findImportBatch, type ImportState } from "#db/queries/import.server.ts";
import { performImportTask, type ImportTask, type TaskCounts } from "./import-task.server.ts";
import { openImport } from "./open-import.server.ts";
import type { ImportCounts } from "./run-import.server.ts";
import type { UndoCounts } from "./undo-import.server.ts";

/** Does a task somewhere and tells how far it is; rejects when it was lost on the way, and then nothing is written. */
export type ImportRunner = (user: CurrentUser, task: ImportTask, onProgress: OnProgress) => Promise<Result<TaskCounts>>;
/** "open": still running, or nobody heard the end; the progress page knows where it stands. */
export type TaskEnd<T> = { readonly state: "ended"; readonly result: Result<T> } | { readonly state: "open" } | { readonly state: "lost" };
export type RunningTask = { readonly kind: ImportTask["kind"]; readonly progress: TaskProgress | null };

type Run = { readonly shown: { readonly kind: ImportTask["kind"]; progress: TaskProgress | null }; readonly end: Promise<TaskEnd<TaskCounts>> };
/** What runs now, and which lists were left when their task was lost; the result itself is in the database. */
type Runs = { runner: ImportRunner | null; readonly running: Map<number, Run>; readonly lost: Set<number> };

const runsPerConnection = new WeakMap<Db, Runs>();

function runsOf(db: Db): Runs {
  let runs = runsPerConnection.get(db);
  if (runs === undefined) runsPerConnection.set(db, (runs = { runner: null, running: new Map(), lost: new Set() }));
  return runs;
}

/** From now on imports run there; without this they run in the thread of the caller. */
export function runImportsBy(db: Db, runner: ImportRunner): void {
  runsOf(db).runner = runner;
}

/** How long a request waits for the end before it answers that the work goes on. */
const PATIENCE_MS = 20_000;

export const startImport = (service: ServiceContext, command: { batchId: number; stamp: string }, patienceMs = PATIENCE_MS): Promise<TaskEnd<ImportCounts>> =>
  // A task of a kind ends with the counts of that kind.
  start(service, { kind: "run", ...command }, patienceMs) as Promise<TaskEnd<ImportCounts>>;

export const startUndo = (service: ServiceContext, batchId: number, patienceMs = PATIENCE_MS): Promise<TaskEnd<UndoCounts>> =>
  start(service, { kind: "undo", batchId }, patienceMs) as Promise<TaskEnd<UndoCounts>>;

/** One task per list: whoever starts a second one is shown the one that runs. */
async function start(service: ServiceContext, task: ImportTask, patienceMs: number): Promise<TaskEnd<TaskCounts>> {
  const { db, user } = service;
  const opened = openImport(db, user, task.batchId);
  if (!opened.ok) return { state: "ended", result: opened };
  const { runner, running, lost } = runsOf(db);
  if (running.has(task.batchId)) return { state: "open" };
  lost.delete(task.batchId);
  const shown: Run["shown"] = { kind: task.kind, progress: null };
  const onProgress: OnProgress = (progress) => {
    shown.progress = progress;
  };
  const work = runner === null ? runHere(service, task, onProgress) : runner(user, task, onProgress);
  const end = work
    .then((result): TaskEnd<TaskCounts> => ({ state: "ended", result }))
    .catch((error: unknown) => endOfLost(db, task.batchId, opened.value.batch.state, error))
    .finally(() => running.delete(task.batchId));
  running.set(task.batchId, { shown, end });
  noteWriteBeside(db, end);
  const impatience = new AbortController();
  const patience = pause(patienceMs, { state: "open" } as const, { signal: impatience.signal });
  patience.catch(() => undefined);
  return Promise.race([end, patience]).finally(() => impatience.abort());
}

async function runHere(service: ServiceContext, task: ImportTask, onProgress: OnProgress): Promise<Result<TaskCounts>> {
  await nextTurn();
  return performImportTask(service, task, onProgress);
}

/** The list says whether the transaction was committed before the task was lost. */
function endOfLost(db: Db, batchId: number, stateBefore: ImportState, error: unknown): TaskEnd<TaskCounts> {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  if (findImportBatch(db, batchId)?.state !== stateBefore) return { state: "open" };
  runsOf(db).lost.add(batchId);
  return { state: "lost" };
}

export type ShownProgress = { readonly batchId: number; readonly fileName: string; readonly state: ImportState; readonly running: RunningTask | null; readonly lost: boolean };

/** Where the work on a list stands. */
export function showImportProgress({ db, user }: Pick<ServiceContext, "db" | "user">, batchId: number): Result<ShownProgress> {
  const opened = openImport(db, user, batchId);
  if (!opened.ok) return opened;
  const { fileName, state } = opened.value.batch;
  const { running, lost } = runsOf(db);
  return ok({ batchId, fileName, state, running: running.get(batchId)?.shown ?? null, lost: lost.has(batchId) });
}
