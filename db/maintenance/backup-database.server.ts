import { closeSync, existsSync, fsyncSync, openSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import type { Db } from "#db/client.server.ts";
import { verifyDatabase, type Verification } from "./verify-database.server.ts";

/** An operation on database files that must not be done. */
export class MaintenanceRefusal extends Error {
  constructor(
    readonly code: "targetExists" | "sourceMissing" | "restoreExists" | "restoreInUse" | "backupBroken",
    readonly path: string,
    readonly verification: Verification | null = null,
  ) {
    super(`${code}: ${path}`);
    this.name = "MaintenanceRefusal";
  }
}

/**
 * Writes a consistent copy while others may go on reading and writing, and proves that the copy is sound.
 * SQLite's own backup function would start over with every write of another process; VACUUM INTO does not.
 * @throws MaintenanceRefusal when the target exists or the copy is not sound (it is then removed)
 */
export function backupDatabase(db: Db, targetPath: string): Verification {
  if (existsSync(targetPath)) throw new MaintenanceRefusal("targetExists", targetPath);
  db.$client.prepare("VACUUM INTO ?").run(targetPath);
  syncFile(targetPath);
  const verification = verifyFile(targetPath);
  if (verification.findings.length > 0) {
    rmSync(targetPath);
    throw new MaintenanceRefusal("backupBroken", targetPath, verification);
  }
  return verification;
}

/** Opens a database file only for reading and verifies it. @throws Error with a SQLite code when it is none */
export function verifyFile(path: string): Verification {
  const copy = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return verifyDatabase(copy);
  } finally {
    copy.close();
  }
}

/** Makes sure that the file has reached the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}
