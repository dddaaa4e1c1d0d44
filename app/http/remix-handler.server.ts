import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { keepDraft } from "#app/services/accounts/keep-draft.server.ts";
import type { Clock } from "#app/services/service-context.server.ts";
import { writesAtRest } from "#app/services/writes-beside.server.ts";
import type { Db } from "#db/client.server.ts";
import { addressHandlers } from "./address-handlers.server.ts";
import { bodyLimit, readBody } from "./body.server.ts";
import { readFinished } from "./finished-body.server.ts";
import { sendBody } from "./send-body.server.ts";
import { createLoadContext, type AppContext } from "./load-context.server.ts";
import { sendRefusal } from "./refusal-page.server.ts";

type Options = { readonly db: Db; readonly clock: Clock; readonly publicUrl: URL; readonly build: ServerBuild | (() => Promise<ServerBuild>) };

/**
 * Hands a request that passed the guard to Remix and sends the answer. The body is read before, within its limit,
 * and must be a readable form, so that no action meets a broken one. HEAD is answered as GET without its body.
 */
export function remixHandler({ db, clock, publicUrl, build }: Options): RequestHandler {
  const handle = typeof build === "function" ? createRequestHandler(build) : addressHandlers(build);
  const answer = async (request: ExpressRequest, response: ExpressResponse) => {
    const context = createLoadContext({ db, clock, publicUrl }, request, response);
    const url = new URL(publicUrl.origin + request.originalUrl);
    const init: RequestInit = { method: "GET", headers: webHeaders(request) };
    if (request.method === "POST") {
      const body = await readBody(request, bodyLimit(url.pathname, context.user !== null));
      if (body === null) return sendRefusal(request, response, 413, { Connection: "close" });
      Object.assign(init, { method: "POST", body });
      const form = await readForm(new Request(url, init));
      if (form === null) return sendRefusal(request, response, 400);
      // Writing while another thread does would stop this one until it is done; reading goes on.
      if (!(await writesAtRest(db))) return sendRefusal(request, response, 503, { "Retry-After": "10" });
      keepWhatWasTyped({ db, clock, context }, url, form);
    }
    await send(request, response, await handle(new Request(url, init), context));
  };
  return (request, response, next) => {
    answer(request, response).catch((error: unknown) => (request.destroyed ? response.destroy() : next(error)));
  };
}

function webHeaders(request: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of name.startsWith(":") || name === "x-forwarded-host" ? [] : (values ?? [])) headers.append(name, value);
  }
  // Whoever wrote an empty POST by hand gets an empty form.
  if (request.method === "POST" && !headers.has("Content-Type")) headers.set("Content-Type", "application/x-www-form-urlencoded");
  return headers;
}

async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

/** The session ran out while somebody was typing: their text waits until they are back. */
function keepWhatWasTyped({ db, clock, context }: { db: Db; clock: Clock; context: AppContext }, url: URL, form: FormData): void {
  if (context.expiredUserId === null) return;
  const formPath = url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  const entries = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  keepDraft({ db, clock }, { userId: context.expiredUserId, formPath, entries });
}

async function send(request: ExpressRequest, response: ExpressResponse, answer: Response): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  for (const cookie of answer.headers.getSetCookie()) response.append("Set-Cookie", cookie);
  await sendBody(request, response, await readFinished(answer));
}
