import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { cents, type Cents } from "#app/domain/money/cents.ts";
import type { Horizon } from "#app/domain/resources/horizon.ts";
import { moveShare, type SharedMeasure } from "./move-share.ts";
import type { PlaceChange } from "./plan-move.ts";
import type { TimelineHeat } from "./timeline-entry.ts";

/** A limit of the whole plan that is exceeded by more than before the move. */
export type NewOveruse =
  | { readonly kind: "budget"; readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly before: Cents; readonly after: Cents }
  | { readonly kind: "staff"; readonly teamId: number; readonly quarter: Quarter; readonly before: number; readonly after: number };

/** What the whole plan takes of staff and budget as it stands, and what the measures that change ask for. */
export type PlanSums = { readonly heat: TimelineHeat; readonly years: Horizon; readonly shares: ReadonlyMap<number, SharedMeasure> };

/** What putting measures elsewhere exceeds: their own shares are exchanged in the sums of the whole plan. */
export function newOveruse(changes: readonly PlaceChange[], { heat, years, shares }: PlanSums): NewOveruse[] {
  const differences = new Map<string, number>();
  const add = (key: string, amount: number) => differences.set(key, (differences.get(key) ?? 0) + amount);
  for (const { measureId, before, after } of changes) {
    const measure = shares.get(measureId);
    if (measure === undefined) continue;
    for (const [place, sign] of [[before, -1], [after, 1]] as const) {
      const { staff, budget } = moveShare(measure, place, years);
      for (const { teamId, quarter, demand } of staff) add(`${teamId} ${quarter}`, sign * demand);
      for (const { kind, fiscalYear, expense } of budget) add(`${kind} ${fiscalYear}`, sign * expense);
    }
  }
  const excess = (key: string, taken: number, limit: number | null) => {
    const difference = differences.get(key) ?? 0;
    if (limit === null || difference <= 0) return null;
    const [before, after] = [Math.max(0, taken - limit), Math.max(0, taken + difference - limit)];
    return after > before ? { before, after } : null;
  };
  const budget = heat.budget
    .flatMap(({ kind, cells }) =>
      cells.flatMap(({ fiscalYear, expense, frame }): Array<Extract<NewOveruse, { kind: "budget" }>> => {
        const more = excess(`${kind} ${fiscalYear}`, expense, frame);
        return more === null ? [] : [{ kind: "budget", fiscalYear, budgetKind: kind, before: cents(more.before), after: cents(more.after) }];
      }),
    )
    .sort((a, b) => a.fiscalYear - b.fiscalYear);
  const staff = heat.teams.flatMap(({ id, cells }) =>
    cells.flatMap(({ quarter, demand, capacity }): NewOveruse[] => {
      const more = excess(`${id} ${quarter}`, demand, capacity);
      return more === null ? [] : [{ kind: "staff", teamId: id, quarter, ...more }];
    }),
  );
  return [...budget, ...staff];
}
