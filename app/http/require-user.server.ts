import { redirect } from "@remix-run/node";
import { can, type Action, type Resource } from "#app/domain/permissions/permissions.ts";
import type { CurrentUser } from "#app/services/service-context.server.ts";
import type { AppContext } from "./load-context.server.ts";
import { refusalResponse } from "./respond.server.ts";

/** First line of every loader and action: the logged-in user, or off to log-in and back to the same page afterwards. */
export function requireUser(request: Request, context: AppContext): CurrentUser {
  const { user } = context;
  const url = new URL(request.url);
  if (user === null) throw redirect(`/anmelden?weiter=${encodeURIComponent(url.pathname + url.search)}`);
  if (user.mustChangePassword && url.pathname !== "/konto/passwort") throw redirect("/konto/passwort");
  return user;
}

/** For pages whose service has no single resource to ask about: answers 403 unless `can`. */
export function requirePermission(user: CurrentUser, action: Action, resource?: Resource): void {
  if (!can(user, action, resource)) throw refusalResponse({ code: "forbidden" });
}
