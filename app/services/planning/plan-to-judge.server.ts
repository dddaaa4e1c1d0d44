import { quarterRange } from "#app/domain/calendar/quarter.ts";
import type { Dependency } from "#app/domain/measures/measure.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { moveBreaks, type MoveBreak } from "#app/domain/planning/move-breaks.ts";
import type { SharedMeasure } from "#app/domain/planning/move-share.ts";
import { heldBecause, type ChainedMeasure } from "#app/domain/planning/move-with-dependents.ts";
import type { PlaceChange } from "#app/domain/planning/plan-move.ts";
import { timelineHeat, type HeatCost, type HeatDemand } from "#app/domain/planning/timeline-heat.ts";
import { grantsInScope } from "#app/domain/resources/earmarked-grants.ts";
import { firstQuarterOf, horizonOf, lastQuarterOf, type Horizon } from "#app/domain/resources/horizon.ts";
import type { CurrentUser } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { listAdoptedWindows } from "#db/queries/adopted-windows.server.ts";
import { listBudgetFrames } from "#db/queries/budget-frames.server.ts";
import { loadCapacities } from "#db/queries/capacities.server.ts";
import { loadCostedMeasures, loadHeatCosts, loadHeatDemands, loadStaffedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMoveRows, type MoveRow } from "#db/queries/plan-moves.server.ts";
import { loadPlanningTerms } from "#db/queries/planning-terms.server.ts";
import { findMeasure, loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listTeams } from "#db/queries/teams.server.ts";
import { loadTimelineDependencies } from "#db/queries/timeline.server.ts";

/** What a move is judged by. Read outside of the transaction, since it is kept between moves: what a move writes is decided by row versions inside. */
export type PlanToJudge = { readonly measures: readonly MoveRow[]; readonly dependencies: readonly Dependency[] };

export const planToJudge = (db: Db): PlanToJudge => ({ measures: loadMoveRows(db), dependencies: loadTimelineDependencies(db) });

/** What does not hold with these changes. An idea that is moved is judged among the ideas and the plan together, everything else by the plan alone. */
export function breaksAfter(db: Db, changes: readonly PlaceChange[]): MoveBreak[] {
  const plan = planToJudge(db);
  const years = horizonOf(loadMunicipality(db));
  const withIdeas = plan.measures.find(({ id }) => id === changes[0]?.measureId)?.status === "idea";
  const shares = new Map(changes.map(({ measureId }) => [measureId, shareOf(db, measureId, withIdeas)]));
  return moveBreaks({ changes, plan, sums: { heat: heatOf(db, years, withIdeas), years, shares } });
}

function shareOf(db: Db, measureId: number, withIdeas: boolean): SharedMeasure {
  const measure = findMeasure(db, measureId);
  if (measure === null) throw new Error(`no measure ${measureId} to judge`);
  const { id, permanentTask, costItems, staffDemands } = measure;
  return { id, permanentTask, costItems, staffDemands, status: counted(measure.status, withIdeas), window: listAdoptedWindows(db).find((window) => window.measureId === id) ?? null };
}

const counted = <Status extends string>(status: Status, withIdeas: boolean): Status | "planned" => (withIdeas && status === "idea" ? "planned" : status);

function heatOf(db: Db, years: Horizon, withIdeas: boolean) {
  const windows = listAdoptedWindows(db);
  const scope = withIdeas ? "all" : "planned";
  return timelineHeat(
    {
      demands: withIdeas ? demandsWithIdeas(db) : loadHeatDemands(db),
      costs: withIdeas ? costsWithIdeas(db) : loadHeatCosts(db),
      teams: listTeams(db, "active"),
      capacities: loadCapacities(db, quarterRange(firstQuarterOf(years), lastQuarterOf(years))),
      budgetFrames: listBudgetFrames(db),
      grants: windows.length === 0 ? [] : grantsInScope({ measures: loadCostedMeasures(db), windows, scope }).grants,
    },
    years,
  );
}

const demandsWithIdeas = (db: Db): HeatDemand[] =>
  loadStaffedMeasures(db).flatMap(({ staffDemands, status, startQuarter, endQuarter, permanentTask }) => staffDemands.map((demand) => ({ ...demand, startQuarter, endQuarter, permanentTask, status: counted(status, true) })));

const costsWithIdeas = (db: Db): HeatCost[] =>
  loadCostedMeasures(db).flatMap(({ costItems, status, startQuarter, endQuarter, permanentTask }) => costItems.map((item) => ({ ...item, startQuarter, endQuarter, permanentTask, status: counted(status, true) })));

/** The measures as far as moving some along with another one goes, each with what keeps this person from moving it. */
export function chainedMeasures(db: Db, user: CurrentUser): ChainedMeasure[] {
  const fixed = new Set(loadPlanningTerms(db).measures.flatMap((terms) => (terms.fixed ? [terms.measureId] : [])));
  return loadMoveRows(db).map(({ id, status, startQuarter, endQuarter, earliestStart, deadline, leadUnitId }) => ({
    ...{ id, status, startQuarter, endQuarter, earliestStart, deadline },
    held: heldBecause({ status, fixed: fixed.has(id), mayMove: can(user, "plan:edit", { leadUnitId }) }),
  }));
}
