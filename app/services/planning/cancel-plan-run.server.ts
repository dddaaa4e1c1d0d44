import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { endPlanRun, findPlanRun } from "#db/queries/plan-runs.server.ts";
import { planRunEnded, stopPlanRun } from "./plan-runs-in-progress.server.ts";

/** Ends a run that still searches; the best plan found until then stays. Answers when that is stored. */
export async function cancelPlanRun({ db, clock, user }: ServiceContext, runId: number): Promise<Result<{ readonly hasPlan: boolean }>> {
  const asked = write(db, (tx): Result<null> => {
    if (!can(user, "planner:run")) return forbidden();
    const run = findPlanRun(tx, runId);
    if (run === null) return missing();
    if (run.state !== "running") return invalid("", "runEnded");
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "cancelRun", entity: "planRun", entityId: runId, before: { state: "running" }, after: { state: "cancelled" } });
    return ok(null);
  });
  if (!asked.ok) return asked;
  if (stopPlanRun(db, runId)) await planRunEnded(db, runId);
  else write(db, (tx) => endPlanRun(tx, runId, { state: "cancelled", finishedAt: clock.now(), failure: null, plan: null }));
  return ok({ hasPlan: findPlanRun(db, runId)?.objective !== null });
}
