import type Database from "better-sqlite3";
import type { DbOrTx } from "./client.server.ts";

type Memory = {
  /** What this connection has written so far, in rows. */
  readonly ownChanges: Database.Statement;
  /** Moves when another connection has written. */
  readonly dataVersion: Database.Statement;
  seenChanges: unknown;
  seenVersion: unknown;
  answers: Map<unknown, Map<string, unknown>>;
};

/** How many answers one query keeps, such as one per measure or per filter. */
const MOST_ANSWERS = 100;
const memories = new WeakMap<Database.Database, Memory>();
let keeping: (answer: unknown) => void = () => undefined;

/** From now on whoever changes an answer fails at once. Tests run so; a running program saves the time. */
export function freezeAnswers(): void {
  keeping = deepFreeze;
}

/**
 * What a query answered is kept until anything at all is written, by this connection or another one: a municipality's
 * plan is read some hundred times per change, and reading it again is most of a page's work. Inside a transaction
 * nothing is kept, so what decides a write is always read anew. Arguments tell answers apart by their JSON.
 *
 * An answer is shared by all who ask: nobody may change it ({@link freezeAnswers}).
 */
export function remembered<Connection extends DbOrTx, Args extends readonly unknown[], Answer>(
  query: (db: Connection, ...args: Args) => Answer,
): (db: Connection, ...args: Args) => Answer {
  return (db, ...args) => {
    if (!("$client" in db) || db.$client.inTransaction) return query(db, ...args);
    const answers = answersOf(db.$client, query);
    const key = JSON.stringify(args);
    const known = answers.get(key);
    if (known !== undefined) return known as Answer;
    const answer = query(db, ...args);
    keeping(answer);
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

/** What is kept for a query, emptied when something was written since. */
function answersOf(client: Database.Database, query: unknown): Map<string, unknown> {
  let memory = memories.get(client);
  if (memory === undefined) {
    const [ownChanges, dataVersion] = [client.prepare("SELECT total_changes()").pluck(), client.prepare("PRAGMA data_version").pluck()];
    memories.set(client, (memory = { ownChanges, dataVersion, seenChanges: null, seenVersion: null, answers: new Map() }));
  }
  const [changes, version] = [memory.ownChanges.get(), memory.dataVersion.get()];
  if (changes !== memory.seenChanges || version !== memory.seenVersion) {
    memory.seenChanges = changes;
    memory.seenVersion = version;
    memory.answers = new Map();
  }
  let answers = memory.answers.get(query);
  if (answers === undefined) memory.answers.set(query, (answers = new Map()));
  return answers;
}

function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return;
  Object.freeze(value);
  if (value instanceof Map) {
    for (const entry of value.values()) deepFreeze(entry);
  } else {
    for (const part of Object.values(value)) deepFreeze(part);
  }
}
