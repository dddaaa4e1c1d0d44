import { layoutTimelinePages, type PageSize, type TimelinePage } from "#app/charts/layout/timeline-pages.ts";
import { layoutTimeline } from "#app/charts/layout/timeline.ts";
import type { TimelineFrame } from "#app/charts/layout/timeline-frame.ts";
import type { AxisScale } from "#app/charts/layout/timeline-axis.ts";
import type { TimelineInput, TimelineLayout, TimelineMeasure } from "#app/charts/layout/timeline-model.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Dependency } from "#app/domain/measures/measure.ts";
import type { HorizonBand, TimelineMark } from "#app/domain/planning/timeline-entry.ts";
import { quartersOf, type YearSpan } from "#app/domain/planning/timeline-span.ts";
import { UNASSIGNED_LANE, type LaneKind } from "#app/domain/planning/timeline-view.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
import { formatDate } from "#app/i18n/format.ts";
import { axisLabel, stateLabel } from "./timeline-texts.ts";

export type PlanMeasure = TimelineMeasure & { readonly laneId?: number | null };

/** The plan, as far as the timeline shows it; a whole portfolio is one, too. */
export type TimelinePlan = {
  readonly measures: readonly PlanMeasure[];
  /** With them each measure's `laneId` names its lane; without, they are the action fields or the units. */
  readonly lanes?: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly dependencies: readonly Dependency[];
  readonly others?: TimelineInput["others"];
  readonly marks?: readonly TimelineMark[];
  readonly bands?: readonly HorizonBand[];
  readonly actionFields: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly orgUnits: ReadonlyArray<{ readonly id: number; readonly name: string }>;
};

export type TimelineArrangement = {
  readonly lanesBy: LaneKind;
  readonly rows: TimelineInput["rows"];
  readonly years: YearSpan;
  readonly width: number;
  readonly labelWidth: number;
  readonly scale?: AxisScale;
  readonly titleLines?: 1 | 2;
  readonly order?: TimelineInput["order"];
  /** As the address names them. */
  readonly collapsed?: readonly number[];
  /** Shows measures without a date in a lane of their own. */
  readonly withUndated?: boolean;
  /** Draws these alone. */
  readonly only?: ReadonlySet<number>;
};

/** What the layout needs, with German words in it. */
export function timelineInput(plan: TimelinePlan, today: PlainDate, { lanesBy, years, collapsed = [], scale = "quarters", titleLines = 2, withUndated = false, ...rest }: TimelineArrangement): TimelineInput<PlanMeasure> {
  const byField = lanesBy === "actionField";
  return {
    ...rest,
    scale,
    titleLines,
    axisLabel,
    measures: plan.measures,
    dependencies: plan.dependencies,
    ...(plan.others ? { others: plan.others } : {}),
    ...(plan.marks ? { marks: plan.marks } : {}),
    ...(plan.bands ? { bands: plan.bands } : {}),
    bandLabel: (horizon) => words.horizon[horizon],
    collapsed: new Set(collapsed.map((id) => (id === UNASSIGNED_LANE ? null : id))),
    lanes: plan.lanes ?? (byField ? plan.actionFields : plan.orgUnits),
    laneOf: (measure) => (plan.lanes ? (measure.laneId ?? null) : byField ? measure.actionFieldId : measure.leadUnitId),
    unassignedLane: unassignedLane(lanesBy),
    ...(withUndated ? { undatedLane: words.undatedLane } : {}),
    span: quartersOf(years),
    today,
    todayLabel: words.today(formatDate(today)),
    barLabel: rest.rows === "packed" ? (measure) => measure.title : stateLabel,
  };
}

export const arrangeTimeline = (plan: TimelinePlan, today: PlainDate, arrangement: TimelineArrangement): TimelineLayout => layoutTimeline(timelineInput(plan, today, arrangement));

/** The same in pictures for paper. */
export const arrangeTimelinePages = (plan: TimelinePlan, today: PlainDate, arrangement: TimelineArrangement, size: PageSize): TimelinePage[] =>
  layoutTimelinePages(timelineInput(plan, today, arrangement), size, words.continued);

export const laneHeading = (lanesBy: LaneKind): string => words.laneHeading[lanesBy];

/** The name of the lane of measures that belong to none. */
export const unassignedLane = (lanesBy: LaneKind): string => words.withoutLane[lanesBy];

export const pictureTitle = ({ firstYear, lastYear }: YearSpan): string => words.title(firstYear, lastYear);

/** What the picture shows, in a sentence or two, for those who cannot see it. */
export const pictureDescription = ({ bars, lanes, arrows }: TimelineLayout): string => words.description(bars.length, lanes.length, arrows.filter((arrow) => arrow.violated).length);

/** The same of a picture of which only a part is drawn. */
export const frameDescription = ({ lanes, violated }: TimelineFrame<PlanMeasure>): string => words.description(lanes.reduce((sum, lane) => sum + lane.count, 0), lanes.length, violated.size);
