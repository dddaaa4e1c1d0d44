import { budgetKinds } from "#app/domain/measures/vocabulary.ts";
import type { BudgetFrame, Team, TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import { budgetByYear, burdenOf } from "#app/domain/resources/budget-by-year.ts";
import type { CostedMeasure } from "#app/domain/resources/dated-costs.ts";
import type { AdoptedWindow } from "#app/domain/resources/earmarked-grants.ts";
import type { Horizon } from "#app/domain/resources/horizon.ts";
import { staffByQuarter, type StaffedMeasure } from "#app/domain/resources/staff-by-quarter.ts";
import type { TimelineHeat } from "./timeline-entry.ts";

export type HeatSources = {
  readonly staffed: readonly StaffedMeasure[];
  readonly costed: readonly CostedMeasure[];
  readonly teams: readonly Team[];
  readonly capacities: readonly TeamCapacity[];
  readonly budgetFrames: readonly BudgetFrame[];
  readonly adoptedWindows: readonly AdoptedWindow[];
};

/** What the plan without its ideas takes of staff and money in the years shown: the figures of the pages on staff and on the budget. */
export function timelineHeat({ staffed, costed, teams, capacities, budgetFrames, adoptedWindows }: HeatSources, years: Horizon): TimelineHeat {
  const staff = staffByQuarter({ measures: staffed, teams, capacities, horizon: years, scope: "planned" });
  const budget = budgetByYear({ measures: costed, budgetFrames, horizon: years, scope: "planned", adoptedWindows });
  const nameOf = new Map(teams.map((team) => [team.id, team.name]));
  return {
    teams: staff.rows.flatMap(({ addressee, cells }) => {
      const name = addressee.kind === "team" ? nameOf.get(addressee.teamId) : undefined;
      if (addressee.kind !== "team" || name === undefined) return [];
      return [{ id: addressee.teamId, name, cells: cells.map(({ quarter, internal, unknownCount, capacity }) => ({ quarter, demand: internal, unknownCount, capacity })) }];
    }),
    budget: budgetKinds.map((kind) => ({
      kind,
      cells: budget.cells
        .filter((cell) => cell.budgetKind === kind)
        .map((cell) => ({ fiscalYear: cell.fiscalYear, expense: burdenOf(cell), unknownCount: cell.unknownExpenseCount, frame: cell.frame })),
    })),
  };
}
