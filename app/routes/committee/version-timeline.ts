import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { showVersionTimeline } from "#app/services/committee/version-timeline.server.ts";

/** The picture in the version's page; what it shows never changes, who may see it can. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { svg } = unwrap(showVersionTimeline({ db: context.db, clock: context.clock, user }, idParam(params["id"])));
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml; charset=utf-8", "Cache-Control": "private, max-age=300" } });
}
