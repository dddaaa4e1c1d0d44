import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import type { Request, Response } from "express";

const gzipBeside = promisify(gzip);
const COMPRESSIBLE = /^(text\/|application\/json|image\/svg\+xml)/;
/** What fits into the first packets of a connection (ten of 1,460 bytes, RFC 6928) arrives no sooner for being smaller. */
const WORTH_COMPRESSING = 14_600;
/** Up to this size compressing at once takes less than handing the work to another thread and back. */
const COMPRESSED_AT_ONCE = 200_000;
/** Bodies are made per request: a fast level saves more time than it costs bytes. */
const LEVEL = 2;

/** Sends a finished body, compressed where that helps. The headers are already set. */
export async function sendBody(request: Request, response: Response, body: string | Buffer | null): Promise<void> {
  if (body === null) {
    response.end();
    return;
  }
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  if (bytes.length < WORTH_COMPRESSING || !COMPRESSIBLE.test(String(response.getHeader("Content-Type")))) {
    response.setHeader("Content-Length", bytes.length).end(bytes);
    return;
  }
  response.vary("Accept-Encoding");
  if (!request.acceptsEncodings("gzip")) {
    response.setHeader("Content-Length", bytes.length).end(bytes);
    return;
  }
  const compressed = bytes.length <= COMPRESSED_AT_ONCE ? gzipSync(bytes, { level: LEVEL }) : await gzipBeside(bytes, { level: LEVEL });
  response.setHeader("Content-Encoding", "gzip").setHeader("Content-Length", compressed.length).end(compressed);
}
