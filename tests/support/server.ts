import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "#app/http/clock.server.ts";
import { migrateDatabase, openDatabase, type Db } from "#db/client.server.ts";
import { buildIfStale } from "./build.ts";
import { enrolPeople, sessionToken, type Person } from "./people.ts";
import { aPortfolioOf } from "./portfolio.ts";
import { storePortfolio } from "./store-portfolio.ts";

export type RequestOptions = {
  /** Who asks; nobody when left out. */
  readonly as?: Person;
  readonly method?: string;
  /** Sent as a form by POST. */
  readonly form?: Record<string, string> | string[][];
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The built server in a process of its own, on a free port, over a database of its own. */
export type TestServer = {
  readonly origin: string;
  readonly port: number;
  readonly databasePath: string;
  /** A second connection to the same database, to look at and to prepare data. */
  readonly db: Db;
  readonly cookieFor: (name: Person) => string;
  /** As a browser of that person would ask: with session cookie and Origin; redirects are not followed. */
  readonly request: (path: string, options?: RequestOptions) => Promise<Response>;
  /** Everything the server wrote to its standard output and error. */
  readonly output: () => string;
  /** SIGKILL: no chance to finish anything. */
  readonly kill: () => Promise<void>;
  /** SIGTERM: what runs may finish. */
  readonly terminate: () => Promise<void>;
  /** Starts again over the same database after its end. */
  readonly restart: () => Promise<void>;
  /** Stops the process and removes the database. */
  readonly stop: () => Promise<void>;
};

/** Forty measures and one person per role. */
export function seedForTests(db: Db): void {
  storePortfolio(db, aPortfolioOf(40));
  enrolPeople(db);
}

export async function startTestServer({ seed = seedForTests, env = {} }: { seed?: (db: Db) => void; env?: Readonly<Record<string, string>> } = {}): Promise<TestServer> {
  buildIfStale();
  const folder = mkdtempSync(join(tmpdir(), "digitalfahrplan-"));
  const databasePath = join(folder, "test.sqlite");
  const db = openDatabase(databasePath);
  migrateDatabase(db);
  seed(db);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const cookies = new Map<Person, string>();
  const cookieFor = (name: Person) => {
    const cookie = cookies.get(name) ?? `digitalfahrplan-session=${sessionToken(db, systemClock, name)}`;
    cookies.set(name, cookie);
    return cookie;
  };
  let output = "";
  const note = (chunk: Buffer) => {
    output += chunk.toString();
  };
  const settings = { PORT: String(port), HOST: "127.0.0.1", DATABASE_PATH: databasePath, DIGITALFAHRPLAN_MODE: "demonstration", TZ: "UTC", ...env };
  const launch = () => launchServer({ origin, settings, note, output: () => output });
  let child = await launch();
  return {
    origin,
    port,
    databasePath,
    db,
    cookieFor,
    output: () => output,
    request: (path, { as, method, form, body, headers = {} } = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method: method ?? (form || body ? "POST" : "GET"),
        redirect: "manual",
        headers: { Origin: `http://127.0.0.1:${port}`, ...(as ? { Cookie: cookieFor(as) } : {}), ...headers },
        body: form ? new URLSearchParams(form) : body,
      }),
    kill: () => end(child, "SIGKILL"),
    terminate: () => end(child, "SIGTERM"),
    restart: async () => {
      child = await launch();
    },
    stop: async () => {
      await end(child, "SIGTERM");
      db.$client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Launch = { origin: string; settings: Readonly<Record<string, string>>; note: (chunk: Buffer) => void; output: () => string };

async function launchServer({ origin, settings, note, output }: Launch): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["app/http/main.js"], { env: { PATH: process.env["PATH"], NODE_ENV: "test", ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", note);
  child.stderr.on("data", note);
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${output()}`);
    const answer = await fetch(`${origin.replace("localhost", "127.0.0.1")}/api/health`).catch(() => null);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not start: ${output()}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.once("exit", () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill(signal);
  });
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = createSocket();
    socket.once("error", reject);
    socket.listen(0, "127.0.0.1", () => {
      const address = socket.address();
      socket.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
