import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { sumBudget, type BudgetAmount } from "./budget-amount.ts";
import { datedCosts, type CostedMeasure, type YearCost } from "./dated-costs.ts";
import { grantsInScope, type AdoptedWindow } from "./earmarked-grants.ts";
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
export function budgetByAccount({
  measures,
  horizon,
  scope,
  adoptedWindows = [],
}: {
  readonly measures: readonly CostedMeasure[];
  readonly horizon: Horizon;
  readonly scope: PlanScope;
  readonly adoptedWindows?: readonly AdoptedWindow[] | undefined;
}): BudgetByAccount {
  const years = yearsOf(horizon);
  const groups = groupByCodes(datedCosts({ measures, horizon, scope }).inHorizon);
  const grants = groupByCodes(grantsInScope({ measures, windows: adoptedWindows, scope }).grants.filter((grant) => years.includes(grant.fiscalYear)));
  const rows = [...groups].flatMap(([key, costs]) => {
    const [first] = costs;
    if (first === undefined) return [];
    const ownGrants = grants.get(key) ?? [];
    const { budgetProduct, budgetAccount, budgetKind } = first;
    return [
      {
        budgetProduct,
        budgetAccount,
        budgetKind,
        years: years.map((fiscalYear) => ({ fiscalYear, ...sumBudget(costs.filter(isIn(fiscalYear)), ownGrants.filter(isIn(fiscalYear))) })),
        total: sumBudget(costs, ownGrants),
      },
    ];
  });
  return { years, rows: rows.sort(byCode) };
}

const isIn = (year: number) => ({ fiscalYear }: { readonly fiscalYear: number }) => fiscalYear === year;

function groupByCodes<C extends Pick<YearCost, "budgetProduct" | "budgetAccount" | "budgetKind">>(coded: readonly C[]): Map<string, C[]> {
  const groups = new Map<string, C[]>();
  for (const each of coded) {
    const key = JSON.stringify([each.budgetProduct, each.budgetAccount, each.budgetKind]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

const byCode = (a: AccountRow, b: AccountRow): number =>
  compareCodes(a.budgetProduct, b.budgetProduct) || compareCodes(a.budgetAccount, b.budgetAccount) || compareCodes(a.budgetKind, b.budgetKind);

function compareCodes(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return 1;
  if (b === "") return -1;
  return a < b ? -1 : 1;
}
