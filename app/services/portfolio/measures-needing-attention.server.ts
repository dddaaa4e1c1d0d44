import { measuresWith, type MeasureFindingCode } from "#app/domain/portfolio/attention.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { confirmationTimes } from "#db/queries/attention.server.ts";
import { loadWatchedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadPlanAround } from "#db/queries/portfolio.server.ts";

/** Exactly the measures the start page counts under a finding, so that its link keeps what it promises. The caller has checked who may read the plan. */
export function measuresNeedingAttention({ db, clock }: Pick<ServiceContext, "db" | "clock">, code: MeasureFindingCode): number[] {
  const plan = { ...loadPlanAround(db, loadWatchedMeasures(db)), confirmedAt: confirmationTimes(db) };
  return measuresWith({ code, measures: plan.measures, plan, today: clock.today() });
}
