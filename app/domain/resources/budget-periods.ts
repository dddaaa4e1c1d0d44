import type { Municipality } from "#app/domain/portfolio/portfolio.ts";
import { horizonOf, yearsOf } from "./horizon.ts";

/**
 * "budget": resolved as law, one year or two at once (Doppelhaushalt). "midTerm": the three years after them
 * (mittelfristige Ergebnis- und Finanzplanung, e.g. § 84 GO NRW). "outlook": what lies beyond.
 */
export type YearRole = "budget" | "midTerm" | "outlook";

const MID_TERM_YEARS = 3;

export type BudgetPeriod = { readonly budgetYears: readonly number[]; readonly midTermYears: readonly number[]; readonly outlookYears: readonly number[] };

/** The planned fiscal years by their role. */
export function budgetPeriodOf(municipality: Pick<Municipality, "firstFiscalYear" | "fiscalHorizon" | "budgetPeriodYears">): BudgetPeriod {
  const years = yearsOf(horizonOf(municipality));
  const resolved = municipality.budgetPeriodYears ?? 1;
  return { budgetYears: years.slice(0, resolved), midTermYears: years.slice(resolved, resolved + MID_TERM_YEARS), outlookYears: years.slice(resolved + MID_TERM_YEARS) };
}

/** Null for a year that is not planned, such as one that has passed. */
export function yearRole(period: BudgetPeriod, fiscalYear: number): YearRole | null {
  if (period.budgetYears.includes(fiscalYear)) return "budget";
  if (period.midTermYears.includes(fiscalYear)) return "midTerm";
  return period.outlookYears.includes(fiscalYear) ? "outlook" : null;
}
