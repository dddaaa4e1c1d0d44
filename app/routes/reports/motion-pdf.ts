import type { LoaderFunctionArgs } from "@remix-run/node";
import { busyResponse, fileResponse } from "#app/http/file-response.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { exportMotion } from "#app/services/committee/export-amendment-motion.server.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const result = unwrap(await exportMotion({ db: context.db, clock: context.clock, user }, idParam(params["motionId"]), process.cwd()));
  return result.state === "busy" ? busyResponse() : fileResponse(result.file, request);
}
