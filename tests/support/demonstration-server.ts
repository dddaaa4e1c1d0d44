import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "#app/services/accounts/hash-password.server.ts";
import { migrateDatabase, openDatabase } from "#db/client.server.ts";
import { loadDemonstration } from "#db/seed/load-demonstration.server.ts";

export type RunningServer = { readonly origin: string; readonly databasePath: string; readonly stop: () => Promise<void> };

/** The built program as a process of its own, with a database of its own that holds Musterstadt. Build first. */
export async function startDemonstrationServer(): Promise<RunningServer> {
  if (!existsSync("build/server/index.js")) throw new Error("there is no build: run `npm run build` first");
  const folder = mkdtempSync(join(tmpdir(), "digitalfahrplan-"));
  const databasePath = join(folder, "demonstration.sqlite");
  const db = openDatabase(databasePath);
  migrateDatabase(db);
  await loadDemonstration(db, { now: new Date().toISOString(), hashPassword });
  db.$client.close();

  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["app/http/main.js"], { env: { ...process.env, PORT: String(port), DATABASE_PATH: databasePath, DIGITALFAHRPLAN_MODE: "demonstration" }, stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const stop = async () => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await answers(`${origin}/anmelden`, server))) {
    await stop();
    throw new Error(`the server did not start:\n${output.join("")}`);
  }
  return { origin, databasePath, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt += 1) {
    const response = await fetch(url).catch(() => null);
    if (response !== null) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });
}
