import { budgetKinds, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { cents, subtractCents, type Cents } from "#app/domain/money/cents.ts";
import type { BudgetFrame } from "#app/domain/portfolio/portfolio.ts";
import { sumBudget, type BudgetAmount } from "./budget-amount.ts";
import { datedCosts, type CostedMeasure, type UndatedCost } from "./dated-costs.ts";
import { grantsInScope, type AdoptedWindow } from "./earmarked-grants.ts";
import { yearsOf, type Horizon } from "./horizon.ts";
import type { PlanScope } from "./plan-scope.ts";

/** One fiscal year and kind. The three frame figures are null where no frame is set, which is not a frame of zero. */
export type BudgetCell = BudgetAmount & {
  readonly fiscalYear: number;
  readonly budgetKind: BudgetKind;
  readonly frame: Cents | null;
  /** What is left of the frame after the expense that no earmarked grant pays; never negative. */
  readonly free: Cents | null;
  /** By how much that expense exceeds the frame; zero where it does not. */
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
  /** Windows the plan counted on and whose measures no longer start within them: their grants are in no sum. */
  readonly lapsed: readonly AdoptedWindow[];
};

/**
 * The planned budget against its frames. A frame limits the expense, not the net amount: revenue may not be set off
 * against expenses in a municipal budget (gross principle, Bruttoprinzip, e.g. § 11 KomHVO NRW). Only the grant of an
 * adopted funding window, which may be used for nothing but its measure, relieves the frame (app/decisions).
 */
export function budgetByYear({
  measures,
  budgetFrames,
  horizon,
  scope,
  adoptedWindows = [],
}: {
  readonly measures: readonly CostedMeasure[];
  readonly budgetFrames: readonly BudgetFrame[];
  readonly horizon: Horizon;
  readonly scope: PlanScope;
  readonly adoptedWindows?: readonly AdoptedWindow[] | undefined;
}): BudgetByYear {
  const { inHorizon, outside, undated } = datedCosts({ measures, horizon, scope });
  const { grants, lapsed } = grantsInScope({ measures, windows: adoptedWindows, scope });
  const years = yearsOf(horizon);
  const grantsInHorizon = grants.filter(({ fiscalYear }) => fiscalYear >= horizon.firstYear && fiscalYear <= horizon.lastYear);
  const [costsAt, grantsAt] = [byYearAndKind(inHorizon), byYearAndKind(grants)];
  const cells = years.flatMap((fiscalYear) =>
    budgetKinds.map((budgetKind) => {
      const amount = sumBudget(costsAt(fiscalYear, budgetKind), grantsAt(fiscalYear, budgetKind));
      const frame = budgetFrames.find((each) => each.fiscalYear === fiscalYear && each.budgetKind === budgetKind)?.amountCents ?? null;
      return { fiscalYear, budgetKind, ...amount, ...compareWithFrame(burdenOf(amount), frame) };
    }),
  );
  const totals = budgetKinds.map((budgetKind) => {
    const frames = cells.filter((cell) => cell.budgetKind === budgetKind).map((cell) => cell.frame);
    const isHere = (each: { readonly budgetKind: BudgetKind }) => each.budgetKind === budgetKind;
    return { budgetKind, ...sumBudget(inHorizon.filter(isHere), grantsInHorizon.filter(isHere)), frame: sumUnlessMissing(frames) };
  });
  const grantsOutside = grants.filter((grant) => !grantsInHorizon.includes(grant));
  return { years, cells, totals, outside: sumBudget(outside, grantsOutside), undated, lapsed };
}

/** In one go, since the costs of a large plan are many and its cells a dozen. */
function byYearAndKind<Dated extends { readonly fiscalYear: number; readonly budgetKind: BudgetKind }>(list: readonly Dated[]): (fiscalYear: number, budgetKind: BudgetKind) => readonly Dated[] {
  const groups: Record<BudgetKind, Map<number, Dated[]>> = { investive: new Map(), consumptive: new Map() };
  for (const each of list) {
    const group = groups[each.budgetKind].get(each.fiscalYear);
    if (group === undefined) groups[each.budgetKind].set(each.fiscalYear, [each]);
    else group.push(each);
  }
  return (fiscalYear, budgetKind) => groups[budgetKind].get(fiscalYear) ?? [];
}

/** What a frame has to bear: the expense that no earmarked grant pays. */
export const burdenOf = ({ expense, earmarked }: Pick<BudgetAmount, "expense" | "earmarked">): Cents => subtractCents(expense, earmarked);

export function compareWithFrame(burden: Cents, frame: Cents | null): Pick<BudgetCell, "frame" | "free" | "overuse"> {
  if (frame === null) return { frame, free: null, overuse: null };
  const difference = subtractCents(frame, burden);
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
