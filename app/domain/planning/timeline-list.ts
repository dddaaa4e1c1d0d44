import { yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { compareInTime } from "./time-order.ts";
import type { TimelineChart, TimelineEntry } from "./timeline-entry.ts";

/** One page of the list by quarter: the measures in time, and on which page each year begins. */
export type TimelineListPage = {
  readonly measureIds: readonly number[];
  /** Those of them that stand at an end of a violated dependency. */
  readonly conflictIds: readonly number[];
  readonly page: number;
  readonly pageCount: number;
  readonly years: ReadonlyArray<{ readonly year: number; readonly page: number }>;
};

export const LISTED_PER_PAGE = 60;

/** The quarter under which a measure is listed. */
export const listedQuarter = ({ startQuarter, endQuarter }: Pick<TimelineEntry, "startQuarter" | "endQuarter">): Quarter | null => startQuarter ?? endQuarter;

/** Of the measures with a date. A page beyond the last shows the last. */
export function timelineListPage({ measures, others, dependencies }: Pick<TimelineChart, "measures" | "others" | "dependencies">, asked: number): TimelineListPage {
  const inTime = [...measures].sort(compareInTime);
  const pageCount = Math.max(1, Math.ceil(inTime.length / LISTED_PER_PAGE));
  const page = Math.min(asked, pageCount);
  const years = new Map<number, number>();
  inTime.forEach((measure, index) => {
    const quarter = listedQuarter(measure);
    if (quarter !== null && !years.has(yearOfQuarter(quarter))) years.set(yearOfQuarter(quarter), Math.floor(index / LISTED_PER_PAGE) + 1);
  });
  const measureIds = inTime.slice((page - 1) * LISTED_PER_PAGE, page * LISTED_PER_PAGE).map((measure) => measure.id);
  const inConflict = new Set(violatedDependencies([...measures, ...others], dependencies).flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]));
  return {
    measureIds,
    conflictIds: measureIds.filter((id) => inConflict.has(id)),
    page,
    pageCount,
    years: [...years].map(([year, yearPage]) => ({ year, page: yearPage })),
  };
}
