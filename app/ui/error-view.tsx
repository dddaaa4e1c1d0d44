import { isRouteErrorResponse } from "@remix-run/react";
import { t } from "#app/i18n/de/shell.ts";

const known = [400, 403, 404, 405, 408, 409, 413, 414, 415, 421, 429, 503] as const;
type KnownStatus = (typeof known)[number];

const statusOf = (error: unknown): KnownStatus | 500 =>
  (isRouteErrorResponse(error) && known.find((status) => status === error.status)) || 500;

/** What a person sees instead of a page: what happened and what to do next; never a stack trace. */
export function ErrorView({ error }: { error: unknown }) {
  const status = statusOf(error);
  return (
    <div className="error-view">
      <p className="error-view__status">{status}</p>
      <h1>{t(`error.${status}.title`)}</h1>
      <p>{t(`error.${status}.advice`)}</p>
      <p>
        <a href="/">{t("toOverview")}</a>
      </p>
    </div>
  );
}
