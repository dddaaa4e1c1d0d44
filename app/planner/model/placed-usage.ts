import { addQuarters, yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { FundingWindow } from "#app/domain/planning/planning-terms.ts";
import type { PlannerMeasure } from "#app/domain/planning/planner-input.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { costByQuarter } from "#app/domain/resources/cost-by-quarter.ts";
import { earmarkedGrants } from "#app/domain/resources/earmarked-grants.ts";
import { lastQuarterOf, type Horizon } from "#app/domain/resources/horizon.ts";
import { claimsStaff } from "#app/domain/resources/plan-scope.ts";
import { demandByQuarter } from "#app/domain/resources/staff-by-quarter.ts";
import { frameRow, lineRow, startsRow, teamRow, type Limit } from "./limit-rows.ts";

/** Start and end of a placed measure; no end only for permanent tasks. */
export type Dates = { readonly startQuarter: Quarter; readonly endQuarter: Quarter | null };

export const datesFrom = (startQuarter: Quarter, durationQuarters: number | null): Dates => ({
  startQuarter,
  endQuarter: durationQuarters === null ? null : addQuarters(startQuarter, durationQuarters - 1),
});

type YearOfAccount = { readonly fiscalYear: number; readonly budgetKind: "investive" | "consumptive"; readonly budgetProduct: string; readonly budgetAccount: string; readonly amount: number };

/**
 * What a measure takes of every limited row when it stands at these dates: own staff per team and quarter in person-days,
 * expense per year and kind and per limiting budget line in cents, less the grant of the window, and its start.
 * The figures are those of the staff and budget pages.
 */
export function usageAt(measure: PlannerMeasure, dates: Dates, window: FundingWindow | null, horizon: Horizon, limits: ReadonlyMap<string, Limit>): Map<string, number> {
  const usage = new Map<string, number>();
  const take = (row: string, amount: number) => {
    if (amount !== 0 && limits.has(row)) usage.set(row, (usage.get(row) ?? 0) + amount);
  };
  const placed = { ...measure, ...dates };
  if (claimsStaff(placed, "all")) {
    for (const demand of placed.staffDemands) {
      if (demand.teamId === null || demand.staffSource !== "internal") continue;
      for (const { quarter, personDays } of demandByQuarter(placed, demand, lastQuarterOf(horizon)) ?? []) take(teamRow(demand.teamId, quarter), personDays ?? 0);
    }
  }
  for (const { amount, ...code } of [...expensesOf(placed, horizon), ...grantsOf(placed, window)]) {
    take(frameRow(code.fiscalYear, code.budgetKind), amount);
    take(lineRow(code), amount);
  }
  if (measure.leadUnitId !== null) take(startsRow(measure.leadUnitId, dates.startQuarter), 1);
  // A grant never exceeds the expense it pays, so nothing goes below zero; what it pays in full takes nothing.
  for (const [row, amount] of usage) if (amount <= 0) usage.delete(row);
  return usage;
}

function expensesOf(placed: PlannerMeasure, horizon: Horizon): YearOfAccount[] {
  return placed.costItems.flatMap((item) => {
    if (item.direction !== "expense") return [];
    const { budgetKind, budgetProduct, budgetAccount } = item;
    const byYear = new Map<number, number>();
    for (const { quarter, amountCents } of costByQuarter(placed, item, lastQuarterOf(horizon)) ?? []) {
      const year = yearOfQuarter(quarter);
      byYear.set(year, (byYear.get(year) ?? 0) + (amountCents ?? 0));
    }
    return [...byYear].map(([fiscalYear, amount]) => ({ fiscalYear, budgetKind, budgetProduct, budgetAccount, amount }));
  });
}

const negative = (amount: Cents): number => -amount;

const grantsOf = (placed: PlannerMeasure, window: FundingWindow | null): YearOfAccount[] =>
  window === null ? [] : earmarkedGrants({ measure: placed, window }).map(({ amountCents, ...code }) => ({ ...code, amount: negative(amountCents) }));
