import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { migrateDatabase, openDatabase, write, type Db, type DbOrTx } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { actionField } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";

const field = (name: string) => ({ name, description: "", position: 1 });

/** A query that counts how often it was really asked. */
function countedQuery() {
  let asked = 0;
  const names = remembered((db: DbOrTx, prefix: string) => {
    asked += 1;
    return { names: db.select().from(actionField).all().map((row) => prefix + row.name) };
  });
  return { names, asked: () => asked };
}

describe("remembered", () => {
  const folders: string[] = [];
  const open: Db[] = [];
  afterEach(() => {
    for (const db of open.splice(0)) db.$client.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it("asks once until something is written, per arguments", () => {
    const db = emptyDatabase();
    const { names, asked } = countedQuery();
    expect(names(db, "a")).toBe(names(db, "a"));
    names(db, "b");
    expect(asked()).toBe(2);
    write(db, (tx) => tx.insert(actionField).values(field("Schule")).run());
    expect(names(db, "a").names).toContain("aSchule");
    expect(asked()).toBe(3);
  });

  it("reads anew inside a transaction and keeps nothing of it", () => {
    const db = emptyDatabase();
    const { names } = countedQuery();
    const before = names(db, "").names.length;
    expect(() =>
      write(db, (tx) => {
        tx.insert(actionField).values(field("Verworfen")).run();
        expect(names(tx, "").names).toHaveLength(before + 1);
        expect(names(db, "").names).toHaveLength(before + 1);
        throw new Error("undo");
      }),
    ).toThrow("undo");
    expect(names(db, "").names).toHaveLength(before);
  });

  it("sees what another connection wrote", () => {
    const folder = mkdtempSync(join(tmpdir(), "remembered-"));
    folders.push(folder);
    const [one, other] = [openDatabase(join(folder, "a.sqlite")), openDatabase(join(folder, "a.sqlite"))];
    open.push(one, other);
    migrateDatabase(one);
    const { names } = countedQuery();
    expect(names(one, "").names).toEqual([]);
    write(other, (tx) => tx.insert(actionField).values(field("Nebenan")).run());
    expect(names(one, "").names).toEqual(["Nebenan"]);
  });

  it("does not let an answer be changed in a test run", () => {
    const { names } = countedQuery();
    expect(() => names(emptyDatabase(), "").names.push("heimlich")).toThrow(TypeError);
  });
});
