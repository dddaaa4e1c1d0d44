import { can } from "#app/domain/permissions/permissions.ts";
import { gapHundredths } from "#app/domain/planning/plan.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listPlanRuns as readPlanRuns, type ListedRuns, type PlanRunRow } from "#db/queries/plan-runs.server.ts";
import { progressOf } from "./plan-runs-in-progress.server.ts";

export type ListedRun = PlanRunRow & { readonly isWaiting: boolean; /** Null without a plan. */ readonly gap: number | null };

/** Newest first, each with how good its plan is. */
export function listPlanRuns({ db, user }: Pick<ServiceContext, "db" | "user">, asked: ListedRuns) {
  if (!can(user, "plan:read")) return forbidden();
  return ok({
    runs: readPlanRuns(db, asked).map((run): ListedRun => {
      const { objective, bound } = run;
      return { ...run, isWaiting: (progressOf(db, run.id)?.waitingFor ?? 0) > 0, gap: objective === null || bound === null ? null : gapHundredths({ objective, bound }) };
    }),
  });
}
