import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { showPlanPictureBeside } from "#app/services/planning/plan-picture.server.ts";

/** The picture in the page of a run. While the run goes on it changes, so nobody keeps it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { svg } = unwrap(await showPlanPictureBeside({ db: context.db, clock: context.clock, user }, idParam(params["runId"])));
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml; charset=utf-8", "Cache-Control": "no-store" } });
}
