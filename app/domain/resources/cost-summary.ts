import type { CostItem } from "#app/domain/measures/measure.ts";
import { sumKnown, type PartialSum } from "#app/domain/money/cents.ts";

/** What a measure costs at a glance, as documented, whatever its dates: one-off amounts and amounts per full year. */
export type CostSummary = {
  readonly oneOffExpense: PartialSum;
  readonly oneOffRevenue: PartialSum;
  readonly yearlyExpense: PartialSum;
  readonly yearlyRevenue: PartialSum;
  readonly itemCount: number;
};

export function summariseCosts(items: ReadonlyArray<Pick<CostItem, "rhythm" | "direction" | "amountCents">>): CostSummary {
  const sum = (rhythm: CostItem["rhythm"], direction: CostItem["direction"]) =>
    sumKnown(items.filter((item) => item.rhythm === rhythm && item.direction === direction).map((item) => item.amountCents));
  return {
    oneOffExpense: sum("oneOff", "expense"),
    oneOffRevenue: sum("oneOff", "revenue"),
    yearlyExpense: sum("running", "expense"),
    yearlyRevenue: sum("running", "revenue"),
    itemCount: items.length,
  };
}
