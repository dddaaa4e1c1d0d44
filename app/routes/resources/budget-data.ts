import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { scopeWord } from "#app/forms/resources.ts";
import type { BudgetSelection, showBudget } from "#app/services/resources/show-budget.server.ts";

/** What the budget page and its parts show. */
export type BudgetData = Extract<ReturnType<typeof showBudget>, { ok: true }>["value"] & { readonly scope: PlanScope };

const kindWords = { investive: "investiv", consumptive: "konsumtiv" } as const;

const OUTSIDE = "ausserhalb";

/** The address of the page with the measures behind one number. */
export function selectionPath(scope: PlanScope, selection: BudgetSelection): string {
  if (selection === "outside") return `?${new URLSearchParams({ umfang: scopeWord(scope), art: OUTSIDE })}#dahinter`;
  const { fiscalYear, budgetKind, codes } = selection;
  const params = new URLSearchParams({ umfang: scopeWord(scope), art: kindWords[budgetKind] });
  if (fiscalYear !== null) params.set("jahr", String(fiscalYear));
  if (codes !== null) {
    params.set("produkt", codes.budgetProduct);
    params.set("konto", codes.budgetAccount);
  }
  return `?${params}#dahinter`;
}

/** Null when the address asks about no number. */
export function readSelection(params: URLSearchParams): BudgetSelection | null {
  const word = params.get("art");
  if (word === OUTSIDE) return "outside";
  const budgetKind = word === kindWords.investive ? "investive" : word === kindWords.consumptive ? "consumptive" : null;
  if (budgetKind === null) return null;
  const year = params.get("jahr") ?? "";
  const [budgetProduct, budgetAccount] = [params.get("produkt"), params.get("konto")];
  return {
    fiscalYear: /^\d{4}$/.test(year) ? Number(year) : null,
    budgetKind,
    codes: budgetProduct === null || budgetAccount === null ? null : { budgetProduct, budgetAccount },
  };
}
