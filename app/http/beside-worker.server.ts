import { lanes, performBeside, type BesideRunner, type BesideWork, type Lane } from "#app/services/beside.server.ts";
import { openDatabase, type Db } from "#db/client.server.ts";
import { systemClock } from "./clock.server.ts";
import { lastingWorker } from "./lasting-worker.server.ts";

type ThreadWork = BesideWork & { readonly databasePath: string };

/** Longer than any of the work takes; a thread that hangs must not keep everybody from writing. */
const KILLED_AFTER_MS = 120_000;
/** Who looks at a large plan looks at more of it. */
const IDLE_MS = 300_000;

export function besideInThreads(databasePath: string): BesideRunner {
  const open = (lane: Lane) => [lane, lastingWorker<ThreadWork, unknown>({ file: "app/http/beside-worker.js", name: lane, killedAfterMs: KILLED_AFTER_MS, idleMs: IDLE_MS })] as const;
  const threads = new Map(lanes.map(open));
  return (work) => {
    const thread = threads.get(work.lane);
    if (thread === undefined) throw new Error(`there is no thread for ${work.lane}`);
    return thread({ ...work, databasePath });
  };
}

/** Kept as long as the thread lasts, with all it remembers. */
let connection: Db | null = null;

/** What runs inside the thread. */
export function workBeside({ databasePath, user, name, args }: ThreadWork): unknown {
  const db = (connection ??= openDatabase(databasePath));
  return performBeside({ db, clock: systemClock, user }, name, args);
}
