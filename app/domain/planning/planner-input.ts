import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Dependency, Measure } from "#app/domain/measures/measure.ts";
import type { BudgetFrame, Team, TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import type { BudgetLine } from "#app/domain/resources/budget-lines.ts";
import type { Horizon } from "#app/domain/resources/horizon.ts";
import type { Post, TeamStaffing } from "#app/domain/resources/posts.ts";
import type { PlanningTerms } from "./planning-terms.ts";
import type { MeasureSwitch } from "./scenario.ts";

/** What the planner reads of a measure. */
export type PlannerMeasure = Pick<
  Measure,
  "id" | "title" | "status" | "leadUnitId" | "permanentTask" | "startQuarter" | "endQuarter" | "earliestStart" | "deadline" | "costItems" | "staffDemands" | "benefits"
>;

/**
 * Everything a plan and its explanations are computed from, as plain data. It is frozen with every run, so that what was
 * planned can be shown again after the live data has moved on.
 */
export type PlannerInput = {
  readonly horizon: Horizon;
  /** Nothing new starts before it: the quarter of the day the run was started, or the horizon's first. */
  readonly firstQuarter: Quarter;
  readonly measures: readonly PlannerMeasure[];
  readonly dependencies: readonly Dependency[];
  readonly teams: readonly Team[];
  /** Entered by hand; posts and staffing come on top, see effectiveCapacities. */
  readonly capacities: readonly TeamCapacity[];
  readonly staffing: readonly TeamStaffing[];
  readonly posts: readonly Post[];
  readonly budgetFrames: readonly BudgetFrame[];
  readonly budgetLines: readonly BudgetLine[];
  readonly terms: PlanningTerms;
  /** What a scenario decided about single measures; empty for the live plan. */
  readonly switches: ReadonlyArray<{ readonly measureId: number; readonly choice: MeasureSwitch }>;
  /** In the order in force: place from 1 and score of 0 to 100 (null: nobody has rated it). A measure may be missing. */
  readonly priorities: ReadonlyArray<{ readonly measureId: number; readonly place: number | null; readonly score: number | null }>;
};
