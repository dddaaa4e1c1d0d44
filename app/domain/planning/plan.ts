import type { Quarter } from "#app/domain/calendar/quarter.ts";

/** Estimates that were missing and assumed for the plan, as its settings said. */
export const assumedFigures = ["duration", "cost", "effort"] as const;
export type AssumedFigure = (typeof assumedFigures)[number];

/** Where a plan puts a measure. */
export type PlannedMeasure = {
  readonly measureId: number;
  readonly startQuarter: Quarter;
  /** Null only for permanent tasks without an end. */
  readonly endQuarter: Quarter | null;
  /** The funding window whose grant pays its share; null: paid alone. */
  readonly fundingWindowId: number | null;
  /** Stood before the planner began: running, resolved or fixed by hand. */
  readonly fixed: boolean;
  readonly assumed: readonly AssumedFigure[];
};

/** Why the planner could not consider a measure at all; "notChosen": it could, and left it out; "excluded": by a measure that stands already. */
export const leftOutReasons = [
  "notChosen",
  "unknownDuration",
  "unknownCost",
  "unknownEffort",
  "tooLong",
  "deadlineBeforeStart",
  "windowPast",
  "predecessorLeftOut",
  "inCycle",
  "excluded",
  "switchedOff",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
export type LeftOutMeasure = { readonly measureId: number; readonly reason: LeftOutReason; readonly mandatory: boolean };

/** A plan as stored: what is shown later is this, never solved again. */
export type Plan = {
  readonly placed: readonly PlannedMeasure[];
  readonly leftOut: readonly LeftOutMeasure[];
  /** Whole numbers; how they are counted stands in app/planner/model. */
  readonly objective: number;
  /** No plan under these limits is worth more. */
  readonly bound: number;
  readonly seed: number;
  /** Of the search whose plan this is; a second thread's are not counted. */
  readonly steps: number;
  /** Threads that searched together; one where nothing is said. Who of them was faster decides, so more than one cannot be repeated exactly. */
  readonly threads?: number;
  /** Of the planner; another version may find another plan. */
  readonly plannerVersion: string;
  /** Only where the search began with another plan: under that plan's own limits this one would be allowed and worth more, so that part of the gain is the search's. */
  readonly beatsItsStart?: boolean;
};

export const planRunStates = ["running", "done", "cancelled", "failed"] as const;
export type PlanRunState = (typeof planRunStates)[number];

/** How far below the best possible plan this one may lie at most, in hundredths of a percent, rounded up: never shown better than it is. */
export function gapHundredths({ objective, bound }: Pick<Plan, "objective" | "bound">): number {
  if (bound <= 0 || objective >= bound) return 0;
  return Math.ceil(((bound - objective) / bound) * 10_000);
}
