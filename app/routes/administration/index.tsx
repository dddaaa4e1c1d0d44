import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { openTabs, tabPath } from "./administration-page.tsx";

/** Leads to the first tab this person may open. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const [first] = openTabs(user);
  if (first === undefined) throw refusalResponse({ code: "forbidden" });
  return redirect(tabPath(first));
}
