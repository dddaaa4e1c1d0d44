import type { LoaderFunctionArgs } from "@remix-run/node";
import { readRunIds } from "#app/forms/scenarios.ts";
import { busyResponse, fileResponse } from "#app/http/file-response.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { comparisonFormats, exportPlanComparison } from "#app/services/planning/compare-plans.server.ts";

/** The comparison as a file: vergleich.pdf, vergleich.xlsx or vergleich.csv. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const user = requireUser(request, context);
  const { pathname, searchParams } = new URL(request.url);
  const format = comparisonFormats.find((each) => pathname.endsWith(`.${each}`));
  if (format === undefined) throw refusalResponse({ code: "missing" });
  const result = unwrap(await exportPlanComparison({ db: context.db, clock: context.clock, user }, readRunIds(searchParams), format, process.cwd()));
  return result.state === "busy" ? busyResponse() : fileResponse(result.file, request);
}
