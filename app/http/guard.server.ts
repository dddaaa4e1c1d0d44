import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler } from "express";
import { sendRefusal, type RefusedStatus } from "./refusal-page.server.ts";

/**
 * Stands in front of everything else and turns away what Remix would answer with 500 or believe:
 * odd methods, foreign hosts, foreign origins, malformed addresses. X-Forwarded-Host is never believed.
 */
export type Judged = { readonly status: RefusedStatus; readonly headers?: Readonly<Record<string, string>> };

const METHODS = ["GET", "HEAD", "POST"];
const MAX_URL_LENGTH = 8_000;
const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

export type IncomingRequest = { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders };

/** Null when the request may pass. */
export function judgeRequest({ method, url, headers }: IncomingRequest, publicUrl: URL): Judged | null {
  if (!METHODS.includes(method)) return { status: 405, headers: { Allow: METHODS.join(", ") } };
  const origin = originOfHost(headers.host, publicUrl);
  if (origin === null) return { status: 421 };
  const path = judgePath(url);
  if (path !== null) return path;
  if (method !== "POST") return null;
  if (!isSameOrigin(headers, origin)) return { status: 403 };
  return headers["content-type"] === undefined || FORM_TYPES.test(headers["content-type"]) ? null : { status: 415 };
}

/** The one origin a browser at this host has; null for a host that is not ours. Local names are always ours. */
function originOfHost(host: string | undefined, publicUrl: URL): string | null {
  if (host === undefined) return null;
  const name = host.toLowerCase();
  if (name === publicUrl.host) return publicUrl.origin;
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(name) ? `http://${name.replace(/:80$/, "")}` : null;
}

function judgePath(url: string): Judged | null {
  if (url.length > MAX_URL_LENGTH) return { status: 414 };
  // Printable ASCII only, from the root: no absolute form, no "*", no fragment, no backslash that a browser reads as a slash.
  if (!/^\/[!-~]*$/.test(url) || /[\\#]/.test(url)) return { status: 400 };
  const [path = "", search = ""] = url.split(/\?(.*)/s);
  const decoded = decode(path);
  if (decoded === null || hasControlCharacter(decoded)) return { status: 400 };
  if (decoded.includes("//") || decoded.includes("\\") || /%2f/i.test(path)) return { status: 404 };
  // A leftover of an older Remix that names a route to run by its file.
  return new URLSearchParams(search).has("_data") ? { status: 400 } : null;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

const hasControlCharacter = (text: string) => [...text].some((character) => character < " " || character === "\u007f");

/**
 * Browsers name the origin with every unsafe request; one that names none, or another, is not from our own pages.
 * Sec-Fetch-Site stands in where a browser leaves Origin out.
 */
function isSameOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers["sec-fetch-site"];
  if (headers.origin !== undefined) return headers.origin === origin && (site === undefined || site === "same-origin" || site === "none");
  return site === "same-origin";
}

export function guard({ publicUrl }: { publicUrl: URL }): RequestHandler {
  return (request, response, next) => {
    const judged = judgeRequest({ method: request.method, url: request.url, headers: request.headers }, publicUrl);
    if (judged === null) {
      delete request.headers["x-forwarded-host"];
      next();
      return;
    }
    sendRefusal(request, response, judged.status, { ...judged.headers, Connection: "close" });
    request.resume();
  };
}
