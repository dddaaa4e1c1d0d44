import type { RunFailure } from "#app/domain/planning/run-failure.ts";
import type { Clock } from "#app/services/service-context.server.ts";
import { write, type Db } from "#db/client.server.ts";
import { dropPlan, endPlanRun, listRunningIds, type PlanRunEnd } from "#db/queries/plan-runs.server.ts";
import type { PlanOutcome } from "./plan-runs-in-progress.server.ts";

type Finished = { readonly outcome: PlanOutcome | null; readonly isCancelled: boolean };
type Program = { readonly db: Db; readonly clock: Clock };

/** Stores how a run ended; nobody's action, so there is no permission to ask for and no entry in the log. */
export function finishPlanRun({ db, clock }: Program, runId: number, { outcome, isCancelled }: Finished): void {
  const end = (state: PlanRunEnd["state"], failure: RunFailure | null, plan: PlanRunEnd["plan"]) => ({ state, finishedAt: clock.now(), failure, plan });
  write(db, (tx) => {
    if (outcome === null) return endPlanRun(tx, runId, end("cancelled", null, null));
    if (outcome.kind === "planned") return endPlanRun(tx, runId, end(isCancelled ? "cancelled" : "done", null, outcome.plan));
    if (outcome.failure.code === "refused") dropPlan(tx, runId);
    return endPlanRun(tx, runId, end("failed", outcome.failure, null));
  });
}

/** At the program's start: what still counts as running was lost with the program that ran it. What it had found stays. */
export function endForgottenRuns({ db, clock }: Program): number {
  return write(db, (tx) => {
    const forgotten = listRunningIds(tx);
    for (const runId of forgotten) endPlanRun(tx, runId, { state: "cancelled", finishedAt: clock.now(), failure: { code: "restart", details: [] }, plan: null });
    return forgotten.length;
  });
}
