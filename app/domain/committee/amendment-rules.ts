import { matchesCode } from "#app/domain/administration/settings.ts";
import type { FieldProblem } from "#app/domain/result.ts";
import type { AmendmentLine, AmendmentMotion, AmendmentState } from "./amendment.ts";

/** A line before it is stored; null id: a new one. */
export type AmendmentLineContent = Omit<AmendmentLine, "id"> & { readonly id: number | null };
export type AmendmentContent = Pick<AmendmentMotion, "number" | "title" | "applicant" | "movedOn" | "reasoning" | "statement"> & { readonly lines: readonly AmendmentLineContent[] };

/** What was moved is what is voted on: only a draft may change. The administration's statement may follow until the vote. */
export const isContentOpen = (state: AmendmentState): boolean => state === "draft";
export const isStatementOpen = (state: AmendmentState): boolean => state === "draft" || state === "submitted";

/** Where a motion can go from here; each step back corrects a mistake and is recorded like any other. */
export function nextStates(state: AmendmentState): readonly AmendmentState[] {
  if (state === "draft") return ["submitted"];
  return state === "submitted" ? ["adopted", "rejected", "withdrawn", "draft"] : ["submitted"];
}

type Patterns = { readonly productPattern: string; readonly accountPattern: string };

/** What is wrong with a line's codes, by field; a motion may name no product, such as in the kameral system, but always an account. */
export function codeProblems({ budgetProduct, budgetAccount }: Pick<AmendmentLine, "budgetProduct" | "budgetAccount">, patterns: Patterns): { readonly budgetProduct?: FieldProblem; readonly budgetAccount?: FieldProblem } {
  const product = budgetProduct !== "" && matchesCode(patterns.productPattern, budgetProduct) === false;
  const account = budgetAccount !== "" && matchesCode(patterns.accountPattern, budgetAccount) === false;
  return {
    ...(product ? { budgetProduct: { code: "productPattern", values: { pattern: patterns.productPattern } } } : {}),
    ...(budgetAccount === "" ? { budgetAccount: { code: "accountMissing" } } : account ? { budgetAccount: { code: "accountPattern", values: { pattern: patterns.accountPattern } } } : {}),
  };
}

/** "+0,5", "-1" or "1,5" as hundredths of a post. Null where the text is no number of posts with at most two decimals. */
export function readPostDelta(text: string): number | null {
  const match = /^([+\-−–]?)\s?(\d{1,3})(?:,(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const hundredths = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return match[1] === "" || match[1] === "+" || hundredths === 0 ? hundredths : -hundredths;
}
