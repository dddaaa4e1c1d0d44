import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/http/nonce.ts";

export { startServer } from "#app/http/start-server.server.ts";
export { workOnImport } from "#app/http/import-worker.server.ts";

/**
 * Pages are complete when they are sent: every loader has answered, nothing streams in later. So the page is collected
 * and sent in one piece, which spares a web stream and its many small writes per request.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { nonce } = loadContext;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const page = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(withoutTrailingZeros(chunk));
        done();
      },
      final(done) {
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        resolve(new Response(Buffer.concat(chunks), { headers, status }));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      { nonce, onAllReady: () => pipe(page), onShellError: reject, onError: logRenderError },
    );
  });
}

/**
 * React 18 hands over its whole buffer even where a character of several bytes no longer fitted at its end, which would
 * leave a zero byte in front of an umlaut here and there. A page never holds one of its own.
 */
function withoutTrailingZeros(chunk: Buffer): Buffer {
  let end = chunk.length;
  while (end > 0 && chunk[end - 1] === 0) end -= 1;
  return chunk.subarray(0, end);
}

function logRenderError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

/** Every error no page expected; refusals are responses and do not come here. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) logRenderError(error);
}
