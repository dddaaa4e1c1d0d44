import { yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { allocate } from "#app/domain/money/allocate.ts";
import { ZERO_CENTS, addCents, cents, sumCents, type Cents } from "#app/domain/money/cents.ts";
import type { FundingWindow } from "#app/domain/planning/planning-terms.ts";
import { oneOffByQuarter } from "./cost-by-quarter.ts";
import type { CostedMeasure } from "./dated-costs.ts";
import { claimsMoney, type PlanScope } from "./plan-scope.ts";

/** A grant that may only be used for its measure, in the year and at the codes whose expense it pays a share of. */
export type EarmarkedGrant = {
  readonly measureId: number;
  readonly fiscalYear: number;
  readonly budgetKind: BudgetKind;
  readonly budgetProduct: string;
  readonly budgetAccount: string;
  readonly amountCents: Cents;
};

/** The window whose grant the plan counts on, as measure_terms names it. */
export type AdoptedWindow = Pick<FundingWindow, "measureId" | "programme" | "opensQuarter" | "closesQuarter" | "ratePercent" | "maxGrantCents">;

type GrantTerms = Pick<FundingWindow, "ratePercent" | "maxGrantCents">;
type GrantedMeasure = Omit<CostedMeasure, "status">;

/** The rate of the expense, cut to whole cents, at most the programme's maximum. */
export function grantTotal(expense: Cents, { ratePercent, maxGrantCents }: GrantTerms): Cents {
  const share = cents(Number((BigInt(expense) * BigInt(ratePercent)) / 100n));
  return maxGrantCents === null || share < maxGrantCents ? share : maxGrantCents;
}

/**
 * The grant a measure gets where it stands, spread over years and codes in proportion to the one-off expense there
 * (largest remainder), so that the parts sum to the grant to the cent and none exceeds its expense. Unknown and undated
 * amounts and running costs count for nothing. By year, investive first, then by code; all years, inside the horizon or not.
 */
export function earmarkedGrants({ measure, window }: { readonly measure: GrantedMeasure; readonly window: GrantTerms }): EarmarkedGrant[] {
  const expenses = oneOffExpenses(measure);
  const total = grantTotal(sumCents(expenses.map((each) => each.amountCents)), window);
  if (total === 0) return [];
  const shares = allocate(
    total,
    expenses.map((each) => each.amountCents),
  );
  return expenses.map((each, index) => ({ ...each, amountCents: shares[index] ?? ZERO_CENTS })).filter((grant) => grant.amountCents > 0);
}

/**
 * The grants of all measures with an adopted window. A measure that no longer starts within its window (or starts nobody
 * knows when) loses the grant and is named: a start before approval usually loses it.
 */
export function adoptedGrants({ measures, windows }: { readonly measures: readonly CostedMeasure[]; readonly windows: readonly AdoptedWindow[] }): {
  readonly grants: readonly EarmarkedGrant[];
  readonly lapsed: readonly AdoptedWindow[];
} {
  if (windows.length === 0) return { grants: [], lapsed: [] };
  const grants: EarmarkedGrant[] = [];
  const lapsed: AdoptedWindow[] = [];
  const windowOf = new Map(windows.map((window) => [window.measureId, window]));
  for (const measure of measures) {
    const window = windowOf.get(measure.id);
    if (window === undefined) continue;
    if (startsWithin(measure, window)) grants.push(...earmarkedGrants({ measure, window }));
    else lapsed.push(window);
  }
  return { grants, lapsed };
}

/** As {@link adoptedGrants}, of the measures that claim money in the scope. */
export const grantsInScope = ({ measures, windows, scope }: { readonly measures: readonly CostedMeasure[]; readonly windows: readonly AdoptedWindow[]; readonly scope: PlanScope }) =>
  adoptedGrants({ measures: windows.length === 0 ? [] : measures.filter((measure) => claimsMoney(measure, scope)), windows });

const startsWithin = ({ startQuarter }: Pick<CostedMeasure, "startQuarter">, { opensQuarter, closesQuarter }: AdoptedWindow): boolean =>
  startQuarter !== null && startQuarter >= opensQuarter && startQuarter <= closesQuarter;

function oneOffExpenses(measure: GrantedMeasure): EarmarkedGrant[] {
  const byCode = new Map<string, EarmarkedGrant>();
  for (const item of measure.costItems) {
    if (item.rhythm !== "oneOff" || item.direction !== "expense" || item.amountCents === null) continue;
    const { budgetKind, budgetProduct, budgetAccount } = item;
    for (const { quarter, amountCents } of oneOffByQuarter(measure, item) ?? []) {
      const fiscalYear = yearOfQuarter(quarter);
      const key = JSON.stringify([fiscalYear, budgetKind === "investive" ? 0 : 1, budgetProduct, budgetAccount]);
      const sum = byCode.get(key)?.amountCents ?? ZERO_CENTS;
      byCode.set(key, { measureId: measure.id, fiscalYear, budgetKind, budgetProduct, budgetAccount, amountCents: addCents(sum, amountCents ?? ZERO_CENTS) });
    }
  }
  return [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, expense]) => expense);
}
