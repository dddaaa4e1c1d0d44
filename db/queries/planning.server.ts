import { count } from "drizzle-orm";
import { quarterOf } from "#app/domain/calendar/quarter.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { rankPortfolio } from "#app/domain/prioritisation/rank-portfolio.ts";
import { firstQuarterOf, horizonOf } from "#app/domain/resources/horizon.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { measure } from "#db/schema/index.ts";
import { listBudgetLines } from "./budget-lines.server.ts";
import { loadCapacitySources } from "./capacities.server.ts";
import { loadPlanningTerms } from "./planning-terms.server.ts";
import { loadPortfolio } from "./portfolio.server.ts";

/** With those that are archived: a measure of how much there is to read. */
export const countMeasures = (db: DbOrTx): number => db.select({ count: count() }).from(measure).get()?.count ?? 0;

/** Everything the planner computes a plan from, as it stands now. Nothing starts before today's quarter, nor before the horizon. */
export function loadPlannerInput(db: DbOrTx, today: PlainDate): PlannerInput {
  const portfolio = loadPortfolio(db);
  const horizon = horizonOf(portfolio.municipality);
  const { entered, staffing, posts } = loadCapacitySources(db);
  const [thisQuarter, firstPlanned] = [quarterOf(today), firstQuarterOf(horizon)];
  return {
    horizon,
    firstQuarter: thisQuarter > firstPlanned ? thisQuarter : firstPlanned,
    measures: portfolio.measures.map(({ id, title, status, leadUnitId, permanentTask, startQuarter, endQuarter, earliestStart, deadline, costItems, staffDemands, benefits }) => ({
      ...{ id, title, status, leadUnitId, permanentTask, startQuarter, endQuarter, earliestStart, deadline },
      ...{ costItems, staffDemands, benefits },
    })),
    dependencies: portfolio.dependencies,
    teams: portfolio.teams,
    capacities: entered,
    staffing,
    posts,
    budgetFrames: portfolio.budgetFrames,
    budgetLines: listBudgetLines(db).filter((line) => line.limitsPlan),
    terms: loadPlanningTerms(db),
    switches: [],
    priorities: rankPortfolio(portfolio).entries.map(({ measureId, position, scoreTenths }) => ({ measureId, place: position, score: scoreTenths / 10 })),
  };
}
