import { matchesCode } from "#app/domain/administration/settings.ts";
import type { BudgetKind, BudgetSystem, CashDirection } from "#app/domain/measures/vocabulary.ts";
import type { Municipality } from "#app/domain/portfolio/portfolio.ts";

export type BudgetCode = { readonly budgetProduct: string; readonly budgetAccount: string };
export type CodeProblem = { readonly field: keyof BudgetCode; readonly code: "codeMissing" | "codePattern"; readonly pattern: string };
export type CodeRules = Pick<Municipality, "budgetSystem" | "productPattern" | "accountPattern">;

/** Cameral budgets (Kameralistik) name one budget item, nkf and doppik a product and an account. */
export const needsProduct = (system: BudgetSystem): boolean => system !== "kameral";

/** The first thing that is wrong with a line's codes by the municipality's patterns, or null. */
export function checkCodes({ budgetProduct, budgetAccount }: BudgetCode, { budgetSystem, productPattern, accountPattern }: CodeRules): CodeProblem | null {
  if (budgetProduct === "" && needsProduct(budgetSystem)) return { field: "budgetProduct", code: "codeMissing", pattern: productPattern };
  if (budgetProduct !== "" && matchesCode(productPattern, budgetProduct) === false) return { field: "budgetProduct", code: "codePattern", pattern: productPattern };
  if (budgetAccount === "") return { field: "budgetAccount", code: "codeMissing", pattern: accountPattern };
  if (matchesCode(accountPattern, budgetAccount) === false) return { field: "budgetAccount", code: "codePattern", pattern: accountPattern };
  return null;
}

export type AccountMeaning = { readonly budgetKind: BudgetKind; readonly direction: CashDirection };

/**
 * What an account says by its class alone; null where it does not.
 * Doppik: 4 revenue, 5 expense, 6 and 7 payments in and out, of which 68 and 78 are of investment, 0 assets (IMK-Kontenrahmen).
 * Cameral: the digit that begins the group (Gruppierung) after the dot: 0 to 2 revenue and 4 to 8 expense of the
 * administrative budget, 3 revenue and 9 expense of the capital budget.
 */
export function meaningOfAccount(budgetAccount: string, system: BudgetSystem): AccountMeaning | null {
  if (system === "kameral") {
    const group = /^\d+[./ -](\d)/.exec(budgetAccount)?.[1];
    if (group === undefined) return null;
    return { budgetKind: group === "3" || group === "9" ? "investive" : "consumptive", direction: "0123".includes(group) ? "revenue" : "expense" };
  }
  if (/^68/.test(budgetAccount)) return { budgetKind: "investive", direction: "revenue" };
  if (/^(?:78|0)/.test(budgetAccount)) return { budgetKind: "investive", direction: "expense" };
  if (/^[46]/.test(budgetAccount)) return { budgetKind: "consumptive", direction: "revenue" };
  if (/^[57]/.test(budgetAccount)) return { budgetKind: "consumptive", direction: "expense" };
  return null;
}
