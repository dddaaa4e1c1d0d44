import { nextQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { ZERO_CENTS, addCents, type Cents } from "#app/domain/money/cents.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import type { Horizon } from "#app/domain/resources/horizon.ts";
import { claimsMoney, type PlanScope } from "#app/domain/resources/plan-scope.ts";
import { staffByQuarter } from "#app/domain/resources/staff-by-quarter.ts";
import type { Team } from "#app/domain/portfolio/portfolio.ts";
import type { Placement } from "./reschedule.ts";

/** The measure's expense of one fiscal year, both kinds; `unknown` when some of its cost has no estimate. */
export type YearEffect = { readonly fiscalYear: number; readonly before: Cents; readonly after: Cents; readonly unknown: boolean };
/** The measure's own-staff demand on one team in each quarter from `first` to `last`. */
export type StaffEffect = { readonly teamId: number; readonly first: Quarter; readonly last: Quarter; readonly before: number; readonly after: number };
type TeamQuarter = { readonly teamId: number; readonly quarter: Quarter; readonly before: number; readonly after: number };
export type MoveEffects = { readonly years: readonly YearEffect[]; readonly staff: readonly StaffEffect[] };

/** What a move does to money and staff within the horizon: only what changes. */
export function moveEffects({ measure, target, teams, horizon }: { readonly measure: Measure; readonly target: Placement; readonly teams: readonly Team[]; readonly horizon: Horizon }): MoveEffects {
  const scope: PlanScope = claimsMoney(measure, "planned") ? "planned" : "all";
  const moved: Measure = { ...measure, ...target };
  const sums = (version: Measure) => ({
    own: budgetByYear({ measures: [version], budgetFrames: [], horizon, scope }),
    ownStaff: staffByQuarter({ measures: [version], teams, capacities: [], horizon, scope }),
  });
  const [before, after] = [sums(measure), sums(moved)];
  const expenseOf = (budget: typeof before.own, year: number) =>
    budget.cells.filter((cell) => cell.fiscalYear === year).reduce((sum, cell) => addCents(sum, cell.expense), ZERO_CENTS);
  const unknown = measure.costItems.some((item) => item.amountCents === null);
  const years = before.own.years.map((fiscalYear) => ({ fiscalYear, before: expenseOf(before.own, fiscalYear), after: expenseOf(after.own, fiscalYear), unknown }));
  return {
    years: years.some((year) => year.before !== year.after) ? years : [],
    staff: joinQuarters(pairTeams(before.ownStaff, after.ownStaff, (cell) => cell.internal).filter((pair) => pair.before !== pair.after)),
  };
}

type Staff = ReturnType<typeof staffByQuarter>;

function pairTeams(before: Staff, after: Staff, read: (cell: Staff["rows"][number]["cells"][number]) => number): TeamQuarter[] {
  const values = new Map<string, TeamQuarter>();
  for (const [side, staff] of [["before", before], ["after", after]] as const) {
    for (const { addressee, cells } of staff.rows) {
      if (addressee.kind !== "team") continue;
      for (const cell of cells) {
        const key = `${addressee.teamId} ${cell.quarter}`;
        const pair = values.get(key) ?? { teamId: addressee.teamId, quarter: cell.quarter, before: 0, after: 0 };
        values.set(key, { ...pair, [side]: read(cell) });
      }
    }
  }
  return [...values.values()];
}

/** Neighbouring quarters with the same change become one line. */
function joinQuarters(pairs: readonly TeamQuarter[]): StaffEffect[] {
  const joined: StaffEffect[] = [];
  for (const { quarter, ...rest } of pairs) {
    const previous = joined.at(-1);
    const continues = previous && previous.teamId === rest.teamId && previous.before === rest.before && previous.after === rest.after && nextQuarter(previous.last) === quarter;
    if (continues) joined[joined.length - 1] = { ...previous, last: quarter };
    else joined.push({ ...rest, first: quarter, last: quarter });
  }
  return joined;
}
