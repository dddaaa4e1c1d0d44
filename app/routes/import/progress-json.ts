import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { showImportProgress } from "#app/services/import/import-runs.server.ts";

/** What the progress display asks for several times a second. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { running } = unwrap(showImportProgress({ db: context.db, user }, idParam(params["id"])));
  return Response.json({ running });
}
