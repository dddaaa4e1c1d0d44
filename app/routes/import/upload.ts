import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { fileRefusals } from "#app/i18n/de/import.ts";
import { receiveList } from "./receive-list.server.ts";

/** The same upload for JavaScript, which wants to show its progress and reads JSON. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "measure:import");
  const received = await receiveList(request, { db: context.db, clock: context.clock, user });
  return received.ok ? Response.json({ address: `/massnahmen/import/${received.batchId}` }) : Response.json({ problem: fileRefusals[received.code] }, { status: 400 });
}

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "measure:import");
  return redirect("/massnahmen/import");
}
