import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { finishedResponse, readStream } from "#app/http/finished-body.server.ts";
import { NonceContext } from "#app/http/nonce.ts";

export { startServer } from "#app/http/start-server.server.ts";
export { workBeside } from "#app/http/beside-worker.server.ts";
export { workOnImport } from "#app/http/import-worker.server.ts";

const PAGE_END = "</body></html>";

/**
 * Pages are complete when they are sent: every loader has answered, nothing streams in later. So a page is rendered in
 * one go, and the data it is made of, which Remix would stream in behind it, stand at its end.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const { serverHandoffStream, ...context } = remixContext;
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={context} url={request.url} nonce={nonce} />
    </NonceContext.Provider>,
  );
  const data = serverHandoffStream === undefined ? "" : handoffScript(String(await readStream(serverHandoffStream)), nonce);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return finishedResponse(`<!DOCTYPE html>${page.slice(0, -PAGE_END.length)}${data}${PAGE_END}`, { headers, status });
}

/** What Remix's own server component writes for the data of a page: its browser part reads the queue until it is closed. */
function handoffScript(data: string, nonce: string): string {
  const text = JSON.stringify(data).replace(/[&<>\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `<script nonce="${nonce}">window.__remixContext.streamController.enqueue(${text});window.__remixContext.streamController.close();</script>`;
}

/** Every error no page expected; refusals are responses and do not come here. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
