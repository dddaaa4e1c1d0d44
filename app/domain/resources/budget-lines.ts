import type { BudgetKind, CashDirection } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";

/** One line of the budget (Produkt and Konto in a fiscal year), as the municipality's budget plan states it. */
export type BudgetLine = {
  readonly id: number;
  readonly fiscalYear: number;
  readonly budgetProduct: string;
  readonly budgetAccount: string;
  readonly label: string;
  readonly budgetKind: BudgetKind;
  readonly direction: CashDirection;
  /** Ansatz. Null: unknown. */
  readonly appropriationCents: Cents | null;
  /** Bound by contracts and orders. */
  readonly committedCents: Cents | null;
  readonly spentCents: Cents | null;
  /** Verpflichtungsermächtigung: how much may be promised at the cost of later years. */
  readonly commitmentAppropriationCents: Cents | null;
  /** Sperrvermerk: the money may not be used until it is released. */
  readonly locked: boolean;
  readonly lockNote: string;
  /** Deckungsvorschlag or what covers it. */
  readonly coverage: string;
  /** Where it stands in the printed budget: "S. 65–67". */
  readonly budgetReference: string;
  /** Does the planner keep this line as a limit of its own, besides the frame of year and kind? */
  readonly limitsPlan: boolean;
  /** Measures that are paid from it, as mapped by hand; those whose cost items name the codes come on top. */
  readonly measureIds: readonly number[];
  readonly rowVersion: number;
};
