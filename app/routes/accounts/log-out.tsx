import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { clearedSessionCookie, readSessionCookie } from "#app/http/session-cookie.server.ts";
import { t } from "#app/i18n/de/accounts.ts";
import { closeSession } from "#app/services/accounts/sessions.server.ts";

export const loader = () => redirect("/");

export function action({ request, context }: ActionFunctionArgs) {
  const token = readSessionCookie(request.headers.get("Cookie"));
  if (token !== null) closeSession(context, token);
  return redirectWithMessage("/anmelden", t("loggedOut"), "success", new Headers({ "Set-Cookie": clearedSessionCookie() }));
}
