import { yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { CostItem, Measure, StaffDemand } from "#app/domain/measures/measure.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { costByQuarter } from "#app/domain/resources/cost-by-quarter.ts";
import { earmarkedGrants, type AdoptedWindow } from "#app/domain/resources/earmarked-grants.ts";
import { lastQuarterOf, type Horizon } from "#app/domain/resources/horizon.ts";
import { claimsMoney, claimsStaff } from "#app/domain/resources/plan-scope.ts";
import { demandByQuarter } from "#app/domain/resources/staff-by-quarter.ts";
import type { Placement } from "./reschedule.ts";

/** What a measure asks of staff and budget, wherever it stands. */
export type SharedMeasure = Pick<Measure, "id" | "status" | "permanentTask"> & {
  readonly costItems: ReadonlyArray<Omit<CostItem, "title" | "estimateNote" | "rowVersion">>;
  readonly staffDemands: ReadonlyArray<Pick<StaffDemand, "teamId" | "basis" | "personDays" | "staffSource">>;
  /** The one whose grant the plan counts on. */
  readonly window: AdoptedWindow | null;
};

/** Person-days and cents, unknown ones counted beside. Only quarters and years in which there is something. */
export type MoveShare = {
  readonly staff: ReadonlyArray<{ readonly teamId: number; readonly quarter: Quarter; readonly demand: number; readonly unknownCount: number }>;
  readonly budget: ReadonlyArray<{ readonly fiscalYear: number; readonly kind: BudgetKind; readonly expense: number; readonly unknownCount: number }>;
};

/**
 * The measure's part of the strip under the timeline when it stands at this place: what to take out of the strip where it
 * stood, and to put in where it would stand. Ideas have none, as there. Exactly the figures of `timelineHeat`.
 */
export function moveShare(measure: SharedMeasure, place: Placement, years: Horizon): MoveShare {
  const placed = { ...measure, ...place };
  const [last, isShown] = [lastQuarterOf(years), (year: number) => year >= years.firstYear && year <= years.lastYear];
  const staff = new Map<string, { teamId: number; quarter: Quarter; demand: number; unknownCount: number }>();
  if (claimsStaff(placed, "planned")) {
    for (const demand of measure.staffDemands) {
      const { teamId } = demand;
      if (teamId === null) continue;
      for (const { quarter, personDays } of demandByQuarter(placed, demand, last) ?? []) {
        if (!isShown(yearOfQuarter(quarter))) continue;
        const key = `${teamId} ${quarter}`;
        const cell = staff.get(key) ?? { teamId, quarter, demand: 0, unknownCount: 0 };
        if (personDays === null) cell.unknownCount += 1;
        else if (demand.staffSource === "internal") cell.demand += personDays;
        staff.set(key, cell);
      }
    }
  }
  const budget = new Map<string, { fiscalYear: number; kind: BudgetKind; expense: number; unknownCount: number }>();
  const cellOf = (fiscalYear: number, kind: BudgetKind) => {
    const cell = budget.get(`${fiscalYear} ${kind}`) ?? { fiscalYear, kind, expense: 0, unknownCount: 0 };
    budget.set(`${fiscalYear} ${kind}`, cell);
    return cell;
  };
  if (claimsMoney(placed, "planned")) {
    for (const item of measure.costItems) {
      if (item.direction !== "expense") continue;
      const unknownYears = new Set<number>();
      for (const { quarter, amountCents } of costByQuarter(placed, item, last) ?? []) {
        const year = yearOfQuarter(quarter);
        if (!isShown(year)) continue;
        if (amountCents === null) unknownYears.add(year);
        else cellOf(year, item.budgetKind).expense += amountCents;
      }
      for (const year of unknownYears) cellOf(year, item.budgetKind).unknownCount += 1;
    }
    for (const { fiscalYear, budgetKind, amountCents } of grantsAt(placed)) if (isShown(fiscalYear)) cellOf(fiscalYear, budgetKind).expense -= amountCents;
  }
  return { staff: [...staff.values()].filter((cell) => cell.demand > 0 || cell.unknownCount > 0), budget: [...budget.values()] };
}

/** A measure that does not start in its window loses the grant. */
function grantsAt(placed: SharedMeasure & Placement) {
  const { window, startQuarter } = placed;
  const isWithin = window !== null && startQuarter !== null && startQuarter >= window.opensQuarter && startQuarter <= window.closesQuarter;
  return isWithin ? earmarkedGrants({ measure: placed, window }) : [];
}
