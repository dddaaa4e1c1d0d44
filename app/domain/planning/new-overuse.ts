import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { cents, type Cents } from "#app/domain/money/cents.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { budgetByYear, burdenOf } from "#app/domain/resources/budget-by-year.ts";
import type { Horizon } from "#app/domain/resources/horizon.ts";
import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { staffByQuarter } from "#app/domain/resources/staff-by-quarter.ts";

/** A limit of the whole plan that is exceeded by more than before the move. */
export type NewOveruse =
  | { readonly kind: "budget"; readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly before: Cents; readonly after: Cents }
  | { readonly kind: "staff"; readonly teamId: number; readonly quarter: Quarter; readonly before: number; readonly after: number };

export type LimitedPlan = Pick<Portfolio, "measures" | "teams" | "capacities" | "budgetFrames" | "adoptedWindows">;

/**
 * What putting some measures elsewhere exceeds. The whole plan is summed once, as it stands, and the measures' own shares are
 * exchanged in it: sums of person-days, expense and grants are sums over measures.
 * @param changed each measure as it stands in the plan and as it would
 */
export function newOveruse({ changed, plan, horizon, scope }: { readonly changed: ReadonlyArray<{ readonly before: Measure; readonly after: Measure }>; readonly plan: LimitedPlan; readonly horizon: Horizon; readonly scope: PlanScope }): NewOveruse[] {
  const { measures, teams, capacities, budgetFrames, adoptedWindows } = plan;
  const budgetOf = (of: readonly Measure[]) => budgetByYear({ measures: of, budgetFrames, horizon, scope, adoptedWindows }).cells;
  const staffOf = (of: readonly Measure[]) => teamCells(staffByQuarter({ measures: of, teams, capacities, horizon, scope }));
  const [without, withIt] = [changed.map(({ before }) => before), changed.map(({ after }) => after)];

  const [ownBefore, ownAfter] = [budgetOf(without), budgetOf(withIt)];
  const isAnyBudget = ownAfter.some((cell, index) => burdenOf(cell) > burdenOf(ownBefore[index] ?? cell));
  const budget = (isAnyBudget ? budgetOf(measures) : []).flatMap((cell, index): NewOveruse[] => {
    const [own, next] = [ownBefore[index], ownAfter[index]];
    if (cell.frame === null || own === undefined || next === undefined) return [];
    const burden = burdenOf(cell);
    const [before, after] = [Math.max(0, burden - cell.frame), Math.max(0, burden - burdenOf(own) + burdenOf(next) - cell.frame)];
    return after > before ? [{ kind: "budget", fiscalYear: cell.fiscalYear, budgetKind: cell.budgetKind, before: cents(before), after: cents(after) }] : [];
  });

  const [staffBefore, staffAfter] = [staffOf(without), staffOf(withIt)];
  const more = [...staffAfter].filter(([key, cell]) => cell.capacity !== null && cell.internal > (staffBefore.get(key)?.internal ?? 0));
  const asked = new Set(more.map(([, { teamId }]) => teamId));
  const whole = staffOf(measures.filter(({ staffDemands }) => staffDemands.some(({ teamId }) => teamId !== null && asked.has(teamId))));
  const staff = more.flatMap(([key, { teamId, quarter, capacity, internal }]): NewOveruse[] => {
    const total = whole.get(key)?.internal ?? 0;
    const limit = capacity ?? 0;
    const [before, after] = [Math.max(0, total - limit), Math.max(0, total - (staffBefore.get(key)?.internal ?? 0) + internal - limit)];
    return after > before ? [{ kind: "staff", teamId, quarter, before, after }] : [];
  });
  return [...budget, ...staff];
}

type StaffCellOf = { readonly teamId: number; readonly quarter: Quarter; readonly capacity: number | null; readonly internal: number };

function teamCells({ rows }: ReturnType<typeof staffByQuarter>): Map<string, StaffCellOf> {
  return new Map(
    rows.flatMap(({ addressee, cells }) =>
      addressee.kind === "team" ? cells.map(({ quarter, capacity, internal }) => [`${addressee.teamId} ${quarter}`, { teamId: addressee.teamId, quarter, capacity, internal }] as const) : [],
    ),
  );
}
