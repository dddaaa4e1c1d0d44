import type { BudgetLine } from "./budget-lines.ts";
import type { StatedLine } from "./read-lines.ts";

type Fields = Omit<BudgetLine, "id" | "rowVersion">;
/** What an import does with one stated line. */
export type LineStep =
  | { readonly kind: "create"; readonly fields: Fields }
  | { readonly kind: "update"; readonly stored: BudgetLine; readonly fields: Fields }
  | { readonly kind: "keep"; readonly stored: BudgetLine };

const EMPTY = {
  label: "",
  appropriationCents: null,
  committedCents: null,
  spentCents: null,
  commitmentAppropriationCents: null,
  locked: false,
  lockNote: "",
  coverage: "",
  budgetReference: "",
  limitsPlan: false,
  measureIds: [],
} as const satisfies Partial<Fields>;

type LineKey = Pick<BudgetLine, "fiscalYear" | "budgetProduct" | "budgetAccount" | "direction">;
const keyOf = ({ fiscalYear, budgetProduct, budgetAccount, direction }: LineKey): string => JSON.stringify([fiscalYear, budgetProduct, budgetAccount, direction]);

/** A stated line goes to the stored one of its year, codes and direction; what it does not say stays, and measures are only added. */
export function planLineImport(stated: readonly StatedLine[], lines: readonly BudgetLine[]): LineStep[] {
  const storedBy = new Map(lines.map((line) => [keyOf(line), line]));
  return stated.map((line) => {
    const stored = storedBy.get(keyOf(line));
    if (stored === undefined) return { kind: "create", fields: { ...EMPTY, ...line } };
    const { id: _id, rowVersion: _rowVersion, ...before } = stored;
    const fields: Fields = { ...before, ...line, measureIds: [...new Set([...stored.measureIds, ...line.measureIds])].sort((a, b) => a - b) };
    const isSame = (Object.keys(fields) as Array<keyof Fields>).every((name) => JSON.stringify(fields[name]) === JSON.stringify(before[name]));
    return isSame ? { kind: "keep", stored } : { kind: "update", stored, fields };
  });
}
