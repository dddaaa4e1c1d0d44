import { createHash } from "node:crypto";

/** Something to be downloaded under its name. Files of frozen versions never change, yet who may see them can: so only private copies, checked again. */
export function fileResponse(file: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }, request: Request): Response {
  const etag = `"${createHash("sha256").update(file.bytes).digest("base64url").slice(0, 32)}"`;
  const headers = { "Cache-Control": "private, no-cache", ETag: etag };
  if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(file.bytes), {
    headers: { ...headers, "Content-Type": file.mediaType, "Content-Disposition": `attachment; filename="${file.name}"`, "Content-Length": String(file.bytes.length) },
  });
}

/** Too many of them at once; the client may come back. */
export const busyResponse = (): Response => new Response(null, { status: 503, statusText: "busy", headers: { "Retry-After": "10" } });
