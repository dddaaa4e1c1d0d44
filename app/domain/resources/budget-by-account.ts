import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { sumBudget, type BudgetAmount } from "./budget-amount.ts";
import { datedCosts, type CostedMeasure, type YearCost } from "./dated-costs.ts";
import { yearsOf, type Horizon } from "./horizon.ts";
import type { PlanScope } from "./plan-scope.ts";

/** One Produkt and Konto over the years. Empty codes mean that none is assigned yet. */
export type AccountRow = {
  readonly budgetProduct: string;
  readonly budgetAccount: string;
  readonly budgetKind: BudgetKind;
  readonly years: ReadonlyArray<BudgetAmount & { readonly fiscalYear: number }>;
  readonly total: BudgetAmount;
};

export type BudgetByAccount = { readonly years: readonly number[]; readonly rows: readonly AccountRow[] };

/** What is planned within the horizon per Produkt, Konto and kind; sorted by code, rows without a code last. */
export function budgetByAccount({ measures, horizon, scope }: { readonly measures: readonly CostedMeasure[]; readonly horizon: Horizon; readonly scope: PlanScope }): BudgetByAccount {
  const years = yearsOf(horizon);
  const groups = new Map<string, YearCost[]>();
  for (const cost of datedCosts({ measures, horizon, scope }).inHorizon) {
    const key = JSON.stringify([cost.budgetProduct, cost.budgetAccount, cost.budgetKind]);
    const group = groups.get(key);
    if (group) group.push(cost);
    else groups.set(key, [cost]);
  }
  const rows = [...groups.values()].flatMap((costs) => {
    const [first] = costs;
    if (first === undefined) return [];
    const { budgetProduct, budgetAccount, budgetKind } = first;
    return [
      {
        budgetProduct,
        budgetAccount,
        budgetKind,
        years: years.map((fiscalYear) => ({ fiscalYear, ...sumBudget(costs.filter((cost) => cost.fiscalYear === fiscalYear)) })),
        total: sumBudget(costs),
      },
    ];
  });
  return { years, rows: rows.sort(byCode) };
}

const byCode = (a: AccountRow, b: AccountRow): number =>
  compareCodes(a.budgetProduct, b.budgetProduct) || compareCodes(a.budgetAccount, b.budgetAccount) || compareCodes(a.budgetKind, b.budgetKind);

function compareCodes(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return 1;
  if (b === "") return -1;
  return a < b ? -1 : 1;
}
