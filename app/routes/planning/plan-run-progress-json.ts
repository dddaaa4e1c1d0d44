import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { showPlanProgress } from "#app/services/planning/show-plan-run.server.ts";

/** What the progress display asks for several times a second. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return Response.json(unwrap(showPlanProgress({ db: context.db, user }, idParam(params["runId"]))), { headers: { "Cache-Control": "no-store" } });
}
