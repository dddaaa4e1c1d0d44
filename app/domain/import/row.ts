import type { MeasureContent } from "#app/domain/measures/content.ts";
import type { Benefit, CostItem } from "#app/domain/measures/measure.ts";
import type { ActionField, Goal, OrgUnit } from "#app/domain/portfolio/portfolio.ts";
import type { Cell } from "./cell.ts";
import type { ColumnMapping, ImportField } from "./fields.ts";
import type { ProblemCode, RowProblem } from "./problems.ts";
import type { WordChoices } from "./words.ts";

/** One row of the file as it was stored. */
export type ImportRow = {
  readonly rowNumber: number;
  readonly cells: readonly Cell[];
  /** Amounts in cents a person confirmed, by column position. */
  readonly confirmedAmounts: Readonly<Record<string, number>>;
};

export type ProposedCost = Omit<CostItem, "id" | "rowVersion">;
export type ProposedDemand = { readonly personDays: number | null; readonly orgUnitId: number; readonly note: string };
export type ProposedBenefit = Omit<Benefit, "id" | "rowVersion">;

/** Content in the making: what the row says so far. */
export type ContentDraft = { -readonly [F in keyof MeasureContent]?: MeasureContent[F] };

/** What a row says about a measure. A content field that the row says nothing about is absent, so that an update leaves it alone. */
export type ReadRow = {
  readonly rowNumber: number;
  /** Empty where the row has none. */
  readonly title: string;
  readonly content: Partial<MeasureContent>;
  readonly costItems: readonly ProposedCost[];
  readonly staffDemand: ProposedDemand | null;
  readonly benefits: readonly ProposedBenefit[];
  readonly problems: readonly RowProblem[];
};

/** What rows are read against. */
export type ReadingContext = {
  readonly headings: readonly string[];
  readonly columns: ColumnMapping;
  readonly orgUnits: ReadonlyArray<Pick<OrgUnit, "id" | "name" | "shortName">>;
  readonly actionFields: ReadonlyArray<Pick<ActionField, "id" | "name">>;
  readonly goals: ReadonlyArray<Pick<Goal, "id" | "title">>;
  readonly wordChoices: WordChoices;
};

/** The row under way: its cells by field, and where its problems are noted. */
export type RowReader = {
  readonly row: ImportRow;
  readonly context: ReadingContext;
  /** Null where the field has no column or the cell is blank. */
  readonly cell: (field: ImportField) => { readonly cell: Cell; readonly text: string; readonly column: number; readonly heading: string } | null;
  readonly note: (code: ProblemCode, field: ImportField, details?: Partial<RowProblem>) => void;
};
