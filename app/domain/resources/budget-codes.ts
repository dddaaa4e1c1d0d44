import { matchesCode } from "#app/domain/administration/settings.ts";
import type { BudgetSystem } from "#app/domain/measures/vocabulary.ts";
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
