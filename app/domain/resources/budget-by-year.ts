import { budgetKinds, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { cents, subtractCents, type Cents } from "#app/domain/money/cents.ts";
import type { BudgetFrame } from "#app/domain/portfolio/portfolio.ts";
import { sumBudget, type BudgetAmount } from "./budget-amount.ts";
import { datedCosts, type CostedMeasure, type UndatedCost } from "./dated-costs.ts";
import { yearsOf, type Horizon } from "./horizon.ts";
import type { PlanScope } from "./plan-scope.ts";

/** One fiscal year and kind. The three frame figures are null where no frame is set, which is not a frame of zero. */
export type BudgetCell = BudgetAmount & {
  readonly fiscalYear: number;
  readonly budgetKind: BudgetKind;
  readonly frame: Cents | null;
  /** What is left of the frame; never negative. */
  readonly free: Cents | null;
  /** By how much the expense exceeds the frame; zero where it does not. */
  readonly overuse: Cents | null;
};

export type BudgetByYear = {
  readonly years: readonly number[];
  /** By year, investive before consumptive. */
  readonly cells: readonly BudgetCell[];
  /** The whole horizon, by kind; with a frame only where every year has one. */
  readonly totals: ReadonlyArray<BudgetAmount & { readonly budgetKind: BudgetKind; readonly frame: Cents | null }>;
  /** One-off amounts before or after the horizon. */
  readonly outside: BudgetAmount;
  readonly undated: readonly UndatedCost[];
};

/**
 * The planned budget against its frames. A frame limits the expense, not the net amount: revenue may not be set off
 * against expenses in a municipal budget (gross principle, Bruttoprinzip, e.g. § 11 KomHVO NRW).
 */
export function budgetByYear({
  measures,
  budgetFrames,
  horizon,
  scope,
}: {
  readonly measures: readonly CostedMeasure[];
  readonly budgetFrames: readonly BudgetFrame[];
  readonly horizon: Horizon;
  readonly scope: PlanScope;
}): BudgetByYear {
  const { inHorizon, outside, undated } = datedCosts({ measures, horizon, scope });
  const years = yearsOf(horizon);
  const cells = years.flatMap((fiscalYear) =>
    budgetKinds.map((budgetKind) => {
      const amount = sumBudget(inHorizon.filter((cost) => cost.fiscalYear === fiscalYear && cost.budgetKind === budgetKind));
      const frame = budgetFrames.find((each) => each.fiscalYear === fiscalYear && each.budgetKind === budgetKind)?.amountCents ?? null;
      return { fiscalYear, budgetKind, ...amount, ...compareWithFrame(amount.expense, frame) };
    }),
  );
  const totals = budgetKinds.map((budgetKind) => {
    const frames = cells.filter((cell) => cell.budgetKind === budgetKind).map((cell) => cell.frame);
    return { budgetKind, ...sumBudget(inHorizon.filter((cost) => cost.budgetKind === budgetKind)), frame: sumUnlessMissing(frames) };
  });
  return { years, cells, totals, outside: sumBudget(outside), undated };
}

export function compareWithFrame(expense: Cents, frame: Cents | null): Pick<BudgetCell, "frame" | "free" | "overuse"> {
  if (frame === null) return { frame, free: null, overuse: null };
  const difference = subtractCents(frame, expense);
  return { frame, free: cents(Math.max(0, difference)), overuse: cents(Math.max(0, -difference)) };
}

function sumUnlessMissing(amounts: ReadonlyArray<Cents | null>): Cents | null {
  let total = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    total += amount;
  }
  return cents(total);
}
