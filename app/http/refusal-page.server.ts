import type { Request, Response } from "express";
import { t } from "#app/i18n/de/shell.ts";

export type RefusedStatus = 400 | 403 | 404 | 405 | 408 | 413 | 414 | 415 | 421 | 429 | 500 | 503;

/**
 * Answers a request that never reaches a page: JSON under /api, otherwise a small page of its own.
 * It is rendered without React and without styles or scripts, so that it holds under any Content-Security-Policy.
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
  else response.type("html").send(page(status, title, advice));
}

const page = (status: number, title: string, advice: string): string => `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} – ${t("product")}</title></head>
<body><main><p>${status}</p><h1>${title}</h1><p>${advice}</p><p><a href="/">${t("toOverview")}</a></p></main></body>
</html>
`;
