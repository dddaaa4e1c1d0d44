import type { Cents } from "#app/domain/money/cents.ts";
import type { Criterion } from "#app/domain/portfolio/portfolio.ts";

/** A Variantenvergleich: organisational options, weighed by criteria of their own with the engine that ranks measures. */
export type Comparison = {
  readonly id: number;
  readonly title: string;
  readonly question: string;
  readonly recommendation: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
  readonly rowVersion: number;
  /** Both in their order. */
  readonly criteria: readonly Criterion[];
  readonly options: readonly ComparisonOption[];
};

export type ComparisonOption = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly oneOffCents: Cents | null;
  readonly yearlyCents: Cents | null;
  /** Full-time posts in hundredths: 1,5 VZÄ is 150; null where unknown. */
  readonly postHundredths: number | null;
};

/** `value` 0 to 4; null is "kann ich nicht beurteilen" and counts for nothing. */
export type OptionRating = {
  readonly optionId: number;
  readonly criterionId: number;
  readonly userId: number;
  readonly value: number | null;
  readonly note: string;
};

/** What an officer writes: rows in their order, `id` null on new ones. A stored row that is not named goes. */
export type ComparisonContent = Pick<Comparison, "title" | "question" | "recommendation"> & {
  readonly criteria: ReadonlyArray<Omit<Criterion, "id" | "position"> & { readonly id: number | null }>;
  readonly options: ReadonlyArray<Omit<ComparisonOption, "id"> & { readonly id: number | null }>;
};

/**
 * Results are shown to all readers once so many people have rated: with fewer, a mean would tell what one person said,
 * and single ratings belong to the person and the digital officer.
 */
export const RATERS_NEEDED = 3;
