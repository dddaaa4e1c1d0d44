import { firstDayOf, lastDayOf } from "#app/domain/calendar/quarter.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { timelineAxis, type TimelineAxis } from "./timeline-axis.ts";
import { liesInSpan, placeBar, type PlacedBar } from "./timeline-bars.ts";
import { UNDATED_LANE, type TimelineInput, type TimelineLane, type TimelineMeasure } from "./timeline-model.ts";
import { groupIntoLanes, LANE_HEADING_HEIGHT, packedRows, rowPerMeasure, type RowContent } from "./timeline-rows.ts";

export type FrameRow<M extends TimelineMeasure> = RowContent<M> & { readonly y: number; readonly laneIndex: number };

/**
 * Where every row stands, without what is in it: cheap for thousands of measures, so that a page can draw the rows
 * in view alone. Bars are placed when they are asked for, once each.
 */
export type TimelineFrame<M extends TimelineMeasure = TimelineMeasure> = {
  readonly input: TimelineInput<M>;
  readonly axis: TimelineAxis;
  readonly lanes: readonly TimelineLane[];
  readonly rows: ReadonlyArray<FrameRow<M>>;
  readonly height: number;
  readonly rowOf: ReadonlyMap<number, number>;
  readonly placed: (measure: M) => PlacedBar;
  readonly undated: readonly number[];
  readonly outside: readonly number[];
  /** Ids of dependencies that do not hold, and of the measures at their ends. */
  readonly violated: ReadonlySet<number>;
  readonly inConflict: ReadonlySet<number>;
};

export function frameTimeline<M extends TimelineMeasure>(input: TimelineInput<M>): TimelineFrame<M> {
  const axis = timelineAxis(input.span, input.width, input.scale, input.axisLabel);
  const violated = violatedDependencies(input.others ? [...input.measures, ...input.others] : input.measures, input.dependencies);
  const undated: number[] = [];
  const outside: number[] = [];
  const drawn: M[] = [];
  const dateless: M[] = [];
  for (const measure of input.measures) {
    if (measure.startQuarter === null && measure.endQuarter === null) {
      undated.push(measure.id);
      if (input.undatedLane !== undefined && input.only?.has(measure.id) !== false) dateless.push(measure);
    } else if (input.only?.has(measure.id) === false) continue;
    else if (liesInSpan(measure, input.span)) drawn.push(measure);
    else outside.push(measure.id);
  }
  const bars = new Map<number, PlacedBar>();
  const placed = (measure: M): PlacedBar => {
    const known = bars.get(measure.id);
    if (known) return known;
    const bar = placeBar(measure, axis, input);
    if (bar === null) throw new Error(`measure ${measure.id} lies outside the span`);
    bars.set(measure.id, bar);
    return bar;
  };
  const { lanes, rows, height } = stackLanes(drawn, dateless, input, axis, placed);
  const rowOf = new Map<number, number>();
  rows.forEach((row, index) => row.measures.forEach(({ id }) => rowOf.set(id, index)));
  return {
    input,
    axis,
    lanes,
    rows,
    height,
    rowOf,
    placed,
    undated,
    outside,
    violated: new Set(violated.map(({ id }) => id)),
    inConflict: new Set(violated.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId])),
  };
}

function stackLanes<M extends TimelineMeasure>(drawn: readonly M[], dateless: readonly M[], input: TimelineInput<M>, axis: TimelineAxis, placed: (measure: M) => PlacedBar) {
  const lanes: TimelineLane[] = [];
  const rows: FrameRow<M>[] = [];
  let y = 0;
  const undated = dateless.length === 0 ? [] : [{ id: UNDATED_LANE, name: input.undatedLane ?? "", measures: dateless }];
  for (const { id, name, measures } of [...groupIntoLanes(drawn, input), ...undated]) {
    const top = y;
    const collapsed = input.collapsed?.has(id) ?? false;
    y += LANE_HEADING_HEIGHT;
    const contents = collapsed ? [] : input.rows === "packed" ? packedRows(measures, placed) : rowPerMeasure(measures, input);
    for (const content of contents) {
      rows.push({ ...content, y, laneIndex: lanes.length });
      y += content.height;
    }
    lanes.push({
      id,
      name,
      count: measures.length,
      colourIndex: id === null || id === UNDATED_LANE ? input.lanes.length : input.lanes.findIndex((listed) => listed.id === id),
      y: top,
      headingHeight: LANE_HEADING_HEIGHT,
      height: y - top,
      collapsed,
      rowCount: contents.length,
      extent: id === UNDATED_LANE ? { x: 0, width: 0 } : extentOf(measures, input, axis),
    });
  }
  return { lanes, rows, height: y };
}

/** From the first bar to the last, by their quarters alone. */
function extentOf<M extends TimelineMeasure>(measures: readonly M[], { span, width }: TimelineInput<M>, axis: TimelineAxis): { readonly x: number; readonly width: number } {
  let first = span.last;
  let last = span.first;
  for (const { startQuarter, endQuarter, permanentTask } of measures) {
    const start = startQuarter ?? endQuarter;
    const end = permanentTask && endQuarter === null ? span.last : (endQuarter ?? startQuarter);
    if (start !== null && start < first) first = start;
    if (end !== null && end > last) last = end;
  }
  const x = Math.max(0, axis.xOf(firstDayOf(first)));
  return { x, width: Math.min(width, axis.xAfter(lastDayOf(last))) - x };
}

/** The rows that touch the heights from `top` to `bottom`; `last` is before `first` where there are none. */
export function rowsBetween(rows: ReadonlyArray<{ readonly y: number; readonly height: number }>, top: number, bottom: number): { readonly first: number; readonly last: number } {
  return { first: firstWhere(rows, (row) => row.y + row.height > top), last: firstWhere(rows, (row) => row.y >= bottom) - 1 };
}

function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
