import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "#app/services/accounts/hash-password.server.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { migrateDatabase, openDatabase } from "#db/client.server.ts";
import { generatePortfolio } from "#db/seed/generate.ts";
import { generatedUsers } from "#db/seed/generated-foundation.ts";
import { storeGeneratedHistory } from "#db/seed/store-generated-history.server.ts";
import { storePortfolio } from "#db/seed/store-portfolio.server.ts";
import { startProgram } from "#tests/support/program.ts";

const SEED = 1;
const PASSWORD = "Nur-fuer-die-Messung-1";

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer; readonly milliseconds: number };
export type MunicipalityServer = {
  readonly origin: string;
  /** Of the digital officer's session, as a browser sends it. */
  readonly cookie: string;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: URLSearchParams | FormData) => Promise<Answer>;
  /** CPU the server has used so far, in milliseconds; null where the system does not tell. */
  readonly cpuMilliseconds: () => number | null;
  /** Resident memory of the server in megabytes, now and at most so far. */
  readonly memory: () => { readonly now: number; readonly peak: number } | null;
  readonly stop: () => Promise<void>;
};

type MunicipalityOptions = {
  readonly adapt?: (generated: Portfolio) => Portfolio;
  /** With a frozen version and funding windows, as `npm run db:seed` generates it. */
  readonly withHistory?: boolean;
};

/** The built server, run as in production, over a generated municipality; the digital officer is logged in. */
export async function startMunicipality(count: number, { adapt = (generated) => generated, withHistory = false }: MunicipalityOptions = {}): Promise<MunicipalityServer> {
  const folder = mkdtempSync(join(tmpdir(), "digitalfahrplan-bench-"));
  const databasePath = join(folder, "bench.sqlite");
  const db = openDatabase(databasePath);
  migrateDatabase(db);
  const users = generatedUsers(await hashPassword(PASSWORD));
  const portfolio = adapt(generatePortfolio({ count, seed: SEED }));
  storePortfolio(db, portfolio, users);
  if (withHistory) storeGeneratedHistory(db, portfolio, SEED);
  db.$client.close();

  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const program = startProgram({ DIGITALFAHRPLAN_MODE: "production", PUBLIC_URL: origin, PORT: String(port), DATABASE_PATH: databasePath });
  const stop = async () => {
    await program.stop();
    agent.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  const agent = new Agent({ keepAlive: true });
  let cookie = "";
  const send = async (method: string, path: string, body?: { bytes: Buffer; type: string }): Promise<Answer> => {
    const headers = { Cookie: cookie, Accept: "text/html", "Accept-Encoding": "gzip", ...(body && { Origin: origin, "Content-Type": body.type, "Content-Length": String(body.bytes.length) }) };
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ host: "127.0.0.1", port, method, path, agent, headers: { Host: `localhost:${port}`, ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks), milliseconds: performance.now() - started }));
      });
      sent.on("error", reject);
      sent.end(body?.bytes);
    });
  };
  const post = async (path: string, body: URLSearchParams | FormData) => {
    const encoded = new Response(body);
    return send("POST", path, { bytes: Buffer.from(await encoded.arrayBuffer()), type: encoded.headers.get("Content-Type") ?? "" });
  };
  try {
    await program.origin;
    const answer = await post("/anmelden", new URLSearchParams({ email: users[0]?.email ?? "", password: PASSWORD }));
    cookie = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
    if (cookie === "") throw new Error(`the log-in was refused with ${answer.status}`);
  } catch (error) {
    await stop();
    throw error;
  }
  const pid = program.process.pid ?? 0;
  return { origin, cookie, get: (path) => send("GET", path), post, cpuMilliseconds: () => cpuOf(pid), memory: () => memoryOf(pid), stop };
}

/** A clock tick of Linux is a hundredth of a second on every common system. */
const MILLISECONDS_PER_TICK = 10;

function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_PER_TICK;
  } catch {
    return null;
  }
}

function memoryOf(pid: number): { now: number; peak: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
    return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
