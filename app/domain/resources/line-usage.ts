import type { BudgetKind, CashDirection } from "#app/domain/measures/vocabulary.ts";
import { ZERO_CENTS, cents, subtractCents, type Cents } from "#app/domain/money/cents.ts";
import { sumBudget, type BudgetAmount } from "./budget-amount.ts";
import type { BudgetLine } from "./budget-lines.ts";
import { datedCosts, type CostedMeasure, type YearCost } from "./dated-costs.ts";
import { grantsInScope, type AdoptedWindow, type EarmarkedGrant } from "./earmarked-grants.ts";
import type { Horizon } from "./horizon.ts";
import type { PlanScope } from "./plan-scope.ts";

/** What the measures claim of a line in its year: their cost items of the same kind and direction that name its codes. */
export type LineUsage = {
  readonly line: BudgetLine;
  readonly planned: BudgetAmount;
  /** Planned amount less earmarked grants; of a revenue line the planned revenue. */
  readonly burden: Cents;
  /**
   * Appropriation less the greater of what is planned and what is bound or spent: contracts usually are of planned measures,
   * so both together would count twice. Negative where it does not suffice. Null: the appropriation is unknown, or the
   * line is of revenue, of which nothing is used up.
   */
  readonly free: Cents | null;
};

/** Cost items of one code and year that no line holds; without codes where none is assigned yet. */
export type CostWithoutLine = {
  readonly fiscalYear: number;
  readonly budgetKind: BudgetKind;
  readonly direction: CashDirection;
  readonly budgetProduct: string;
  readonly budgetAccount: string;
  readonly amount: BudgetAmount;
};

type Question = {
  readonly lines: readonly BudgetLine[];
  readonly measures: readonly CostedMeasure[];
  readonly horizon: Horizon;
  readonly scope: PlanScope;
  readonly adoptedWindows: readonly AdoptedWindow[];
};

type Coded = Pick<YearCost, "fiscalYear" | "budgetKind" | "direction" | "budgetProduct" | "budgetAccount">;
const keyOf = ({ fiscalYear, budgetKind, direction, budgetProduct, budgetAccount }: Coded): string => JSON.stringify([fiscalYear, budgetKind, direction, budgetProduct, budgetAccount]);

/** Every line with what is planned on it, in the order of the lines, and the costs of the horizon that no line holds, by year and code. */
export function lineUsage({ lines, measures, horizon, scope, adoptedWindows }: Question): { readonly usages: readonly LineUsage[]; readonly withoutLine: readonly CostWithoutLine[] } {
  const years = [horizon.firstYear, horizon.lastYear, ...lines.map((line) => line.fiscalYear)];
  const reach = { firstYear: Math.min(...years), lastYear: Math.max(...years) };
  const costs = groupBy(datedCosts({ measures, horizon: reach, scope }).inHorizon, keyOf);
  const { grants } = grantsInScope({ measures, windows: adoptedWindows, scope });
  const grantsOf = groupBy(grants, (grant: EarmarkedGrant) => keyOf({ ...grant, direction: "expense" }));
  const usages = lines.map((line) => {
    const key = keyOf(line);
    const planned = sumBudget(costs.get(key) ?? [], grantsOf.get(key) ?? []);
    costs.delete(key);
    const burden = line.direction === "revenue" ? planned.revenue : subtractCents(planned.expense, planned.earmarked);
    return { line, planned, burden, free: freeOf(line, burden) };
  });
  const withoutLine = [...costs.entries()].flatMap(([key, parts]) => {
    const [first] = parts;
    if (first === undefined || first.fiscalYear < horizon.firstYear || first.fiscalYear > horizon.lastYear) return [];
    const { fiscalYear, budgetKind, direction, budgetProduct, budgetAccount } = first;
    return [{ fiscalYear, budgetKind, direction, budgetProduct, budgetAccount, amount: sumBudget(parts, grantsOf.get(key) ?? []) }];
  });
  return { usages, withoutLine: withoutLine.sort(byYearAndCode) };
}

function freeOf({ direction, appropriationCents, committedCents, spentCents }: BudgetLine, burden: Cents): Cents | null {
  if (appropriationCents === null || direction === "revenue") return null;
  const bound = (committedCents ?? ZERO_CENTS) + (spentCents ?? ZERO_CENTS);
  return cents(appropriationCents - Math.max(burden, bound));
}

/** Codes first, those without one last. */
function byYearAndCode(a: CostWithoutLine, b: CostWithoutLine): number {
  const sortKey = (each: CostWithoutLine) => JSON.stringify([each.fiscalYear, each.budgetProduct === "" && each.budgetAccount === "" ? 1 : 0, each.budgetProduct, each.budgetAccount, each.budgetKind, each.direction]);
  const [left, right] = [sortKey(a), sortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function groupBy<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
