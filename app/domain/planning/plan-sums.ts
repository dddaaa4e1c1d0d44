import { yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { ZERO_CENTS, type Cents } from "#app/domain/money/cents.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { effectiveCapacities, USUAL_PERSON_DAYS_PER_FTE } from "#app/domain/resources/effective-capacity.ts";
import { quartersOf, yearsOf } from "#app/domain/resources/horizon.ts";
import { staffByQuarter } from "#app/domain/resources/staff-by-quarter.ts";
import { estimate } from "./assumptions.ts";
import type { ComparedRun } from "./compare-plans.ts";
import { noTerms } from "./planning-terms.ts";
import type { PlannerMeasure } from "./planner-input.ts";

/**
 * Expense of the planned measures in one fiscal year and kind, what the grants the plan counts on pay of it, and the frame for
 * the rest (null: none).
 */
export type PlannedMoney = { readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly expense: Cents; readonly grants: Cents; readonly unknownCount: number; readonly frame: Cents | null };

/**
 * Own staff asked of teams and units in one fiscal year, in person-days. `capacity` sums what is known of the teams;
 * `unknownQuarters` team quarters are not.
 */
export type PlannedStaff = { readonly fiscalYear: number; readonly personDays: number; readonly unknownCount: number; readonly capacity: number; readonly unknownQuarters: number };

/** The measures of the plan at the dates it gives them, with assumed figures where it assumed them. */
export function plannedMeasures({ plan, input, settings }: ComparedRun): PlannerMeasure[] {
  const termsOf = new Map(input.terms.measures.map((each) => [each.measureId, each]));
  const measureOf = new Map(input.measures.map((each) => [each.id, each]));
  return plan.placed.flatMap(({ measureId, startQuarter, endQuarter, assumed }) => {
    const measure = measureOf.get(measureId);
    if (measure === undefined) return [];
    const figures = assumed.length === 0 ? measure : estimate(measure, termsOf.get(measureId) ?? noTerms(measureId), settings).estimated.measure;
    return [{ ...figures, startQuarter, endQuarter }];
  });
}

/** By year, investive before consumptive. An expense without an estimate that falls in several years is one in `unknownCount`. */
export function moneyOfPlan(run: ComparedRun): { readonly cells: readonly PlannedMoney[]; readonly unknownCount: number } {
  const { horizon, budgetFrames, terms } = run.input;
  const counted = new Set(run.plan.placed.map((each) => each.fundingWindowId));
  const adoptedWindows = terms.windows.filter((window) => counted.has(window.id));
  const { years, cells, totals } = budgetByYear({ measures: plannedMeasures(run), budgetFrames, horizon, scope: "all", adoptedWindows });
  const byYear = years.flatMap((fiscalYear) =>
    budgetKinds.map((budgetKind): PlannedMoney => {
      const cell = cells.find((each) => each.fiscalYear === fiscalYear && each.budgetKind === budgetKind);
      return { fiscalYear, budgetKind, expense: cell?.expense ?? ZERO_CENTS, grants: cell?.earmarked ?? ZERO_CENTS, unknownCount: cell?.unknownExpenseCount ?? 0, frame: cell?.frame ?? null };
    }),
  );
  return { cells: byYear, unknownCount: totals.reduce((sum, { unknownExpenseCount }) => sum + unknownExpenseCount, 0) };
}

export function staffOfPlan(run: ComparedRun): PlannedStaff[] {
  const { horizon, teams, capacities, staffing, posts } = run.input;
  const active = teams.filter((team) => team.archived !== true);
  const quarters = quartersOf(horizon);
  const known = effectiveCapacities({ entered: capacities, staffing, posts }, active.map((team) => team.id), quarters);
  const cells = staffByQuarter({ measures: plannedMeasures(run), teams, capacities: [], horizon, scope: "all" }).rows.flatMap((row) => row.cells);
  return yearsOf(horizon).map((fiscalYear) => {
    const ofYear = cells.filter((cell) => yearOfQuarter(cell.quarter) === fiscalYear);
    const capacityOfYear = known.filter((each) => yearOfQuarter(each.quarter) === fiscalYear);
    return {
      fiscalYear,
      personDays: ofYear.reduce((sum, cell) => sum + cell.internal, 0),
      unknownCount: new Set(ofYear.flatMap((cell) => cell.shares.filter((share) => share.personDays === null).map((share) => share.demandId))).size,
      capacity: capacityOfYear.reduce((sum, each) => sum + each.personDays, 0),
      unknownQuarters: active.length * 4 - capacityOfYear.length,
    };
  });
}

/** Person-days of a year as full posts in hundredths, rounded. */
export const postsOfDays = (personDays: number): number => Math.round((personDays * 100) / (4 * USUAL_PERSON_DAYS_PER_FTE));
