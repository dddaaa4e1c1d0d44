import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { createFolder, openDatabase } from "#db/client.server.ts";
import { MaintenanceRefusal, syncFile, verifyFile } from "./backup-database.server.ts";
import type { Verification } from "./verify-database.server.ts";

export type Restored = { readonly verification: Verification; /** Where the database that was there before lies now. */ readonly keptPath: string | null };

/**
 * Puts a backup in the place of the database. What was there is kept beside it under another name, never deleted.
 * The backup is verified first, its schema version too; nothing is touched when it is not sound.
 * @param at ISO instant, part of the kept file's name
 * @throws MaintenanceRefusal
 * @throws DatabaseRefusal when the backup is no database of this program, or of a newer one
 */
export function restoreDatabase({ backupPath, targetPath, replace, at }: { backupPath: string; targetPath: string; replace: boolean; at: string }): Restored {
  if (!existsSync(backupPath)) throw new MaintenanceRefusal("sourceMissing", backupPath);
  const exists = existsSync(targetPath);
  if (exists && !replace) throw new MaintenanceRefusal("restoreExists", targetPath);
  if (exists && isInUse(targetPath)) throw new MaintenanceRefusal("restoreInUse", targetPath);

  createFolder(dirname(resolve(targetPath)));
  const arriving = `${targetPath}.arriving`;
  for (const suffix of SIDE_FILES) rmSync(arriving + suffix, { force: true });
  copyFileSync(backupPath, arriving);
  try {
    openDatabase(arriving).$client.close();
    const verification = verifyFile(arriving);
    if (verification.findings.length > 0) throw new MaintenanceRefusal("backupBroken", backupPath, verification);
    syncFile(arriving);
    const keptPath = exists ? `${targetPath}.before-${at.replaceAll(/[:.]/g, "-")}` : null;
    if (keptPath !== null) {
      for (const suffix of SIDE_FILES) if (existsSync(targetPath + suffix)) renameSync(targetPath + suffix, keptPath + suffix);
    }
    renameSync(arriving, targetPath);
    return { verification, keptPath };
  } finally {
    for (const suffix of SIDE_FILES) rmSync(arriving + suffix, { force: true });
  }
}

const SIDE_FILES = ["", "-wal", "-shm"] as const;

/** In exclusive mode SQLite gets its lock only when nobody else has the file open. A file too broken to open is in nobody's use. */
function isInUse(path: string): boolean {
  const sqlite = new Database(path, { timeout: 200 });
  try {
    sqlite.pragma("locking_mode = EXCLUSIVE");
    sqlite.exec("BEGIN IMMEDIATE; ROLLBACK");
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
  } finally {
    sqlite.close();
  }
}
