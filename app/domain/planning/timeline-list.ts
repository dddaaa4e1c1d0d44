import { yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { compareInTime } from "./time-order.ts";
import type { TimelineEntry } from "./timeline-entry.ts";

/** One page of the list by quarter: the measures in time, and on which page each year begins. */
export type TimelineListPage = {
  readonly measureIds: readonly number[];
  readonly page: number;
  readonly pageCount: number;
  readonly years: ReadonlyArray<{ readonly year: number; readonly page: number }>;
};

export const LISTED_PER_PAGE = 60;

/** The quarter under which a measure is listed. */
export const listedQuarter = ({ startQuarter, endQuarter }: Pick<TimelineEntry, "startQuarter" | "endQuarter">): Quarter | null => startQuarter ?? endQuarter;

/** @param measures with a date. A page beyond the last shows the last. */
export function timelineListPage(measures: readonly TimelineEntry[], asked: number): TimelineListPage {
  const inTime = [...measures].sort(compareInTime);
  const pageCount = Math.max(1, Math.ceil(inTime.length / LISTED_PER_PAGE));
  const page = Math.min(asked, pageCount);
  const years = new Map<number, number>();
  inTime.forEach((measure, index) => {
    const quarter = listedQuarter(measure);
    if (quarter !== null && !years.has(yearOfQuarter(quarter))) years.set(yearOfQuarter(quarter), Math.floor(index / LISTED_PER_PAGE) + 1);
  });
  return {
    measureIds: inTime.slice((page - 1) * LISTED_PER_PAGE, page * LISTED_PER_PAGE).map((measure) => measure.id),
    page,
    pageCount,
    years: [...years].map(([year, yearPage]) => ({ year, page: yearPage })),
  };
}
