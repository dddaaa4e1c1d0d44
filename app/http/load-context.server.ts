import type { AppLoadContext } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { readSession } from "#app/services/accounts/sessions.server.ts";
import type { Clock, CurrentUser } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { clientAddress } from "./client-address.server.ts";
import { readSessionCookie } from "./session-cookie.server.ts";

declare module "@remix-run/node" {
  /** What every loader and action gets besides the request. Only `http` makes one; tests make their own. */
  interface AppLoadContext {
    readonly db: Db;
    readonly clock: Clock;
    /** Null when nobody is logged in or the session is over. */
    readonly user: CurrentUser | null;
    /** Whose session ran out, so that what was typed can be kept for them. */
    readonly expiredUserId: number | null;
    /** For the Content-Security-Policy of this response. */
    readonly nonce: string;
    readonly clientAddress: string;
  }
}

export type AppContext = AppLoadContext;

export function createLoadContext({ db, clock, publicUrl }: { db: Db; clock: Clock; publicUrl: URL }, request: ExpressRequest, response: ExpressResponse): AppContext {
  const session = readSession({ db, clock }, readSessionCookie(request.headers.cookie ?? null));
  return {
    db,
    clock,
    user: session.state === "valid" ? session.user : null,
    expiredUserId: session.state === "expired" ? session.userId : null,
    nonce: String(response.locals["nonce"]),
    clientAddress: clientAddress(request, publicUrl.protocol === "https:"),
  };
}
