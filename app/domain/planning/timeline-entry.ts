import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Dependency, Measure, Milestone } from "#app/domain/measures/measure.ts";
import type { BudgetKind, PlanningHorizon } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type { AdoptedPlace } from "#app/domain/prioritisation/adopted-place.ts";

export type TimelineMilestone = Pick<Milestone, "id" | "title" | "dueDate" | "reachedOn">;

/** Where a measure stood in the last frozen version. Both null: it had no date. */
export type FrozenPlace = { readonly startQuarter: Quarter | null; readonly endQuarter: Quarter | null };

/** A measure as far as picture, table and list show it. */
export type TimelineEntry = Pick<
  Measure,
  | "id"
  | "rowVersion"
  | "title"
  | "actionFieldId"
  | "leadUnitId"
  | "status"
  | "permanentTask"
  | "planningHorizon"
  | "startQuarter"
  | "endQuarter"
  | "timeframeText"
  | "deadline"
  | "progressPercent"
  | "trafficLight"
> & {
  readonly milestones: readonly TimelineMilestone[];
  readonly priority: AdoptedPlace | null;
  /** May the reader move it? */
  readonly movable: boolean;
  /** Null: it belongs to none of the lanes, and stands in the last one. */
  readonly laneId: number | null;
  /** Further lanes it belongs to, such as those of its other goals; it stands in `laneId` alone. */
  readonly otherLaneIds: readonly number[];
  /** Its place in the last frozen version where that is another one. */
  readonly ghost: FrozenPlace | null;
  /** It is not in the last frozen version; false where there is no version. */
  readonly isNew: boolean;
  /** Its status is "resolved", or was before it began. */
  readonly resolved: boolean;
};

/** The other end of a dependency, not shown itself. */
export type TimelineNeighbour = Pick<Measure, "id" | "title" | "status" | "startQuarter" | "endQuarter">;

/** What grows with the number of measures; goes to the browser as one text, see timeline-columns.ts. */
export type TimelineChart = {
  /** Those with a date within the years shown, and those without any. */
  readonly measures: readonly TimelineEntry[];
  readonly undated: readonly TimelineEntry[];
  readonly others: readonly TimelineNeighbour[];
  /** Those of the measures shown. */
  readonly dependencies: readonly Dependency[];
};

export type TimelineLane = { readonly id: number; readonly name: string };

export const markKinds = ["meeting", "fundingWindow", "legalDeadline"] as const;
export type MarkKind = (typeof markKinds)[number];

/** A date of the whole plan, drawn from top to bottom. */
export type TimelineMark = {
  readonly kind: MarkKind;
  readonly from: PlainDate;
  /** The last day of a window; null for a single day. */
  readonly to: PlainDate | null;
  readonly label: string;
  /** The measures it is about; empty for a meeting, which is about the plan. */
  readonly measureIds: readonly number[];
};

/** The quarters of a planning horizon, both ends included; without a last one it has no end. */
export type HorizonBand = { readonly horizon: PlanningHorizon; readonly first: Quarter; readonly last: Quarter | null };

/** Own staff asked for in person-days by measures with dates; `unknownCount` demands have no number and are in no sum. */
export type HeatTeamCell = { readonly quarter: Quarter; readonly demand: number; readonly unknownCount: number; readonly capacity: number | null };
export type HeatBudgetCell = { readonly fiscalYear: number; readonly expense: Cents; readonly unknownCount: number; readonly frame: Cents | null };

/** What the whole plan takes of staff and money, whatever is filtered. */
export type TimelineHeat = {
  readonly teams: ReadonlyArray<{ readonly id: number; readonly name: string; readonly cells: readonly HeatTeamCell[] }>;
  readonly budget: ReadonlyArray<{ readonly kind: BudgetKind; readonly cells: readonly HeatBudgetCell[] }>;
};
