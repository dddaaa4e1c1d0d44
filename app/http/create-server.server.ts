import { randomBytes } from "node:crypto";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express } from "express";
import type { Clock } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { guard } from "./guard.server.ts";
import { sendRefusal } from "./refusal-page.server.ts";
import { remixHandler } from "./remix-handler.server.ts";
import { securityHeaders } from "./security-headers.server.ts";

export type ServerOptions = {
  readonly db: Db;
  readonly clock: Clock;
  readonly publicUrl: URL;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Where the built browser files lie; null when Vite serves them. */
  readonly clientFolder: string | null;
};

/** The whole web server: guard, files, then Remix. */
export function createServer({ db, clock, build, clientFolder, publicUrl }: ServerOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  // Remix reads the query itself, and pages are kept nowhere, so nobody asks for their ETag.
  app.set("query parser", false);
  app.set("etag", false);
  app.use((_request, response, next) => {
    response.locals["nonce"] = randomBytes(16).toString("base64");
    next();
  });
  app.use(securityHeaders({ secure: publicUrl.protocol === "https:", development: clientFolder === null }));
  app.use(guard({ publicUrl }));
  if (clientFolder !== null) {
    app.use("/assets", compression(), express.static(`${clientFolder}/assets`, { immutable: true, maxAge: "1y" }));
  }
  // Pages are private: what a page or its data says is kept nowhere on the way.
  app.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  app.get("/api/health", (_request, response) => {
    response.json({ status: "ok" });
  });
  app.all("*", remixHandler({ db, clock, publicUrl, build }));
  app.use(lastResort);
  return app;
}

/** What even Remix did not catch. */
const lastResort: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  sendRefusal(request, response, 500);
};
