import { layoutTimelinePages } from "#app/charts/layout/timeline-pages.ts";
import { layoutTimeline } from "#app/charts/layout/timeline.ts";
import type { TimelineInput, TimelineLayout, TimelineMeasure } from "#app/charts/layout/timeline-model.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Dependency } from "#app/domain/measures/measure.ts";
import { quartersOf, type YearSpan } from "#app/domain/planning/timeline-span.ts";
import type { LaneKind } from "#app/domain/planning/timeline-view.ts";
import { t } from "#app/i18n/de/planning.ts";
import { t as content } from "#app/i18n/de/timeline.ts";
import { formatDate } from "#app/i18n/format.ts";
import { stateLabel } from "./timeline-texts.ts";

type PlanMeasure = TimelineMeasure & { readonly laneId?: number | null };

/** The plan, as far as the timeline shows it; a whole portfolio is one, too. */
export type TimelinePlan = {
  readonly measures: readonly PlanMeasure[];
  /** With them each measure's `laneId` names its lane; without, they are the action fields or the units. */
  readonly lanes?: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly dependencies: readonly Dependency[];
  readonly others?: TimelineInput["others"];
  readonly actionFields: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly orgUnits: ReadonlyArray<{ readonly id: number; readonly name: string }>;
};

export type TimelineArrangement = {
  readonly lanesBy: LaneKind;
  readonly rows: TimelineInput["rows"];
  readonly years: YearSpan;
  readonly width: number;
  readonly labelWidth: number;
  /** Draws these alone. */
  readonly only?: ReadonlySet<number>;
};

function toInput(plan: TimelinePlan, today: PlainDate, { lanesBy, years, ...rest }: TimelineArrangement): TimelineInput<PlanMeasure> {
  const byField = lanesBy === "actionField";
  return {
    ...rest,
    measures: plan.measures,
    dependencies: plan.dependencies,
    ...(plan.others ? { others: plan.others } : {}),
    lanes: plan.lanes ?? (byField ? plan.actionFields : plan.orgUnits),
    laneOf: (measure) => (plan.lanes ? (measure.laneId ?? null) : byField ? measure.actionFieldId : measure.leadUnitId),
    unassignedLane: unassignedLane(lanesBy),
    span: quartersOf(years),
    today,
    todayLabel: t("picture.today", { date: formatDate(today) }),
    barLabel: rest.rows === "packed" ? (measure) => measure.title : stateLabel,
  };
}

/** The layout with German words in it. */
export const arrangeTimeline = (plan: TimelinePlan, today: PlainDate, arrangement: TimelineArrangement): TimelineLayout => layoutTimeline(toInput(plan, today, arrangement));

/** The same in pictures of at most `maxHeight`, for paper. */
export const arrangeTimelinePages = (plan: TimelinePlan, today: PlainDate, arrangement: TimelineArrangement, maxHeight: number): TimelineLayout[] =>
  layoutTimelinePages(toInput(plan, today, arrangement), maxHeight, (lane) => t("picture.continued", { lane }));

export const laneHeading = (lanesBy: LaneKind): string => content("laneAndMeasure", { lane: content(`lanesBy.${lanesBy}`) });

/** The name of the lane of measures that belong to none. */
export const unassignedLane = (lanesBy: LaneKind): string => content(`unassigned.${lanesBy}`);

export const pictureTitle = ({ firstYear, lastYear }: YearSpan): string => t("picture.title", { firstYear: String(firstYear), lastYear: String(lastYear) });

/** What the picture shows, in a sentence or two, for those who cannot see it. */
export const pictureDescription = ({ bars, lanes, arrows }: TimelineLayout): string =>
  t("picture.description", { count: bars.length, lanes: lanes.length, violated: arrows.filter((arrow) => arrow.violated).length });
