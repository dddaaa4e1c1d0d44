import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { startTestServer } from "#tests/support/server.ts";

const KILLS = 50;
const WRITERS = 6;

/** Writers keep sending until the process is gone; returns what it had acknowledged. The moment of the kill moves from round to round. */
async function writeUntilKilled({ round, send, kill }: { round: number; send: (name: string) => Promise<boolean>; kill: () => Promise<void> }): Promise<string[]> {
  const acknowledged: string[] = [];
  let alive = true;
  const writers = Array.from({ length: WRITERS }, async (_value, writer) => {
    for (let count = 0; alive; count += 1) {
      const name = `r${round}w${writer}n${count}`;
      if (await send(name).catch(() => false)) acknowledged.push(name);
      else if (!alive) return;
    }
  });
  while (acknowledged.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  await new Promise((resolve) => setTimeout(resolve, (round * 17) % 90));
  await kill();
  alive = false;
  await Promise.all(writers);
  return acknowledged;
}

describe("kill -9 in the middle of writing over HTTP", () => {
  it(`loses no acknowledged write, ${KILLS} times`, { timeout: 240_000 }, async () => {
    const server = await startTestServer();
    let total = 0;
    try {
      const stored = server.db.$client.prepare("SELECT short_name FROM org_unit").pluck();
      const halves = server.db.$client.prepare(
        `SELECT (SELECT count(*) FROM org_unit WHERE short_name LIKE 'r%w%n%') AS units, (SELECT count(*) FROM audit_event WHERE entity = 'orgUnit' AND action = 'create') AS events`,
      );
      for (let round = 0; round < KILLS; round += 1) {
        if (round > 0) await server.restart();
        const send = async (name: string) => (await server.request("/verwaltung/organisation/neu", { as: "officer", form: { name, shortName: name, kind: "department", position: "0" } })).status === 302;
        const acknowledged = await writeUntilKilled({ round, send, kill: server.kill });
        const kept = new Set(stored.all());
        expect(acknowledged.filter((name) => !kept.has(name))).toEqual([]);
        // A unit without its line in the log, or the other way round, would be half a write.
        const { units, events } = halves.get() as { units: number; events: number };
        expect(units).toBe(events);
        total += acknowledged.length;
      }
      expect(total).toBeGreaterThan(KILLS);
      expect(server.db.$client.pragma("integrity_check", { simple: true })).toBe("ok");
    } finally {
      await server.stop();
    }
  });

  it("would be noticed: a server that acknowledges before it commits loses writes in the same test", { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "digitalfahrplan-control-"));
    const path = join(folder, "control.sqlite");
    const db = new Database(path);
    db.exec("PRAGMA journal_mode = WAL; CREATE TABLE written (name TEXT) STRICT");
    let lost = 0;
    for (let round = 0; round < 10 && lost === 0; round += 1) {
      const { child, port } = await startHastyServer(path);
      const send = async (name: string) => (await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: name })).ok;
      const acknowledged = await writeUntilKilled({ round, send, kill: () => killed(child) });
      const kept = new Set(db.prepare("SELECT name FROM written").pluck().all());
      lost += acknowledged.filter((name) => !kept.has(name)).length;
    }
    db.close();
    rmSync(folder, { recursive: true, force: true });
    expect(lost).toBeGreaterThan(0);
  });
});

/** Says yes at once and writes later, as a program does that trusts its memory. */
const HASTY = `
import { createServer } from "node:http";
import Database from "better-sqlite3";
const db = new Database(process.argv[1]);
const insert = db.prepare("INSERT INTO written VALUES (?)");
const server = createServer((request, response) => {
  let name = "";
  request.on("data", (chunk) => (name += chunk));
  request.on("end", () => { setTimeout(() => insert.run(name), 40); response.end("ok"); });
}).listen(0, "127.0.0.1", () => process.stdout.write(String(server.address().port)));
`;

function startHastyServer(path: string): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", HASTY, path], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve) => child.stdout.once("data", (chunk: Buffer) => resolve({ child, port: Number(chunk.toString()) })));
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
