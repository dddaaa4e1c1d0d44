import type { IncomingMessage } from "node:http";

const MEGABYTE = 1_048_576;
export const GENERAL_LIMIT = MEGABYTE;
export const UPLOAD_LIMIT = 12 * MEGABYTE;

/** How much a request may bring: much only where files are taken in, and only from people who are logged in. */
export const bodyLimit = (path: string, isLoggedIn: boolean): number => (isLoggedIn && /^\/(?:massnahmen|ressourcen\/haushalt\/stellen)\/import(\/|\.data$|$)/.test(path) ? UPLOAD_LIMIT : GENERAL_LIMIT);

/**
 * The whole body, or null when it is larger than allowed; then the rest is thrown away as it comes, so that the
 * sender gets to read the answer. Never holds more than the limit.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > limit) {
    request.resume();
    return Promise.resolve(null);
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve(null);
      }
    });
    request.once("end", () => resolve(size > limit ? null : Buffer.concat(chunks)));
    request.once("error", reject);
    request.once("aborted", () => reject(new Error("the request was aborted")));
  });
}
