import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase, openDatabase } from "#db/client.server.ts";
import { startProgram, type Program } from "#tests/support/program.ts";

const folder = mkdtempSync(join(tmpdir(), "digitalfahrplan-start-"));
const started: Program[] = [];
const start = (env: Readonly<Record<string, string>>): Program => {
  const program = startProgram(env);
  started.push(program);
  return program;
};
afterEach(async () => {
  for (const program of started.splice(0)) await program.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
const production = { DIGITALFAHRPLAN_MODE: "production", PUBLIC_URL: "https://fahrplan.musterstadt.example" };

/** A refused start: one sentence on how to mend it, exit code 1, and nothing served. */
async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
  const { exitCode, output, errors } = await start(env).ended;
  expect(exitCode).toBe(1);
  expect(output).toBe("");
  expect(errors.trim().split("\n")).toHaveLength(1);
  return errors.trim();
}

describe("a first start", () => {
  it("loads the demonstration municipality, prints its accounts and serves; a second start leaves it as it is", async () => {
    const path = join(folder, "new", "first.sqlite");
    const first = start({ DATABASE_PATH: path });
    const response = await fetch(`${await first.origin}/api/health`);
    expect(await response.json()).toEqual({ status: "ok" });
    expect((await fetch(`${await first.origin}/anmelden`)).status).toBe(200);
    await first.stop();
    const { exitCode, output } = await first.ended;
    expect(exitCode).toBe(0);
    expect(output).toContain("digital@musterstadt.example");
    expect(output).toContain("Kennwort Musterstadt-2026!");

    const before = hashOf(path);
    const second = start({ DATABASE_PATH: path });
    await second.origin;
    await second.stop();
    expect((await second.ended).output).not.toContain("geladen");
    expect(hashOf(path)).toBe(before);
  });

  it("in production starts empty, without any account", async () => {
    const path = join(folder, "production.sqlite");
    const program = start({ ...production, DATABASE_PATH: path });
    await program.origin;
    await program.stop();
    const sqlite = new Database(path, { readonly: true });
    expect(sqlite.prepare("SELECT count(*) FROM user").pluck().get()).toBe(0);
    sqlite.close();
  });
});

describe("a start that must not be", () => {
  const demonstration = join(folder, "demonstration.sqlite");
  beforeAll(async () => {
    const program = startProgram({ DATABASE_PATH: demonstration });
    await program.origin;
    await program.stop();
  });

  it("with the port taken says so and does not touch the database", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => {
        const address = other.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    const path = join(folder, "untouched.sqlite");
    expect(await refusal({ PORT: String(port), DATABASE_PATH: path })).toMatch(new RegExp(`Der Port ${port} ist belegt: .*PORT=3001`));
    expect(existsSync(path)).toBe(false);
    other.close();
  });

  it("with a place where nothing can be written", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "x");
    expect(await refusal({ DATABASE_PATH: join(file, "database.sqlite") })).toMatch(/lässt sich nicht schreiben: .*Schreibrecht/);
    expect(readFileSync(file, "utf8")).toBe("x");
  });

  it("with a folder that the system does not let anybody create", async () => {
    expect(await refusal({ DATABASE_PATH: "/proc/x/database.sqlite" })).toMatch(/lässt sich nicht schreiben: .*DATABASE_PATH/);
  });

  it("with a file that is no database", async () => {
    const path = join(folder, "no-database.sqlite");
    writeFileSync(path, "Dies ist eine Textdatei, keine Datenbank.\n".repeat(400));
    const before = hashOf(path);
    expect(await refusal({ DATABASE_PATH: path })).toMatch(/keine unversehrte Datenbank und wurde nicht verändert: .*db:restore/);
    expect(hashOf(path)).toBe(before);
  });

  it("with a database of which a part was overwritten, and one that was cut off", async () => {
    const whole = readFileSync(demonstration);
    const overwritten = Buffer.from(whole);
    overwritten.fill(0xab, 4096 * 3, 4096 * 9);
    const cases = { overwritten, "cut-off": whole.subarray(0, Math.floor(whole.length / 2)) };
    for (const [name, bytes] of Object.entries(cases)) {
      const path = join(folder, `${name}.sqlite`);
      writeFileSync(path, bytes);
      expect(await refusal({ DATABASE_PATH: path })).toContain("keine unversehrte Datenbank");
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }
  });

  it("with a database written by a newer program", async () => {
    const path = join(folder, "newer.sqlite");
    const db = openDatabase(path);
    migrateDatabase(db);
    db.$client.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)").run();
    db.$client.close();
    const before = hashOf(path);
    expect(await refusal({ DATABASE_PATH: path })).toMatch(/neueren Fassung des Programms .*: Installieren Sie/);
    expect(hashOf(path)).toBe(before);
  });

  it("with the database of another program", async () => {
    const path = join(folder, "foreign.sqlite");
    const sqlite = new Database(path);
    sqlite.exec("CREATE TABLE invoice (id INTEGER PRIMARY KEY)");
    sqlite.close();
    const before = hashOf(path);
    expect(await refusal({ DATABASE_PATH: path })).toMatch(/Datenbank eines anderen Programms .*: Nennen Sie/);
    expect(hashOf(path)).toBe(before);
  });

  it("in production with accounts whose password everybody knows, or without the public address", async () => {
    const before = hashOf(demonstration);
    expect(await refusal({ ...production, DATABASE_PATH: demonstration })).toContain("Demonstrationszugänge mit bekanntem Kennwort");
    expect(await refusal({ DIGITALFAHRPLAN_MODE: "production", DATABASE_PATH: demonstration })).toContain("fehlt PUBLIC_URL");
    expect(await refusal({ NODE_ENV: "production", DATABASE_PATH: demonstration })).toContain("fehlt PUBLIC_URL");
    expect(hashOf(demonstration)).toBe(before);
  });

  it("with an environment that cannot be read", async () => {
    expect(await refusal({ PORT: "zuhause", DATABASE_PATH: demonstration })).toContain("PORT");
  });
});

it("SIGTERM lets a running request finish and leaves the whole database in its one file", async () => {
  const path = join(folder, "stopped.sqlite");
  const program = start({ DATABASE_PATH: path });
  const { port, origin, host } = new URL(await program.origin);
  const body = "email=niemand%40musterstadt.example&password=falsch";
  const head = `POST /anmelden HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;
  const socket = connect(Number(port), "127.0.0.1");
  const answer = new Promise<string>((resolve, reject) => {
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
  await new Promise<void>((resolve) => socket.write(head + body.slice(0, 10), () => resolve()));
  // One full round trip on another connection: by then the server has read the beginning of the first request.
  await fetch(`${origin}/api/health`, { headers: { Connection: "close" } });
  program.process.kill("SIGTERM");
  await refusedSoon(`${origin}/api/health`);
  socket.write(body.slice(10));
  expect(await answer).toMatch(/^HTTP\/1\.1 [24]\d\d /);
  expect((await program.ended).exitCode).toBe(0);
  expect(existsSync(`${path}-wal`)).toBe(false);
  const sqlite = new Database(path, { readonly: true });
  expect(sqlite.pragma("integrity_check", { simple: true })).toBe("ok");
  sqlite.close();
});

/** Waits until the server takes no new connections. */
async function refusedSoon(url: string): Promise<void> {
  for (;;) {
    const open = await fetch(url, { headers: { Connection: "close" } }).then(
      () => true,
      () => false,
    );
    if (!open) return;
  }
}
