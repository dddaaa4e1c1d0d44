import { frameTimeline } from "./timeline-frame.ts";
import { axisHeights, drawRows, layoutTimeline } from "./timeline.ts";
import type { TimelineInput, TimelineLayout, TimelineMeasure } from "./timeline-model.ts";
import { LANE_HEADING_HEIGHT } from "./timeline-rows.ts";

/**
 * The timeline cut between rows into pictures of at most `maxHeight` (axis included), for paper. A lane that runs on
 * is headed again, with `continued` making its name. A single row is never cut. At least one picture.
 */
export function layoutTimelinePages<M extends TimelineMeasure>(input: TimelineInput<M>, maxHeight: number, continued: (lane: string) => string): TimelineLayout[] {
  const whole = frameTimeline(input);
  const room = maxHeight - axisHeights(input).height;
  const pages: Array<Set<number>> = [];
  let used = Infinity;
  let lane = -1;
  whole.rows.forEach((row) => {
    const needed = row.height + (row.laneIndex === lane ? 0 : LANE_HEADING_HEIGHT);
    if (used + needed > room) {
      pages.push(new Set());
      used = row.height + LANE_HEADING_HEIGHT;
    } else {
      used += needed;
    }
    lane = row.laneIndex;
    for (const { id } of row.measures) pages.at(-1)?.add(id);
  });
  if (pages.length <= 1) return [drawRows(whole, 0, Infinity)];
  const begun = new Set<number | null>();
  return pages.map((only) => {
    const lanes = input.lanes.map((candidate) => (begun.has(candidate.id) ? { ...candidate, name: continued(candidate.name) } : candidate));
    const page = layoutTimeline({ ...input, only, lanes, unassignedLane: begun.has(null) ? continued(input.unassignedLane) : input.unassignedLane });
    for (const { id } of page.lanes) begun.add(id);
    return page;
  });
}
