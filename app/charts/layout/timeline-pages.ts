import { addQuarters, quarterOf, quarterRange } from "#app/domain/calendar/quarter.ts";
import type { TimelineSpan } from "./timeline-axis.ts";
import { frameTimeline } from "./timeline-frame.ts";
import { axisHeights, drawRows, layoutTimeline } from "./timeline.ts";
import { UNDATED_LANE, type TimelineInput, type TimelineLayout, type TimelineMeasure } from "./timeline-model.ts";
import { LANE_HEADING_HEIGHT } from "./timeline-rows.ts";

export type PageSize = {
  /** Of a picture, axis included. */
  readonly height: number;
  /** Of the first one, which may have to share its page. */
  readonly firstHeight?: number;
  /** A picture shows at most so many quarters; unless given, all of them. */
  readonly quarters?: number;
};

/** A cut of the timeline for one page and the time it shows. */
export type TimelinePage = { readonly span: TimelineSpan; readonly layout: TimelineLayout };

/**
 * The timeline cut into pictures for paper: by stretches of time first, each with what happens in it, and within a
 * stretch between rows. A lane that runs on is headed again, with `continued` making its name. A single row is never
 * cut. At least one picture.
 */
export function layoutTimelinePages<M extends TimelineMeasure>(input: TimelineInput<M>, { height, firstHeight = height, quarters = Infinity }: PageSize, continued: (lane: string) => string): TimelinePage[] {
  const spans = stretches(input.span, quarters);
  const now = quarterOf(input.today);
  // What has no date waits at today, on the pages of that stretch alone.
  const present = Math.max(0, spans.findIndex(({ first, last }) => first <= now && now <= last));
  const pages: TimelinePage[] = [];
  spans.forEach((span, index) => {
    const { undatedLane, ...rest } = input;
    const part = index === present && undatedLane !== undefined ? { ...rest, span, undatedLane } : { ...rest, span };
    const layouts = cutBetweenRows(part, height, pages.length === 0 ? firstHeight : height, continued);
    // A stretch in which nothing happens needs no paper.
    if (spans.length === 1 || layouts.some(({ lanes }) => lanes.length > 0)) pages.push(...layouts.map((layout) => ({ span, layout })));
  });
  const span = spans[present] ?? input.span;
  return pages.length > 0 ? pages : [{ span, layout: layoutTimeline({ ...input, span }) }];
}

function stretches({ first, last }: TimelineSpan, quarters: number): TimelineSpan[] {
  const all = quarterRange(first, last);
  const count = Math.max(1, Math.ceil(all.length / quarters));
  // Equally long, so that no page shows a single quarter stretched over its whole width.
  const length = Math.ceil(all.length / count);
  return Array.from({ length: Math.ceil(all.length / length) }, (_, index) => {
    const from = addQuarters(first, index * length);
    const to = addQuarters(from, length - 1);
    return { first: from, last: to < last ? to : last };
  });
}

function cutBetweenRows<M extends TimelineMeasure>(input: TimelineInput<M>, height: number, firstHeight: number, continued: (lane: string) => string): TimelineLayout[] {
  const whole = frameTimeline(input);
  if (height === Infinity && firstHeight === Infinity) return [drawRows(whole, 0, Infinity)];
  const axisHeight = axisHeights(input).height;
  const folded = foldedMeasures(whole.rowOf, input);
  const pages: Array<Set<number>> = [];
  let used = Infinity;
  const take = (needed: number, onNewPage: number, ids: readonly number[]) => {
    const room = (pages.length <= 1 ? firstHeight : height) - axisHeight;
    if (used + needed > room) {
      pages.push(new Set());
      used = onNewPage;
    } else {
      used += needed;
    }
    for (const id of ids) pages.at(-1)?.add(id);
  };
  whole.lanes.forEach(({ id, collapsed }, laneIndex) => {
    if (collapsed) return take(LANE_HEADING_HEIGHT, LANE_HEADING_HEIGHT, folded.get(id) ?? []);
    whole.rows
      .filter((row) => row.laneIndex === laneIndex)
      .forEach((row, index) => {
        const withHeading = row.height + LANE_HEADING_HEIGHT;
        take(index === 0 ? withHeading : row.height, withHeading, row.measures.map((measure) => measure.id));
      });
  });
  if (pages.length <= 1) return [drawRows(whole, 0, Infinity)];
  const begun = new Set<number | null>();
  return pages.map((only) => {
    const nameOf = (id: number | null, name: string): string => (begun.has(id) ? continued(name) : name);
    const lanes = input.lanes.map((lane) => ({ ...lane, name: nameOf(lane.id, lane.name) }));
    const undated = input.undatedLane === undefined ? {} : { undatedLane: nameOf(UNDATED_LANE, input.undatedLane) };
    const page = layoutTimeline({ ...input, ...undated, only, lanes, unassignedLane: nameOf(null, input.unassignedLane) });
    for (const { id } of page.lanes) begun.add(id);
    return page;
  });
}

/** What stands in folded lanes, by lane: it has no row, and is counted in the heading. */
function foldedMeasures<M extends TimelineMeasure>(rowOf: ReadonlyMap<number, number>, { measures, lanes, laneOf }: TimelineInput<M>): Map<number | null, number[]> {
  const listed = new Set(lanes.map(({ id }) => id));
  const folded = new Map<number | null, number[]>();
  for (const measure of measures) {
    if (rowOf.has(measure.id)) continue;
    const lane = laneOf(measure);
    const isUndated = measure.startQuarter === null && measure.endQuarter === null;
    const key = isUndated ? UNDATED_LANE : lane !== null && listed.has(lane) ? lane : null;
    const others = folded.get(key);
    if (others) others.push(measure.id);
    else folded.set(key, [measure.id]);
  }
  return folded;
}
