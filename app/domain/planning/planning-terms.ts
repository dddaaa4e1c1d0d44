import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Cents } from "#app/domain/money/cents.ts";

/** What the planner must know of a measure beyond its sheet. A measure without an entry has the values of `noTerms`. */
export type MeasureTerms = {
  readonly measureId: number;
  /** For a measure without dates; one with start and end lasts as long as they say. Null: unknown. */
  readonly durationQuarters: number | null;
  /** Must be in the plan, such as what a law demands. */
  readonly mandatory: boolean;
  /** Stays at its dates, whatever the planner finds. */
  readonly fixed: boolean;
  /** The window whose grant the plan counts on; set when a plan is adopted. */
  readonly fundingWindowId: number | null;
  readonly rowVersion: number;
};

export const noTerms = (measureId: number): MeasureTerms => ({ measureId, durationQuarters: null, mandatory: false, fixed: false, fundingWindowId: null, rowVersion: 0 });

/**
 * A programme a measure may be paid from if it starts within the window, so not before approval. The grant is the rate
 * of its one-off expense, at most `maxGrantCents`; running costs are never paid.
 */
export type FundingWindow = {
  readonly id: number;
  readonly measureId: number;
  readonly programme: string;
  readonly opensQuarter: Quarter;
  readonly closesQuarter: Quarter;
  /** 1 to 100. */
  readonly ratePercent: number;
  readonly maxGrantCents: Cents | null;
  /** Without the grant the measure is not done. */
  readonly required: boolean;
  readonly note: string;
  readonly rowVersion: number;
};

/** "excludes": at most one of the two. "savesTogether": both together save `savingCents` once. */
export const measurePairKinds = ["excludes", "savesTogether"] as const;
export type MeasurePairKind = (typeof measurePairKinds)[number];

export type MeasurePair = {
  readonly id: number;
  readonly kind: MeasurePairKind;
  readonly firstId: number;
  readonly secondId: number;
  /** For "savesTogether". */
  readonly savingCents: Cents | null;
  readonly reason: string;
  readonly rowVersion: number;
};

/** At most so many measures led by the unit (units below it not counted) may start in one quarter. */
export type StartLimit = { readonly orgUnitId: number; readonly startsPerQuarter: number; readonly rowVersion: number };

export type PlanningTerms = {
  readonly measures: readonly MeasureTerms[];
  readonly windows: readonly FundingWindow[];
  readonly pairs: readonly MeasurePair[];
  readonly startLimits: readonly StartLimit[];
};
