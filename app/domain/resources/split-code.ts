import { matchesCode } from "#app/domain/administration/settings.ts";
import type { BudgetCode, CodeRules } from "./budget-codes.ts";

/**
 * Product and account out of one cell ("1115/528100", "1115.528100", "1115 528100", "1115528100"): where exactly one cut
 * gives two codes of the municipality's patterns. Null where none does, or more than one.
 */
export function splitCode(text: string, { productPattern, accountPattern }: Pick<CodeRules, "productPattern" | "accountPattern">): BudgetCode | null {
  const parts = text.split(/\s*[/|;]\s*|\s+/);
  if (parts.length === 2) return { budgetProduct: parts[0] ?? "", budgetAccount: parts[1] ?? "" };
  const found: BudgetCode[] = [];
  for (let cut = 1; cut < Math.min(text.length, 80); cut += 1) {
    const budgetProduct = text.slice(0, cut);
    const budgetAccount = text.slice(cut).replace(/^[.-]/, "");
    if (matchesCode(productPattern, budgetProduct) === true && matchesCode(accountPattern, budgetAccount) === true) found.push({ budgetProduct, budgetAccount });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}
