import type { LoaderFunctionArgs } from "@remix-run/node";
import { busyResponse, fileResponse } from "#app/http/file-response.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { exportReport } from "#app/services/reports/export-version.server.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const result = unwrap(await exportReport({ db: context.db, clock: context.clock, user }, idParam(params["id"]), "pdf", process.cwd()));
  return result.state === "busy" ? busyResponse() : fileResponse(result.file, request);
}
