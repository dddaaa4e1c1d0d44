import { createHash } from "node:crypto";
import type { Db } from "#db/client.server.ts";

/** What may change without anybody's data changing: who is logged in, who failed to, and what was typed but not saved. */
const FLEETING = ["session", "login_throttle", "form_draft"];

/** One fingerprint of everything a municipality has stored. */
export function digestOf(db: Db): string {
  const tables = db.$client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[];
  const hash = createHash("sha256");
  for (const table of tables.filter((name) => !FLEETING.includes(name))) {
    hash.update(`\u0000${table}`);
    for (const row of db.$client.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).raw().iterate()) hash.update(JSON.stringify(row));
  }
  return hash.digest("hex");
}

/** Tells whether data changed since it was last asked; cheap while nothing was written at all. */
export function changeWatcher(db: Db): { hasChanged: () => boolean } {
  const version = () => db.$client.pragma("data_version", { simple: true });
  let known = { version: version(), digest: digestOf(db) };
  return {
    hasChanged: () => {
      const now = version();
      if (now === known.version) return false;
      const digest = digestOf(db);
      const changed = digest !== known.digest;
      known = { version: now, digest };
      return changed;
    },
  };
}
