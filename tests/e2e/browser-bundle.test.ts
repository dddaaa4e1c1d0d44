import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const folder = join("build", "client", "assets");
const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));

/** Texts that stand in server code and survive minifying; each must be found in the server's bundle, or it proves nothing. */
const MARKERS = ["better-sqlite3", "drizzle-orm", "SELECT ", "INSERT INTO", "BEGIN IMMEDIATE", "recursive_triggers", "passwordHash", "password_hash", "node:fs", "node:crypto", "argon2", "DATABASE_PATH"];

it("nothing of the database, of Node or of a .server module is in what browsers get", () => {
  expect(scripts.length).toBeGreaterThan(5);
  const found = scripts.flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return MARKERS.filter((marker) => text.includes(marker)).map((marker) => `${name}: ${marker}`);
  });
  expect(found).toEqual([]);
  expect(scripts.filter((name) => name.includes(".server"))).toEqual([]);
});

it("the markers would be found: every one of them is in the server's bundle", () => {
  const server = readFileSync(join("build", "server", "index.js"), "utf8");
  expect(MARKERS.filter((marker) => !server.includes(marker))).toEqual([]);
});

it("no source map tells browsers more than the program does", () => {
  expect(readdirSync(folder).filter((name) => name.endsWith(".map"))).toEqual([]);
});

it("threads that only compute load neither pages nor the database, so that a first plan does not wait for them", () => {
  const loaded = new Set<string>();
  const packages = new Set<string>();
  const read = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^"';]*["']([^"']+)["']/gm)) {
      if (name.startsWith(".")) read(join(dirname(file), name));
      else packages.add(name);
    }
  };
  read(join("build", "server", "threads.js"));
  expect(loaded.size).toBeGreaterThan(1);
  expect([...packages].filter((name) => !name.startsWith("node:"))).toEqual([]);
});
