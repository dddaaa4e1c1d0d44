import type { LoaderFunctionArgs } from "@remix-run/node";
import { readTimelineView } from "#app/forms/timeline-view.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { exportTimelineBeside } from "#app/services/planning/export-timeline.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const view = readTimelineView(new URL(request.url).searchParams);
  const { svg, fileName } = unwrap(await exportTimelineBeside({ db: context.db, clock: context.clock, user }, view));
  return new Response(svg, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
