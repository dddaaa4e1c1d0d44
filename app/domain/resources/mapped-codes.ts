import type { CostItem } from "#app/domain/measures/measure.ts";
import type { BudgetLine } from "./budget-lines.ts";

type Codes = Pick<BudgetLine, "budgetProduct" | "budgetAccount">;
type CodedItem = Pick<CostItem, "budgetKind" | "direction" | "budgetProduct" | "budgetAccount">;
type MappedLine = Pick<BudgetLine, "id" | "budgetKind" | "direction" | "budgetProduct" | "budgetAccount" | "measureIds">;

/**
 * Where a cost item stands in the budget. "own": it names its account. "mapped": it names none, and the lines its measure
 * was mapped to by hand do. "ambiguous": those lines name several accounts, so nobody knows which. "open": nothing says it.
 */
export type ItemCode = { readonly from: "own" | "open" } | ({ readonly from: "mapped"; readonly lineId: number } & Codes) | { readonly from: "ambiguous"; readonly lineIds: readonly number[] };

/**
 * @param lines those that the item's measure is mapped to, of any year: a mapping tells the account, and the measure's
 * dates tell the year. Only lines of the item's kind and direction count, and of its product where it names one.
 */
export function codeOfItem(item: CodedItem, lines: readonly MappedLine[]): ItemCode {
  if (item.budgetAccount !== "") return { from: "own" };
  const fitting = lines.filter((line) => line.budgetKind === item.budgetKind && line.direction === item.direction && (item.budgetProduct === "" || line.budgetProduct === item.budgetProduct));
  const [first] = fitting;
  if (first === undefined) return { from: "open" };
  const { id: lineId, budgetProduct, budgetAccount } = first;
  const isOne = fitting.every((line) => line.budgetProduct === budgetProduct && line.budgetAccount === budgetAccount);
  return isOne ? { from: "mapped", lineId, budgetProduct, budgetAccount } : { from: "ambiguous", lineIds: fitting.map((line) => line.id) };
}

/** Lines by the measures that were mapped to them by hand. */
export function linesByMeasure<L extends Pick<BudgetLine, "measureIds">>(lines: readonly L[]): ReadonlyMap<number, readonly L[]> {
  const byMeasure = new Map<number, L[]>();
  for (const line of lines) {
    for (const measureId of line.measureIds) {
      const own = byMeasure.get(measureId);
      if (own) own.push(line);
      else byMeasure.set(measureId, [line]);
    }
  }
  return byMeasure;
}

/**
 * The measures with the codes their mapping gives to cost items that name no account. An item that names its account keeps
 * it, so nothing counts twice, and amounts stay what they are: only where they stand changes.
 */
export function withMappedCodes<I extends CodedItem, M extends { readonly id: number; readonly costItems: readonly I[] }>(measures: readonly M[], lines: readonly MappedLine[]): readonly M[] {
  const byMeasure = linesByMeasure(lines);
  if (byMeasure.size === 0) return measures;
  return measures.map((measure) => {
    const own = byMeasure.get(measure.id);
    return own === undefined ? measure : { ...measure, costItems: measure.costItems.map((item) => withCode(item, own)) };
  });
}

function withCode<I extends CodedItem>(item: I, lines: readonly MappedLine[]): I {
  const code = codeOfItem(item, lines);
  return code.from === "mapped" ? { ...item, budgetProduct: code.budgetProduct, budgetAccount: code.budgetAccount } : item;
}
