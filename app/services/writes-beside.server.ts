import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "#db/client.server.ts";

const writesPerConnection = new WeakMap<Db, Set<Promise<unknown>>>();

function writesOf(db: Db): Set<Promise<unknown>> {
  let writes = writesPerConnection.get(db);
  if (writes === undefined) writesPerConnection.set(db, (writes = new Set()));
  return writes;
}

/** Another thread writes until this ends. Any other write would wait for it in this thread and hold everything up. */
export function noteWriteBeside(db: Db, end: Promise<unknown>): void {
  const writes = writesOf(db);
  const forget = () => void writes.delete(end);
  writes.add(end);
  end.then(forget, forget);
}

export const isWrittenBeside = (db: Db): boolean => writesOf(db).size > 0;

/** How long a request waits for others' writes before it gives up. */
const PATIENCE_MS = 20_000;

/** Waits without holding anybody up until no other thread writes; false when one still does after that time. */
export async function writesAtRest(db: Db, patienceMs = PATIENCE_MS): Promise<boolean> {
  const ends = [...writesOf(db)];
  if (ends.length === 0) return true;
  const impatience = new AbortController();
  const patience = pause(patienceMs, false, { signal: impatience.signal });
  patience.catch(() => undefined);
  return Promise.race([Promise.allSettled(ends).then(() => true), patience]).finally(() => impatience.abort());
}
