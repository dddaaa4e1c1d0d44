import type { Db } from "#db/client.server.ts";
import { tableNames } from "./verify-database.server.ts";

export type Export = {
  readonly format: "digitalfahrplan-export";
  readonly exportedAt: string;
  /** When the newest migration was made, in milliseconds since 1970. */
  readonly schemaVersion: number;
  readonly tables: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;
};

/** What only serves logging in stays here. */
const SECRET_TABLES = ["session", "setup_token", "login_throttle", "form_draft"];
const SECRET_COLUMNS = ["password_hash"];

/** Everything the municipality has entered, frozen or recorded, table by table as it is stored, in one consistent view. */
export function exportDatabase(db: Db, exportedAt: string): Export {
  return db.transaction(() => {
    const tables = tableNames(db.$client).filter((name) => !SECRET_TABLES.includes(name));
    return {
      format: "digitalfahrplan-export",
      exportedAt,
      schemaVersion: Number(db.$client.prepare("SELECT max(created_at) FROM __drizzle_migrations").pluck().get()),
      tables: Object.fromEntries(tables.map((name) => [name, rowsOf(db, name)])),
    };
  });
}

function rowsOf(db: Db, table: string): Array<Record<string, unknown>> {
  const rows = db.$client.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all() as Array<Record<string, unknown>>;
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !SECRET_COLUMNS.includes(column))));
}
