import type Database from "better-sqlite3";
import type { Db } from "#db/client.server.ts";

const cache = new WeakMap<Database.Database, Map<string, Database.Statement>>();
const MOST = 200;

/** A statement compiled once per connection; for texts that recur on hot pages. Values are always bound, never part of the text. */
export function prepared(db: Db, text: string): Database.Statement {
  const client = db.$client;
  let statements = cache.get(client);
  if (statements === undefined) cache.set(client, (statements = new Map()));
  let statement = statements.get(text);
  if (statement === undefined) {
    if (statements.size >= MOST) statements.clear();
    statements.set(text, (statement = client.prepare(text)));
  }
  return statement;
}
