import { createServer as createHttpServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { t } from "#app/i18n/de/start.ts";
import { runImportsBy } from "#app/services/import/import-runs.server.ts";
import { endForgottenRuns } from "#app/services/planning/finish-plan-run.server.ts";
import { explainPlansBy } from "#app/services/planning/plan-explanations.server.ts";
import { planDemonstration, planDemonstrationAgain } from "#app/services/planning/plan-demonstration.server.ts";
import { plansAtRest, runPlansBy } from "#app/services/planning/plan-runs-in-progress.server.ts";
import { runRobustnessBy } from "#app/services/prioritisation/robustness-runs.server.ts";
import { workBesideBy } from "#app/services/beside.server.ts";
import { writesAtRest } from "#app/services/writes-beside.server.ts";
import { migrateDatabase, openDatabase, type Db } from "#db/client.server.ts";
import { findMunicipality } from "#db/queries/portfolio.server.ts";
import { besideInThreads } from "./beside-worker.server.ts";
import { systemClock } from "./clock.server.ts";
import { createServer } from "./create-server.server.ts";
import { readEnv, type Env } from "./env.server.ts";
import { explanationsInThread } from "./explain-worker.server.ts";
import { prepareContent } from "./first-start.server.ts";
import { importInThreads } from "./import-worker.server.ts";
import { plansInThreads } from "./plan-worker.server.ts";
import { robustnessInThread } from "./robustness-worker.server.ts";
import { configureSessionCookie } from "./session-cookie.server.ts";
import { startRefusal } from "./start-refusal.server.ts";

/** How long running requests may take to finish after the program was told to stop. */
const GRACE_MS = 25_000;

/** Serves until told to stop, or says in one sentence why it cannot and ends with exit code 1. */
export async function startServer(build: ServerBuild): Promise<void> {
  let env: Env | null = null;
  try {
    env = readEnv(process.env);
    await serve(build, env);
  } catch (error) {
    const sentence = startRefusal(error, env);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
}

/** The port comes first: whoever starts the program twice by mistake does not touch the database of the running one. */
async function serve(build: ServerBuild, env: Env): Promise<void> {
  const server = createHttpServer();
  server.keepAliveTimeout = 75_000;
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  const port = await listen(server, env);
  const publicUrl = env.publicUrl ?? new URL(`http://localhost:${port}`);
  configureSessionCookie({ secure: publicUrl.protocol === "https:" });

  const db = openDatabase(env.databasePath);
  migrateDatabase(db);
  runImportsBy(db, importInThreads(env.databasePath));
  workBesideBy(db, besideInThreads(env.databasePath));
  runRobustnessBy(db, robustnessInThread());
  runPlansBy(db, plansInThreads());
  explainPlansBy(db, explanationsInThread());
  endForgottenRuns({ db, clock: systemClock });
  const isNew = findMunicipality(db) === null;
  const lines = await prepareContent({ db, clock: systemClock, mode: env.mode, publicUrl });
  if (env.mode === "demonstration") (isNew ? planDemonstration : planDemonstrationAgain)({ db, clock: systemClock });
  server.on("request", createServer({ db, clock: systemClock, publicUrl, build, clientFolder: "build/client" }));
  stopOnSignal(server, db);
  process.stdout.write(`${[...lines, t("running", { url: publicUrl.href })].join("\n")}\n`);
}

function listen(server: Server, { port, host }: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Takes no new requests, lets the running ones finish, and closes the database with everything in its one file. */
function stopOnSignal(server: Server, db: Db): void {
  let stopping = false;
  const end = () => {
    db.$client.pragma("wal_checkpoint(TRUNCATE)");
    db.$client.close();
    process.exit(0);
  };
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close(() => void Promise.all([writesAtRest(db), plansAtRest(db)]).then(end));
    // A browser keeps its connection open after the answer; without this the end would wait for it.
    setInterval(() => server.closeIdleConnections(), 50);
    setTimeout(() => server.closeAllConnections(), GRACE_MS);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
