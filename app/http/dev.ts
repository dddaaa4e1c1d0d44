// Development server: Vite compiles on demand and reloads; the same server code as in production around it.
import { createServer as createHttpServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { createServer as createVite } from "vite";

const vite = await createVite({ server: { middlewareMode: true } });
const { createServer } = (await vite.ssrLoadModule("/app/http/create-server.server.ts")) as typeof import("./create-server.server.ts");
const { systemClock } = (await vite.ssrLoadModule("/app/http/clock.server.ts")) as typeof import("./clock.server.ts");
const { readEnv } = (await vite.ssrLoadModule("/app/http/env.server.ts")) as typeof import("./env.server.ts");
const { openDatabase, migrateDatabase } = (await vite.ssrLoadModule("/db/client.server.ts")) as typeof import("#db/client.server.ts");

const env = readEnv(process.env);
const db = openDatabase(env.databasePath);
migrateDatabase(db);
const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
const app = express();
app.use(vite.middlewares);
app.use(createServer({ db, clock: systemClock, publicUrl: new URL(`http://localhost:${env.port}`), build, clientFolder: null }));
createHttpServer(app).listen(env.port, env.host, () => process.stdout.write(`http://localhost:${env.port}\n`));
