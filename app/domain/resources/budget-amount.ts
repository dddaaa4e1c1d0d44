import { ZERO_CENTS, addCents, subtractCents, type Cents } from "#app/domain/money/cents.ts";
import type { YearCost } from "./dated-costs.ts";

/**
 * What one number of a budget table is made of. Amounts are the sums of the known parts; `unknownCount` cost items have
 * no estimate and stay out of them; an item that falls in several years is one item. `measures` names everything behind the number, by id.
 */
export type BudgetAmount = {
  readonly expense: Cents;
  readonly revenue: Cents;
  /** Expense minus revenue. */
  readonly net: Cents;
  readonly unknownCount: number;
  /** Those of them that are expenses: what the expense alone lacks. */
  readonly unknownExpenseCount: number;
  readonly measures: readonly MeasureShare[];
};

export type MeasureShare = { readonly measureId: number; readonly expense: Cents; readonly revenue: Cents; readonly unknownCount: number };

type Part = Pick<YearCost, "measureId" | "costItemId" | "direction" | "amountCents">;

export function sumBudget(allParts: readonly Part[]): BudgetAmount {
  const parts = withoutRepeatedUnknowns(allParts);
  const shares = new Map<number, MeasureShare>();
  for (const part of parts) shares.set(part.measureId, addPart(shares.get(part.measureId) ?? { measureId: part.measureId, ...NOTHING }, part));
  const measures = [...shares.values()].sort((a, b) => a.measureId - b.measureId);
  const { expense, revenue, unknownCount } = parts.reduce(addPart, NOTHING);
  const unknownExpenseCount = parts.filter((part) => part.direction === "expense" && part.amountCents === null).length;
  return { expense, revenue, net: subtractCents(expense, revenue), unknownCount, unknownExpenseCount, measures };
}

function withoutRepeatedUnknowns(parts: readonly Part[]): Part[] {
  const seen = new Set<number>();
  return parts.filter(({ amountCents, costItemId }) => {
    if (amountCents !== null) return true;
    const isNew = !seen.has(costItemId);
    seen.add(costItemId);
    return isNew;
  });
}

type Sum = { readonly expense: Cents; readonly revenue: Cents; readonly unknownCount: number };
const NOTHING: Sum = { expense: ZERO_CENTS, revenue: ZERO_CENTS, unknownCount: 0 };

function addPart<S extends Sum>(sum: S, { direction, amountCents }: Part): S {
  if (amountCents === null) return { ...sum, unknownCount: sum.unknownCount + 1 };
  return { ...sum, [direction]: addCents(sum[direction], amountCents) };
}
