import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileResponse } from "#app/http/file-response.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { exportVersionText } from "#app/services/reports/export-version.server.ts";

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return fileResponse(unwrap(exportVersionText({ db: context.db, clock: context.clock, user }, idParam(params["id"]))), request);
}
