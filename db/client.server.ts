import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import * as schema from "./schema/index.ts";

/** Drizzle over one connection; `$client` is the better-sqlite3 database beneath. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
/** What a query accepts: the connection, or a transaction open on it. */
export type DbOrTx = Db | Tx;

/** Why a database cannot be used. The message says what is wrong; texts for people live with the caller. */
export class DatabaseRefusal extends Error {
  constructor(
    readonly code: "unwritable" | "corrupt" | "foreign" | "newer" | "busy" | "pragma",
    message: string,
  ) {
    super(message);
    this.name = "DatabaseRefusal";
  }
}

/**
 * After switching to WAL, SQLite builds may silently run with synchronous=NORMAL, which loses acknowledged writes
 * at a power loss; recursive_triggers lets the guards of frozen versions see a REPLACE. So every connection sets
 * all of them and reads them back.
 */
const PRAGMAS: ReadonlyArray<readonly [name: string, set: string, expected: string | number]> = [
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["busy_timeout", "5000", 5000],
  ["foreign_keys", "ON", 1],
  ["recursive_triggers", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
];

function applyPragmas(sqlite: Database.Database): void {
  for (const [name, value, expected] of PRAGMAS) {
    sqlite.pragma(`${name} = ${value}`);
    const actual = sqlite.pragma(name, { simple: true });
    const inMemory = sqlite.memory && name === "journal_mode";
    if (actual !== expected && !inMemory) throw new DatabaseRefusal("pragma", `PRAGMA ${name} is ${String(actual)} instead of ${expected}`);
  }
}

/** Wraps a connection that is already open (a test's in-memory copy) with the pragmas every connection has. */
export function wrapConnection(sqlite: Database.Database): Db {
  applyPragmas(sqlite);
  return drizzle(sqlite, { schema });
}

/**
 * Opens the database file, creating it and its folder when missing. A file that is refused is left as it is.
 * @throws DatabaseRefusal when the file cannot be written, is no intact database of this program or an older one, or a pragma does not hold
 */
export function openDatabase(path: string, migrationsFolder = "migrations"): Db {
  let sqlite: Database.Database | undefined;
  try {
    createFolder(dirname(resolve(path)));
    const existed = existsSync(path);
    sqlite = new Database(path);
    if (existed) {
      const check = sqlite.pragma("quick_check(1)", { simple: true });
      if (check !== "ok") throw new DatabaseRefusal("corrupt", String(check));
      refuseUnknownSchema(sqlite, migrationsFolder);
    }
    applyPragmas(sqlite);
    // Proves that the file can be written before anybody relies on it.
    sqlite.exec("BEGIN IMMEDIATE; ROLLBACK");
    return drizzle(sqlite, { schema });
  } catch (error) {
    sqlite?.close();
    throw toRefusal(error);
  }
}

/**
 * Folder by folder: asked for all at once, Node tries for ever where the system has no folder to give, as below /proc.
 * @throws DatabaseRefusal when the folder cannot be had
 */
export function createFolder(folder: string): void {
  const parent = dirname(folder);
  if (existsSync(folder) || parent === folder) return;
  createFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw new DatabaseRefusal("unwritable", String(error));
  }
}

function toRefusal(error: unknown): unknown {
  if (error instanceof DatabaseRefusal || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code.startsWith("SQLITE_NOTADB") || code.startsWith("SQLITE_CORRUPT")) return new DatabaseRefusal("corrupt", error.message);
  if (/^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_IOERR|SQLITE_PERM|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR)/.test(code)) {
    return new DatabaseRefusal("unwritable", error.message);
  }
  if (code.startsWith("SQLITE_BUSY")) return new DatabaseRefusal("busy", error.message);
  return error;
}

type Journal = { entries: ReadonlyArray<{ when: number; tag: string }> };

/** Migrations of a newer program, or tables of another one, are not ours to touch. */
function refuseUnknownSchema(sqlite: Database.Database, migrationsFolder: string): void {
  const hasTable = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get();
  if (!hasTable) {
    if (sqlite.prepare("SELECT 1 FROM sqlite_schema").get()) throw new DatabaseRefusal("foreign", "the database has tables but no list of migrations");
    return;
  }
  const journal = JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, "utf8")) as Journal;
  const newestKnown = Math.max(...journal.entries.map((entry) => entry.when));
  const row = sqlite.prepare("SELECT max(created_at) AS newest FROM __drizzle_migrations").get() as { newest: number | null };
  if (row.newest !== null && row.newest > newestKnown) {
    throw new DatabaseRefusal("newer", `migration ${row.newest} is unknown; the newest known is ${newestKnown}`);
  }
}

/**
 * Brings the schema up to date.
 * @throws DatabaseRefusal when the database was written by a newer program than this one, or by another one
 */
export function migrateDatabase(db: Db, migrationsFolder = "migrations"): void {
  refuseUnknownSchema(db.$client, migrationsFolder);
  migrate(db, { migrationsFolder });
}

/**
 * A write transaction takes its lock at the start, so that two processes wait instead of failing half-way.
 * The work is synchronous: with this driver an asynchronous one would commit before it is done.
 */
export function write<T>(db: Db, work: (tx: Tx) => T): T {
  return db.transaction(work, { behavior: "immediate" });
}
