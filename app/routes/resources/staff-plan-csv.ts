import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPostFilter } from "#app/forms/staff-plan.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { exportStaffPlan } from "#app/services/resources/show-staff-plan.server.ts";

/** The staff plan as a download, filtered like the page. */
export function loader({ request, context }: LoaderFunctionArgs): Response {
  const user = requireUser(request, context);
  const filter = readPostFilter(new URL(request.url).searchParams);
  const { fileName, content } = unwrap(exportStaffPlan({ db: context.db, clock: context.clock, user }, filter));
  return new Response(content, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${fileName}"`, "Cache-Control": "no-store" },
  });
}
