import type { Request, Response } from "express";
import { t } from "#app/i18n/de/shell.ts";

export type RefusedStatus = 400 | 403 | 404 | 405 | 408 | 413 | 414 | 415 | 421 | 429 | 500 | 503;

/**
 * Answers a request that never reaches a page: JSON under /api, an instruction to the page that asked for data, otherwise
 * a small page of its own. That one is rendered without React and without styles or scripts, so that it holds under any
 * Content-Security-Policy.
 */
export function sendRefusal(request: Request, response: Response, status: RefusedStatus, headers: Readonly<Record<string, string>> = {}): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const title = t(`error.${status}.title`);
  const advice = t(`error.${status}.advice`);
  response.status(status).set({ "Cache-Control": "no-store", ...headers });
  if (request.path.startsWith("/api/")) response.json({ error: title, advice });
  else if (request.path.endsWith(".data")) response.set({ "Content-Type": "text/x-script", "X-Remix-Response": "yes" }).send(instruction(request, status));
  else response.type("html").send(page(status, title, advice));
}

const page = (status: number, title: string, advice: string): string => `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} – ${t("product")}</title></head>
<body><main><p>${status}</p><h1>${title}</h1><p>${advice}</p><p><a href="/">${t("toOverview")}</a></p></main></body>
</html>
`;

/**
 * For a page that asked for data in the browser, in the form the Remix client reads. A form that was sent becomes an
 * error of that status, which the page's error view words. A page that was asked for cannot be named here by its route,
 * so the browser is told to load it as a document and gets the refusal, or the page, that way.
 */
function instruction({ method, path, originalUrl }: Request, status: RefusedStatus): string {
  if (method !== "GET" && method !== "HEAD") return `[{"_1":2},"error",["ErrorResponse",3,4,3],"",${status}]\n`;
  // One slash at the front: two would name a foreign host.
  const documentPath = path === "/_root.data" ? "/" : path.slice(0, -".data".length).replace(/^[/\\]+/, "/");
  const search = originalUrl.includes("?") ? originalUrl.slice(originalUrl.indexOf("?")) : "";
  const address = JSON.stringify(documentPath + search);
  return `[["SingleFetchRedirect",1],{"_2":3,"_4":5,"_6":7,"_8":9,"_10":7},"redirect",${address},"status",302,"revalidate",false,"reload",true,"replace"]\n`;
}
