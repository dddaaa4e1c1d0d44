import { euros, type Cents } from "#app/domain/money/cents.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";

/** What the council grants. The investive frame of 2028 is a little too small for what is planned, so that the pages have something to say. */
export const budgetFrames: ReadonlyArray<{ fiscalYear: number; budgetKind: BudgetKind; amount: Cents }> = [
  { fiscalYear: 2027, budgetKind: "investive", amount: euros(1_200_000) },
  { fiscalYear: 2028, budgetKind: "investive", amount: euros(2_850_000) },
  { fiscalYear: 2029, budgetKind: "investive", amount: euros(850_000) },
  { fiscalYear: 2030, budgetKind: "investive", amount: euros(400_000) },
  { fiscalYear: 2027, budgetKind: "consumptive", amount: euros(900_000) },
  { fiscalYear: 2028, budgetKind: "consumptive", amount: euros(1_050_000) },
  { fiscalYear: 2029, budgetKind: "consumptive", amount: euros(1_000_000) },
  { fiscalYear: 2030, budgetKind: "consumptive", amount: euros(1_000_000) },
];
