import { asc, eq } from "drizzle-orm";
import { quarterOf } from "#app/domain/calendar/quarter.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { rankPortfolio } from "#app/domain/prioritisation/rank-portfolio.ts";
import { firstQuarterOf, horizonOf } from "#app/domain/resources/horizon.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { budgetLine, budgetLineMeasure, fundingWindow, measurePair, measureTerms, post, startLimit, teamCapacity, teamStaffing } from "#db/schema/index.ts";
import { loadPortfolio } from "./portfolio.server.ts";

/** Everything the planner computes a plan from, as it stands now. Nothing starts before today's quarter, nor before the horizon. */
export function loadPlannerInput(db: DbOrTx, today: PlainDate): PlannerInput {
  const portfolio = loadPortfolio(db);
  const horizon = horizonOf(portfolio.municipality);
  const present = new Set(portfolio.measures.map((measure) => measure.id));
  const isPresent = (measureId: number) => present.has(measureId);
  const [thisQuarter, firstPlanned] = [quarterOf(today), firstQuarterOf(horizon)];
  const mapped = db.select().from(budgetLineMeasure).orderBy(asc(budgetLineMeasure.measureId)).all();
  return {
    horizon,
    firstQuarter: thisQuarter > firstPlanned ? thisQuarter : firstPlanned,
    measures: portfolio.measures.map(({ id, title, status, leadUnitId, permanentTask, startQuarter, endQuarter, earliestStart, deadline, costItems, staffDemands, benefits }) => ({
      ...{ id, title, status, leadUnitId, permanentTask, startQuarter, endQuarter, earliestStart, deadline },
      ...{ costItems, staffDemands, benefits },
    })),
    dependencies: portfolio.dependencies,
    teams: portfolio.teams,
    capacities: db.select().from(teamCapacity).orderBy(asc(teamCapacity.teamId), asc(teamCapacity.quarter)).all(),
    staffing: db.select().from(teamStaffing).orderBy(asc(teamStaffing.teamId), asc(teamStaffing.fromQuarter)).all(),
    posts: db.select().from(post).orderBy(asc(post.id)).all(),
    budgetFrames: portfolio.budgetFrames,
    budgetLines: db
      .select()
      .from(budgetLine)
      .where(eq(budgetLine.limitsPlan, true))
      .orderBy(asc(budgetLine.id))
      .all()
      .map((line) => ({ ...line, measureIds: mapped.filter(({ budgetLineId, measureId }) => budgetLineId === line.id && isPresent(measureId)).map(({ measureId }) => measureId) })),
    terms: {
      measures: db.select().from(measureTerms).orderBy(asc(measureTerms.measureId)).all().filter((each) => isPresent(each.measureId)),
      windows: db.select().from(fundingWindow).orderBy(asc(fundingWindow.id)).all().filter((each) => isPresent(each.measureId)),
      pairs: db.select().from(measurePair).orderBy(asc(measurePair.id)).all().filter(({ firstId, secondId }) => isPresent(firstId) && isPresent(secondId)),
      startLimits: db.select().from(startLimit).orderBy(asc(startLimit.orgUnitId)).all(),
    },
    switches: [],
    priorities: rankPortfolio(portfolio).entries.map(({ measureId, position, scoreTenths }) => ({ measureId, place: position, score: scoreTenths === null ? null : scoreTenths / 10 })),
  };
}
