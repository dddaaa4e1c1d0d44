import { createServer as createHttpServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { migrateDatabase, openDatabase } from "#db/client.server.ts";
import { systemClock } from "./clock.server.ts";
import { createServer } from "./create-server.server.ts";
import { readEnv } from "./env.server.ts";
import { configureSessionCookie } from "./session-cookie.server.ts";

/** Opens the database, brings it up to date and serves until told to stop. */
export async function startServer(build: ServerBuild): Promise<void> {
  const env = readEnv(process.env);
  const publicUrl = env.publicUrl ?? new URL(`http://localhost:${env.port}`);
  configureSessionCookie({ secure: publicUrl.protocol === "https:" });
  const db = openDatabase(env.databasePath);
  migrateDatabase(db);
  const app = createServer({ db, clock: systemClock, publicUrl, build, clientFolder: "build/client" });
  const server = createHttpServer(app);
  server.keepAliveTimeout = 75_000;
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.port, env.host, resolve);
  });
  process.stdout.write(`Digitalfahrplan läuft: ${publicUrl.href}\n`);
  const stop = () => {
    server.close(() => {
      db.$client.close();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
