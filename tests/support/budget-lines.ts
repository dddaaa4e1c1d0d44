import { euros } from "#app/domain/money/cents.ts";
import type { BudgetLine } from "#app/domain/resources/budget-lines.ts";

/** A line at the codes of {@link aCostItem}; name only what the test is about. */
export const aBudgetLine = (overrides: Partial<BudgetLine> = {}): BudgetLine => ({
  id: 1,
  fiscalYear: 2027,
  budgetProduct: "1115",
  budgetAccount: "528100",
  label: "Sachmittel Digitalisierung",
  budgetKind: "consumptive",
  direction: "expense",
  appropriationCents: euros(8_000),
  committedCents: null,
  spentCents: null,
  commitmentAppropriationCents: null,
  locked: false,
  lockNote: "",
  coverage: "",
  budgetReference: "",
  limitsPlan: false,
  measureIds: [],
  rowVersion: 1,
  ...overrides,
});
