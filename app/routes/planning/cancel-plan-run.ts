import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/planner.ts";
import { cancelPlanRun } from "#app/services/planning/cancel-plan-run.server.ts";
import { runPath } from "./plan-run-paths.ts";

/** Who comes here by address, such as after a log-in, finds the run. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "planner:run");
  return redirect(runPath(idParam(params["runId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const runId = idParam(params["runId"]);
  const result = await cancelPlanRun({ db: context.db, clock: context.clock, user }, runId);
  if (result.ok) return redirectWithMessage(runPath(runId), t(result.value.hasPlan ? "done.cancelled" : "done.cancelledEmpty"), "info");
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  const [problem] = result.refusal.fields[""] ?? [];
  return redirectWithMessage(runPath(runId), problemText(problem ?? { code: "other" }), "warning");
}
