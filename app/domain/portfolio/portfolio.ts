import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Dependency, Measure } from "#app/domain/measures/measure.ts";
import type { BudgetKind, BudgetSystem, OrgUnitKind, RaterGroupKind } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type { SurveyAnswer } from "#app/domain/prioritisation/survey-answers.ts";
import type { AdoptedWindow } from "#app/domain/resources/earmarked-grants.ts";
import type { GroupWeight, PriorityOverride, RoundInForce } from "#app/domain/prioritisation/round.ts";

/**
 * Everything a municipality plans, as plain data: what the ranking, the timeline, the resource sums, a frozen version
 * and every report are computed from. Archived measures are not in it.
 */
export type Portfolio = {
  readonly municipality: Municipality;
  readonly orgUnits: readonly OrgUnit[];
  readonly actionFields: readonly ActionField[];
  readonly goals: readonly Goal[];
  readonly measures: readonly Measure[];
  readonly dependencies: readonly Dependency[];
  readonly teams: readonly Team[];
  /** Effective ones: entered by hand or from the staffing, with the posts that the plan counts on. */
  readonly capacities: readonly TeamCapacity[];
  readonly budgetFrames: readonly BudgetFrame[];
  /** Funding windows the plan counts on; missing where there are none. */
  readonly adoptedWindows?: readonly AdoptedWindow[] | undefined;
  readonly criteria: readonly Criterion[];
  readonly raterGroups: readonly RaterGroup[];
  readonly ratings: readonly Rating[];
  /** What surveys said; missing where none was imported. */
  readonly surveyAnswers?: readonly SurveyAnswer[] | undefined;
  /** Criteria weights of groups that have their own; missing in versions frozen before groups could. */
  readonly groupWeights?: readonly GroupWeight[] | undefined;
  /** Places given by hand; missing in versions frozen before there were any. */
  readonly overrides?: readonly PriorityOverride[] | undefined;
  /** Where criteria, groups and ratings come from; missing in versions frozen before there were rounds. */
  readonly round?: RoundInForce | undefined;
};

export type Municipality = {
  readonly name: string;
  /** ISO 3166-2 without the country: "NW". */
  readonly land: string;
  readonly population: number | null;
  readonly budgetSystem: BudgetSystem;
  readonly productPattern: string;
  readonly accountPattern: string;
  readonly firstFiscalYear: number;
  /** Number of fiscal years planned, the budget year included. */
  readonly fiscalHorizon: number;
  /** 2: a two-year budget (Doppelhaushalt); missing in versions frozen before it was asked. */
  readonly budgetPeriodYears?: number | undefined;
  /** "#rrggbb" */
  readonly brandColour: string;
  readonly isDemonstration: boolean;
};

export type OrgUnit = {
  readonly id: number;
  readonly parentId: number | null;
  readonly kind: OrgUnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly position: number;
};

export type ActionField = { readonly id: number; readonly name: string; readonly description: string; readonly position: number };
export type Goal = { readonly id: number; readonly actionFieldId: number | null; readonly title: string; readonly description: string; readonly position: number };
/** `archived`: takes no new work, but measures may still name it. */
export type Team = { readonly id: number; readonly orgUnitId: number; readonly name: string; readonly position: number; readonly archived?: true | undefined };

/** Person-days the team can give to measures in the quarter. No entry: unknown. */
export type TeamCapacity = { readonly teamId: number; readonly quarter: Quarter; readonly personDays: number };

/** No entry for a year and kind: no frame is set, which is not a frame of zero. */
export type BudgetFrame = { readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly amountCents: Cents };

export type Criterion = {
  readonly id: number;
  readonly name: string;
  readonly question: string;
  /** 0 to 100; shares are computed from the sum of all weights. */
  readonly weight: number;
  /** A high rating is bad (risk) and counts as 4 minus the rating. */
  readonly reversed: boolean;
  readonly position: number;
  /** Sentences for levels 0 to 4, in this order; an empty list where none are written. */
  readonly levels: readonly string[];
};

export type RaterGroup = { readonly id: number; readonly name: string; readonly kind: RaterGroupKind; readonly weight: number; readonly position: number };

/** `value` 0 to 4; null is "kann ich nicht beurteilen" and counts for nothing. */
export type Rating = {
  readonly measureId: number;
  readonly criterionId: number;
  readonly userId: number;
  readonly raterGroupId: number;
  readonly value: number | null;
};
