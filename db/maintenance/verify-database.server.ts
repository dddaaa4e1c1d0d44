import { createHash } from "node:crypto";
import type Database from "better-sqlite3";

export type Finding = { readonly kind: "integrity" | "foreignKey" | "snapshot" | "trigger"; readonly detail: string };
export type Verification = { readonly findings: readonly Finding[]; readonly rows: number; readonly tables: number; readonly snapshots: number };

/** Without these the audit log and the frozen versions could be rewritten. */
const PROTECTING_TRIGGERS = [
  "audit_event_no_update",
  "audit_event_no_delete",
  "audit_event_no_replace",
  "snapshot_no_update",
  "snapshot_no_delete",
  "snapshot_no_replace",
  "submission_no_update",
  "submission_no_delete",
] as const;

/** Reads the whole database and lists what is not as it must be. Changes nothing. */
export function verifyDatabase(sqlite: Database.Database): Verification {
  const findings: Finding[] = [];
  const integrity = sqlite.pragma("integrity_check") as Array<{ integrity_check: string }>;
  for (const { integrity_check: detail } of integrity) if (detail !== "ok") findings.push({ kind: "integrity", detail });
  if (findings.length > 0) return { findings, rows: 0, tables: 0, snapshots: 0 };

  const dangling = sqlite.pragma("foreign_key_check") as Array<{ table: string; rowid: number | null; parent: string }>;
  for (const { table, rowid, parent } of dangling) findings.push({ kind: "foreignKey", detail: `${table} ${rowid ?? ""} → ${parent}` });

  const present = new Set(sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]);
  for (const trigger of PROTECTING_TRIGGERS) if (!present.has(trigger)) findings.push({ kind: "trigger", detail: trigger });

  let snapshots = 0;
  const stored = sqlite.prepare("SELECT number, content, sha256 FROM snapshot ORDER BY number").iterate() as IterableIterator<{ number: number; content: string; sha256: string }>;
  for (const { number, content, sha256 } of stored) {
    snapshots += 1;
    if (createHash("sha256").update(content, "utf8").digest("hex") !== sha256) findings.push({ kind: "snapshot", detail: String(number) });
  }
  const tables = tableNames(sqlite);
  const rows = tables.reduce((sum, table) => sum + Number(sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()), 0);
  return { findings, rows, tables: tables.length, snapshots };
}

/** The program's own tables, by name. */
export const tableNames = (sqlite: Database.Database): string[] =>
  sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name").pluck().all() as string[];
