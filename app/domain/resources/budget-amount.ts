import { ZERO_CENTS, addCents, subtractCents, type Cents } from "#app/domain/money/cents.ts";
import type { YearCost } from "./dated-costs.ts";

/**
 * What one number of a budget table is made of. Amounts are the sums of the known parts; `unknownCount` cost items have
 * no estimate and stay out of them. `measures` names everything behind the number, by id.
 */
export type BudgetAmount = {
  readonly expense: Cents;
  readonly revenue: Cents;
  /** Expense minus revenue. */
  readonly net: Cents;
  readonly unknownCount: number;
  readonly measures: readonly MeasureShare[];
};

export type MeasureShare = { readonly measureId: number; readonly expense: Cents; readonly revenue: Cents; readonly unknownCount: number };

type Part = Pick<YearCost, "measureId" | "direction" | "amountCents">;

export function sumBudget(parts: readonly Part[]): BudgetAmount {
  const shares = new Map<number, MeasureShare>();
  for (const part of parts) shares.set(part.measureId, addPart(shares.get(part.measureId) ?? { measureId: part.measureId, ...NOTHING }, part));
  const measures = [...shares.values()].sort((a, b) => a.measureId - b.measureId);
  const { expense, revenue, unknownCount } = parts.reduce(addPart, NOTHING);
  return { expense, revenue, net: subtractCents(expense, revenue), unknownCount, measures };
}

type Sum = { readonly expense: Cents; readonly revenue: Cents; readonly unknownCount: number };
const NOTHING: Sum = { expense: ZERO_CENTS, revenue: ZERO_CENTS, unknownCount: 0 };

function addPart<S extends Sum>(sum: S, { direction, amountCents }: Part): S {
  if (amountCents === null) return { ...sum, unknownCount: sum.unknownCount + 1 };
  return { ...sum, [direction]: addCents(sum[direction], amountCents) };
}
