import { timelineHeat } from "#app/domain/planning/timeline-heat.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { grantsInScope, type AdoptedWindow } from "#app/domain/resources/earmarked-grants.ts";
import type { Horizon } from "#app/domain/resources/horizon.ts";

/** The strip under the timeline, from whole measures. */
export function heatOf({ measures, teams, capacities, budgetFrames }: Pick<Portfolio, "measures" | "teams" | "capacities" | "budgetFrames">, years: Horizon, windows: readonly AdoptedWindow[]) {
  const dated = measures.map(({ status, startQuarter, endQuarter, permanentTask, ...rest }) => ({ dates: { status, startQuarter, endQuarter, permanentTask }, ...rest }));
  return timelineHeat(
    {
      demands: dated.flatMap(({ dates, staffDemands }) => staffDemands.map((demand) => ({ ...dates, ...demand }))),
      costs: dated.flatMap(({ dates, costItems }) => costItems.map((item) => ({ ...dates, ...item }))),
      grants: grantsInScope({ measures, windows, scope: "planned" }).grants,
      ...{ teams, capacities, budgetFrames },
    },
    years,
  );
}
