import type { LoaderFunctionArgs } from "@remix-run/node";
import { readTimelineView } from "#app/forms/timeline-view.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { exportTimelineTable } from "#app/services/planning/show-timeline-page.server.ts";

/** The timeline's table as a download, filtered and sorted like the page. */
export function loader({ request, context }: LoaderFunctionArgs): Response {
  const user = requireUser(request, context);
  const view = readTimelineView(new URL(request.url).searchParams);
  const { fileName, content } = unwrap(exportTimelineTable({ db: context.db, clock: context.clock, user }, view));
  return new Response(content, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${fileName}"`, "Cache-Control": "no-store" },
  });
}
