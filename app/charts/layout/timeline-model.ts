import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Dependency, Measure, Milestone } from "#app/domain/measures/measure.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { MeasureStatus, PlanningHorizon, TrafficLight } from "#app/domain/measures/vocabulary.ts";
import type { HorizonBand, MarkKind, TimelineMark } from "#app/domain/planning/timeline-entry.ts";
import type { AxisLabel, AxisScale, AxisTick, TimelineSpan } from "./timeline-axis.ts";

/** What the timeline needs of a measure; a whole measure is one, too. */
export type TimelineMeasure = Pick<
  Measure,
  "id" | "title" | "actionFieldId" | "leadUnitId" | "status" | "permanentTask" | "startQuarter" | "endQuarter" | "deadline" | "progressPercent" | "trafficLight"
> & {
  readonly milestones: ReadonlyArray<Pick<Milestone, "id" | "title" | "dueDate" | "reachedOn">>;
  /** Where the last frozen version had it, if elsewhere. */
  readonly ghost?: { readonly startQuarter: Quarter | null; readonly endQuarter: Quarter | null } | null;
  /** The council has resolved it. */
  readonly resolved?: boolean;
};

export type TimelineInput<M extends TimelineMeasure = TimelineMeasure> = {
  readonly measures: readonly M[];
  readonly dependencies: readonly Dependency[];
  /** Dates of measures that are filtered out: a conflict with one of them still shows. */
  readonly others?: ReadonlyArray<Pick<Measure, "id" | "status" | "startQuarter" | "endQuarter">>;
  /** The swimlanes from top to bottom; lanes without a measure in the picture are left out. */
  readonly lanes: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  /** Null, or a lane that is not listed: the measure goes to a last lane of its own, named `unassignedLane`. */
  readonly laneOf: (measure: M) => number | null;
  readonly unassignedLane: string;
  /** With a name, measures without any date make a last lane of that name, to be placed from there; their bars stand at today, torn at both ends. */
  readonly undatedLane?: string;
  readonly span: TimelineSpan;
  readonly scale: AxisScale;
  readonly axisLabel: AxisLabel;
  /** Lanes of which only the heading is shown. */
  readonly collapsed?: ReadonlySet<number | null>;
  readonly marks?: ReadonlyArray<Omit<TimelineMark, "measureIds">>;
  readonly bands?: readonly HorizonBand[];
  readonly bandLabel: (horizon: PlanningHorizon) => string;
  readonly today: PlainDate;
  /** The words on the flag of the line of today. */
  readonly todayLabel: string;
  /** Width of the drawing beside the column of names, in pixels. */
  readonly width: number;
  readonly labelWidth: number;
  /** "perMeasure": each measure has its row and its name beside it; "packed": as few rows as fit, names at the bars. */
  readonly rows: "perMeasure" | "packed";
  /** How many lines a name beside its row may take; one makes all rows equally high. */
  readonly titleLines: 1 | 2;
  /** "given": the measures come in time already, or are to stay where they are. */
  readonly order?: "time" | "given";
  /** The words at the bar, such as its state. In packed lanes the title belongs here. */
  readonly barLabel: (measure: M) => string;
  /** Draws these alone, such as those of one sheet. */
  readonly only?: ReadonlySet<number>;
};

/** The id of the lane of measures without any date. */
export const UNDATED_LANE = -1;

export type TimelineLane = {
  readonly id: number | null;
  readonly name: string;
  readonly count: number;
  /** Position among all lanes, drawn or not, so that a lane keeps its colour under every filter. */
  readonly colourIndex: number;
  /** Top of the lane's heading; its rows follow below it. */
  readonly y: number;
  readonly headingHeight: number;
  readonly height: number;
  readonly collapsed: boolean;
  readonly rowCount: number;
  /** From the first bar of the lane to the last. */
  readonly extent: { readonly x: number; readonly width: number };
};

export type TimelineRow = {
  /** From the top of the whole, lanes not counted. */
  readonly index: number;
  readonly y: number;
  readonly height: number;
  readonly laneIndex: number;
  /** The measure whose row it is; null in packed lanes. */
  readonly measureId: number | null;
  readonly title: { readonly lines: readonly string[]; readonly clipped: boolean; readonly full: string } | null;
  readonly trafficLight: TrafficLight | null;
  readonly resolved: boolean;
};

export type LabelPlacement = "inside" | "after" | "before";
export type TimelineLabel = { readonly text: string; readonly placement: LabelPlacement; readonly x: number; readonly width: number; readonly clipped: boolean };
export type TimelineMilestone = {
  readonly id: number;
  readonly title: string;
  readonly dueDate: PlainDate;
  readonly x: number;
  readonly state: "reached" | "due" | "overdue";
};
export type TimelineDeadline = { readonly date: PlainDate; readonly x: number; readonly missed: boolean };

/** Where a bar has no edge: the task is permanent, the date is unknown, or it lies outside the span. */
export type BarEdge = "closed" | "permanent" | "unknown" | "outside";

export type TimelineBar = {
  readonly id: number;
  readonly laneIndex: number;
  readonly rowIndex: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly startEdge: BarEdge;
  readonly endEdge: BarEdge;
  /** Null: progress is not stated, which is not zero. */
  readonly progressWidth: number | null;
  readonly status: MeasureStatus;
  /** An end of a violated dependency. */
  readonly inConflict: boolean;
  readonly label: TimelineLabel | null;
  readonly milestones: readonly TimelineMilestone[];
  readonly deadline: TimelineDeadline | null;
  readonly ghost: { readonly x: number; readonly width: number } | null;
  readonly resolved: boolean;
};

/** A line across the picture; `label` is null where another one's words leave no room. */
export type PlacedMark = { readonly kind: MarkKind; readonly x: number; readonly toX: number | null; readonly label: { readonly text: string; readonly x: number; readonly width: number } | null; readonly full: string };
export type PlacedBand = { readonly horizon: PlanningHorizon; readonly label: string; readonly x: number; readonly width: number };

export type TimelineArrow = {
  readonly dependencyId: number;
  readonly fromId: number;
  readonly toId: number;
  readonly violated: boolean;
  /** Corner points from the predecessor's right edge to the successor's left edge. */
  readonly points: ReadonlyArray<readonly [x: number, y: number]>;
};

/** From top to bottom: both rows of ticks, the horizons where there are any, and the words of lines. */
export type AxisHeights = { readonly height: number; readonly upper: number; readonly lower: number; readonly bands: number };

/** Plain numbers in pixels; y counts from the top of the body, below the axis. */
export type TimelineLayout = {
  readonly width: number;
  readonly labelWidth: number;
  readonly axis: AxisHeights;
  readonly height: number;
  readonly upper: readonly AxisTick[];
  readonly lower: readonly AxisTick[];
  readonly marks: readonly PlacedMark[];
  readonly bands: readonly PlacedBand[];
  /** Null when today lies outside the span. */
  readonly today: { readonly x: number; readonly flagX: number; readonly flagWidth: number; readonly label: string } | null;
  readonly lanes: readonly TimelineLane[];
  readonly rows: readonly TimelineRow[];
  readonly bars: readonly TimelineBar[];
  readonly arrows: readonly TimelineArrow[];
  /** Dependencies of drawn measures that have no arrow: the other end is not drawn, or the predecessor has no end. */
  readonly hiddenDependencies: readonly Dependency[];
  /** Ids without any date, and ids whose time lies wholly outside the span. */
  readonly undated: readonly number[];
  readonly outside: readonly number[];
};
