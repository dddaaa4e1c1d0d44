import type { TimelineFrame } from "#app/charts/layout/timeline-frame.ts";
import { laneKey } from "./timeline-plot.tsx";

/** Everything the keyboard reaches, in reading order: the heading of each lane, then its bars row by row. */
export const stopsOf = (frame: TimelineFrame): number[] =>
  frame.lanes.flatMap((_, index) => [laneKey(index), ...frame.rows.filter((row) => row.laneIndex === index).flatMap((row) => row.measures.map(({ id }) => id))]);

/** The first bar; a lane's heading where all lanes are folded. */
export const firstStop = (frame: TimelineFrame): number | null => frame.rows[0]?.measures[0]?.id ?? stopsOf(frame)[0] ?? null;

/** Where a stop lies, in pixels of the plot; null when it is not drawn. */
export function placeOfStop(frame: TimelineFrame, stop: number): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null {
  if (stop < 0) {
    const lane = frame.lanes[-1 - stop];
    return lane ? { x: 0, y: lane.y, width: 0, height: lane.headingHeight } : null;
  }
  const row = frame.rows[frame.rowOf.get(stop) ?? -1];
  const measure = row?.measures.find(({ id }) => id === stop);
  if (row === undefined || measure === undefined) return null;
  const { x, width } = frame.placed(measure);
  return { x, y: row.y, width, height: row.height };
}

type Region = Pick<HTMLElement, "scrollTop" | "scrollLeft" | "clientHeight" | "clientWidth">;
const MARGIN = 12;

/** Scrolls as little as brings the place between the axis, the names and the strip below. */
export function scrollTo(region: Region, place: NonNullable<ReturnType<typeof placeOfStop>>, covered: { readonly top: number; readonly left: number; readonly bottom: number }): void {
  const height = region.clientHeight - covered.top - covered.bottom;
  const width = region.clientWidth - covered.left;
  if (place.y < region.scrollTop) region.scrollTop = place.y - MARGIN;
  else if (place.y + place.height > region.scrollTop + height) region.scrollTop = place.y + place.height - height + MARGIN;
  if (place.width === 0) return;
  if (place.x < region.scrollLeft) region.scrollLeft = place.x - MARGIN;
  else if (Math.min(place.x + place.width, place.x + width) > region.scrollLeft + width) region.scrollLeft = place.x - MARGIN;
}
