import { can } from "#app/domain/permissions/permissions.ts";
import { heldBecause, type ChainedMeasure } from "#app/domain/planning/move-with-dependents.ts";
import type { JudgedPlan } from "#app/domain/planning/move-breaks.ts";
import { horizonOf, type Horizon } from "#app/domain/resources/horizon.ts";
import type { CurrentUser } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { loadPlanningTerms } from "#db/queries/planning-terms.server.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";

export type PlanToJudge = { readonly plan: JudgedPlan; readonly horizon: Horizon };

/** What a move is judged by. Read outside of the transaction, since it is kept between moves: what a move writes is decided by row versions inside. */
export function planToJudge(db: Db): PlanToJudge {
  const plan = loadPortfolio(db);
  return { plan, horizon: horizonOf(plan.municipality) };
}

/** The measures as far as moving some along with another one goes, each with what keeps this person from moving it. */
export function chainedMeasures(db: Db, user: CurrentUser): ChainedMeasure[] {
  const fixed = new Set(loadPlanningTerms(db).measures.flatMap((terms) => (terms.fixed ? [terms.measureId] : [])));
  return loadPortfolio(db).measures.map(({ id, status, startQuarter, endQuarter, earliestStart, deadline, leadUnitId }) => ({
    ...{ id, status, startQuarter, endQuarter, earliestStart, deadline },
    held: heldBecause({ status, fixed: fixed.has(id), mayMove: can(user, "plan:edit", { leadUnitId }) }),
  }));
}
