import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import { noFilter, type MeasureFilter } from "#app/domain/measures/list-filter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { YearSpan } from "./timeline-span.ts";

export const laneKinds = ["actionField", "leadUnit", "status", "fundingProgramme", "goal", "decision"] as const;
export type LaneKind = (typeof laneKinds)[number];

/** "fit": the years shown, as wide as the window; the others a fixed width per quarter, month or week. */
export const timelineZooms = ["fit", "quarters", "months", "weeks"] as const;
export type TimelineZoom = (typeof timelineZooms)[number];

export const timelineSorts = ["title", "lane", "priority", "start", "end", "duration", "status", "progress", "horizon", "deadline", "change", "conflicts"] as const;
export type TimelineSort = (typeof timelineSorts)[number];

/** The lane of measures that belong to none, wherever lanes are named by number. */
export const UNASSIGNED_LANE = 0;

/** What of the plan is shown, and how. */
export type TimelineView = {
  readonly presentation: "picture" | "table";
  readonly lanesBy: LaneKind;
  readonly rows: "perMeasure" | "packed";
  readonly zoom: TimelineZoom;
  /** Lanes of which only the heading shows; {@link UNASSIGNED_LANE} for the last one. */
  readonly collapsed: readonly number[];
  /** As in the list of measures; never of archived ones. */
  readonly filter: MeasureFilter;
  /** Null: as far as measures reach. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** The day at the left edge of the picture; null: its beginning. */
  readonly from: PlainDate | null;
  /** Of the table; null: in lanes, as in the picture. */
  readonly sort: TimelineSort | null;
  readonly descending: boolean;
  /** Of the table and of the list by quarter; counts from 1. */
  readonly page: number;
};

/** All but rejected and deferred measures. */
export const defaultTimelineFilter: MeasureFilter = { ...noFilter, status: "pursued" };

export const defaultTimelineView: TimelineView = {
  presentation: "picture",
  lanesBy: "actionField",
  rows: "perMeasure",
  zoom: "fit",
  collapsed: [],
  filter: defaultTimelineFilter,
  firstYear: null,
  lastYear: null,
  from: null,
  sort: null,
  descending: false,
  page: 1,
};

/** Does any of the measure's time fall into these years? False for one without a date. */
export function liesInYears({ startQuarter, endQuarter, permanentTask }: Pick<Measure, "startQuarter" | "endQuarter" | "permanentTask">, { firstYear, lastYear }: YearSpan): boolean {
  const first = startQuarter ?? endQuarter;
  const last = endQuarter ?? startQuarter;
  if (first === null || last === null || yearOfQuarter(first) > lastYear) return false;
  return yearOfQuarter(last) >= firstYear || (permanentTask && endQuarter === null);
}
