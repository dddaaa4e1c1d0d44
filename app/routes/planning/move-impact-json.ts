import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { showMoveImpact } from "#app/services/planning/show-move-impact.server.ts";

/** What the picture asks for when a bar is taken up. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return Response.json(unwrap(showMoveImpact({ db: context.db, user }, idParam(params["id"]))), { headers: { "Cache-Control": "no-store" } });
}
