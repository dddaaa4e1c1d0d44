import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrateDatabase, openDatabase, type Db } from "#db/client.server.ts";
import { backupDatabase, MaintenanceRefusal } from "#db/maintenance/backup-database.server.ts";
import { exportDatabase } from "#db/maintenance/export-database.server.ts";
import { restoreDatabase } from "#db/maintenance/restore-database.server.ts";
import { verifyDatabase } from "#db/maintenance/verify-database.server.ts";
import { insertDemonstration } from "#db/seed/load-demonstration.server.ts";

const AT = "2026-11-22T08:00:00.000Z";
let folder: string;
const opened: Db[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "digitalfahrplan-maintenance-"));
});
afterEach(() => {
  for (const db of opened.splice(0)) if (db.$client.open) db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

const inFolder = (name: string) => join(folder, name);
function aDatabase(name: string, { demonstration = false } = {}): Db {
  const db = openDatabase(inFolder(name));
  opened.push(db);
  migrateDatabase(db);
  if (demonstration) insertDemonstration(db, { now: AT, passwordHash: "hash" });
  return db;
}
const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof MaintenanceRefusal) return error.code;
    throw error;
  }
  return "done";
};
const count = (db: Db, table: string) => Number(db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

describe("backup", () => {
  it("never overwrites a file", () => {
    writeFileSync(inFolder("backup.sqlite"), "precious");
    expect(refusalOf(() => backupDatabase(aDatabase("live.sqlite"), inFolder("backup.sqlite")))).toBe("targetExists");
    expect(readFileSync(inFolder("backup.sqlite"), "utf8")).toBe("precious");
  });

  it("is sound and holds everything, while another connection is open and writes", () => {
    const db = aDatabase("live.sqlite", { demonstration: true });
    const other = openDatabase(inFolder("live.sqlite"));
    opened.push(other);
    other.$client.exec("BEGIN IMMEDIATE; UPDATE measure SET summary = 'in der Schwebe' WHERE id = 1");
    const { findings, rows } = backupDatabase(db, inFolder("backup.sqlite"));
    other.$client.exec("ROLLBACK");
    expect(findings).toEqual([]);
    expect(rows).toBe(verifyDatabase(db.$client).rows);
    const copy = openDatabase(inFolder("backup.sqlite"));
    opened.push(copy);
    expect(count(copy, "measure")).toBe(count(db, "measure"));
    expect(count(copy, "snapshot")).toBe(2);
  });
});

describe("restore", () => {
  const restore = (replace = false) => restoreDatabase({ backupPath: inFolder("backup.sqlite"), targetPath: inFolder("live.sqlite"), replace, at: AT });

  it("refuses a backup that is missing, no database, of a newer program, or was tampered with, and touches nothing", () => {
    const live = aDatabase("live.sqlite");
    live.$client.close();
    const before = readFileSync(inFolder("live.sqlite"));
    expect(refusalOf(() => restore(true))).toBe("sourceMissing");

    writeFileSync(inFolder("backup.sqlite"), "no database at all".repeat(300));
    expect(() => restore(true)).toThrow(expect.objectContaining({ code: "corrupt" }));

    rmSync(inFolder("backup.sqlite"));
    const newer = aDatabase("backup.sqlite");
    newer.$client.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)").run();
    newer.$client.close();
    expect(() => restore(true)).toThrow(expect.objectContaining({ code: "newer" }));

    rmSync(inFolder("backup.sqlite"));
    const tampered = aDatabase("backup.sqlite", { demonstration: true });
    tampered.$client.exec("DROP TRIGGER audit_event_no_delete; DELETE FROM audit_event WHERE id = 1");
    tampered.$client.close();
    expect(refusalOf(() => restore(true))).toBe("backupBroken");

    expect(readFileSync(inFolder("live.sqlite")).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes("arriving"))).toEqual([]);
  });

  it("does not replace a database unless told to, and never one that is in use", () => {
    backupDatabase(aDatabase("source.sqlite"), inFolder("backup.sqlite"));
    const live = aDatabase("live.sqlite", { demonstration: true });
    expect(refusalOf(() => restore())).toBe("restoreExists");
    expect(refusalOf(() => restore(true))).toBe("restoreInUse");
    expect(count(live, "measure")).toBeGreaterThan(0);
  });

  it("brings everything back and keeps what was there", () => {
    const live = aDatabase("live.sqlite", { demonstration: true });
    const measures = count(live, "measure");
    backupDatabase(live, inFolder("backup.sqlite"));
    live.$client.exec("DELETE FROM dependency");
    live.$client.close();

    const { verification, keptPath } = restore(true);
    expect(verification.findings).toEqual([]);
    const back = openDatabase(inFolder("live.sqlite"));
    const kept = openDatabase(keptPath ?? "");
    opened.push(back, kept);
    expect([count(back, "measure"), count(back, "dependency") > 0]).toEqual([measures, true]);
    expect(count(kept, "dependency")).toBe(0);
  });

  it("needs no flag where no database is", () => {
    backupDatabase(aDatabase("source.sqlite", { demonstration: true }), inFolder("backup.sqlite"));
    expect(restore().keptPath).toBeNull();
    expect(existsSync(inFolder("live.sqlite"))).toBe(true);
  });

  it("replaces a corrupt database and keeps it as well", () => {
    backupDatabase(aDatabase("source.sqlite"), inFolder("backup.sqlite"));
    writeFileSync(inFolder("live.sqlite"), "broken".repeat(1000));
    const { keptPath } = restore(true);
    expect(readFileSync(keptPath ?? "", "utf8")).toBe("broken".repeat(1000));
  });
});

describe("verify", () => {
  const kinds = (db: Db) => verifyDatabase(db.$client).findings.map((finding) => `${finding.kind} ${finding.detail}`);

  it("finds nothing wrong with the demonstration", () => {
    const { findings, snapshots } = verifyDatabase(aDatabase("a.sqlite", { demonstration: true }).$client);
    expect([findings, snapshots]).toEqual([[], 2]);
  });

  it("names a version that was changed behind its trigger", () => {
    const db = aDatabase("a.sqlite", { demonstration: true });
    db.$client.exec("DROP TRIGGER snapshot_no_update; UPDATE snapshot SET content = json_set(content, '$.note', 'anders') WHERE number = 2");
    expect(kinds(db)).toEqual(["trigger snapshot_no_update", "snapshot 2"]);
  });

  it("names a reference that leads nowhere", () => {
    const db = aDatabase("a.sqlite", { demonstration: true });
    db.$client.pragma("foreign_keys = OFF");
    db.$client.exec("UPDATE measure SET lead_unit_id = 9999 WHERE id = 1");
    expect(kinds(db)).toEqual(["foreignKey measure 1 → org_unit"]);
  });
});

describe("export", () => {
  it("holds everything but what serves logging in", () => {
    const db = aDatabase("a.sqlite", { demonstration: true });
    const { tables, schemaVersion } = exportDatabase(db, AT);
    expect(schemaVersion).toBeGreaterThan(0);
    expect(tables["measure"]).toHaveLength(count(db, "measure"));
    expect(tables["audit_event"]).toHaveLength(count(db, "audit_event"));
    expect(Object.keys(tables)).not.toContain("session");
    expect(JSON.stringify(tables)).not.toContain("password_hash");
  });
});
