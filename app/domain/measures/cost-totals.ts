import { sumKnown, type PartialSum } from "#app/domain/money/cents.ts";
import type { CostItem } from "./measure.ts";
import { budgetKinds, cashDirections, costRhythms, type BudgetKind, type CashDirection, type CostRhythm } from "./vocabulary.ts";

export type CostTotal = {
  readonly rhythm: CostRhythm;
  readonly direction: CashDirection;
  readonly sum: PartialSum;
  readonly byKind: Readonly<Record<BudgetKind, PartialSum>>;
};

/** Sums of what is written down, one-off and running, expense and revenue apart: they are never netted. Kinds without an item are left out. */
export function costTotals(items: readonly CostItem[]): CostTotal[] {
  return costRhythms.flatMap((rhythm) =>
    cashDirections.flatMap((direction) => {
      const own = items.filter((item) => item.rhythm === rhythm && item.direction === direction);
      if (own.length === 0) return [];
      const sumOf = (kind: BudgetKind) => sumKnown(own.filter((item) => item.budgetKind === kind).map((item) => item.amountCents));
      const [investive, consumptive] = budgetKinds.map(sumOf);
      if (investive === undefined || consumptive === undefined) return [];
      return [{ rhythm, direction, sum: sumKnown(own.map((item) => item.amountCents)), byKind: { investive, consumptive } }];
    }),
  );
}
