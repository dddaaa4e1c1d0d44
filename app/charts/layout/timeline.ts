import type { Dependency } from "#app/domain/measures/measure.ts";
import { roundNumbers } from "./round-numbers.ts";
import { routeArrow } from "./timeline-arrows.ts";
import { frameTimeline, type TimelineFrame } from "./timeline-frame.ts";
import { placeBands, placeMarks, placeToday } from "./timeline-marks.ts";
import type { AxisHeights, TimelineArrow, TimelineBar, TimelineInput, TimelineLayout, TimelineMeasure, TimelineRow } from "./timeline-model.ts";
import { BAR_HEIGHT, titleOf } from "./timeline-rows.ts";

const UPPER = 25;
const LOWER = 23;
const BANDS = 18;
const MARKS = 20;

export const axisHeights = ({ bands = [] }: Pick<TimelineInput, "bands">): AxisHeights => {
  const bandHeight = bands.length > 0 ? BANDS : 0;
  return { height: UPPER + LOWER + bandHeight + MARKS, upper: UPPER, lower: LOWER, bands: bandHeight };
};

/** The timeline as plain numbers: the same on the server, in the browser and in a document. */
export const layoutTimeline = <M extends TimelineMeasure>(input: TimelineInput<M>): TimelineLayout => drawRows(frameTimeline(input), 0, Infinity);

/**
 * What stands in the rows from `first` to `last`, both included and counted from 0, with the axis, all lanes and all lines.
 * `height`, `undated` and `outside` are of the whole.
 */
export function drawRows<M extends TimelineMeasure>(frame: TimelineFrame<M>, first: number, last: number): TimelineLayout {
  const { input, axis, lanes, height, undated, outside } = frame;
  const rows: TimelineRow[] = [];
  const bars: TimelineBar[] = [];
  for (let index = Math.max(0, first); index <= Math.min(last, frame.rows.length - 1); index += 1) {
    const row = drawRow(frame, index);
    rows.push(row.row);
    bars.push(...row.bars);
  }
  const today = placeToday(input, axis);
  const ground = roundNumbers({
    today,
    width: input.width,
    labelWidth: input.labelWidth,
    axis: axisHeights(input),
    height,
    upper: axis.upper.map((tick) => ({ ...tick })),
    lower: axis.lower.map((tick) => ({ ...tick })),
    marks: placeMarks(input, axis, today),
    bands: placeBands(input, axis),
    lanes: lanes.map((lane) => ({ ...lane, extent: { ...lane.extent } })),
    arrows: arrowsBetween(frame, first, last),
  });
  return { ...ground, ...ground.arrows, rows, bars, undated, outside };
}

/** One row and its bars; `rowIndex` counts from the top of the whole. */
export function drawRow<M extends TimelineMeasure>(frame: TimelineFrame<M>, rowIndex: number): { readonly row: TimelineRow; readonly bars: readonly TimelineBar[] } {
  const row = frame.rows[rowIndex];
  if (row === undefined) throw new Error(`the timeline has no row ${rowIndex}`);
  const { y, height, laneIndex, measureId, measures } = row;
  const own = measureId === null ? undefined : measures[0];
  const { labelWidth, titleLines } = frame.input;
  return roundNumbers({
    row: {
      index: rowIndex,
      y,
      height,
      laneIndex,
      measureId,
      title: row.title ?? (own ? titleOf(own, labelWidth, titleLines) : null),
      trafficLight: own?.trafficLight ?? null,
      resolved: own?.resolved ?? false,
    },
    bars: measures.map((measure) => barAt(frame, measure, rowIndex)),
  });
}

function barAt<M extends TimelineMeasure>(frame: TimelineFrame<M>, measure: M, rowIndex: number): TimelineBar {
  const row = frame.rows[rowIndex];
  if (row === undefined) throw new Error(`measure ${measure.id} has no row`);
  const bar = frame.placed(measure);
  // Written out: a spread takes several times as long, and this is done for every bar of a document.
  return {
    id: bar.id,
    laneIndex: row.laneIndex,
    rowIndex,
    x: bar.x,
    y: row.y + (row.height - BAR_HEIGHT) / 2,
    width: bar.width,
    height: BAR_HEIGHT,
    startEdge: bar.startEdge,
    endEdge: bar.endEdge,
    progressWidth: bar.progressWidth,
    status: bar.status,
    inConflict: frame.inConflict.has(measure.id),
    label: bar.label,
    milestones: bar.milestones,
    deadline: bar.deadline,
    ghost: bar.ghost,
    resolved: bar.resolved,
  };
}

/** So far beyond the rows asked for an arrow is followed. */
const ARROW_REACH = 40;

/**
 * The arrows that begin or end in the rows from `first` to `last`, as far as they lie there: among thousands of rows those
 * that only run past would hatch the picture, and lines of a hundred thousand pixels take longer to paint than all bars.
 */
export function arrowsBetween<M extends TimelineMeasure>(frame: TimelineFrame<M>, first: number, last: number): Pick<TimelineLayout, "arrows" | "hiddenDependencies"> {
  const arrows: TimelineArrow[] = [];
  const hiddenDependencies: Dependency[] = [];
  const { rowOf, rows, input } = frame;
  const [top, lastRow] = [(rows[Math.max(0, first)]?.y ?? 0) - ARROW_REACH, rows[Math.min(last, rows.length - 1)]];
  const bottom = lastRow === undefined ? top : lastRow.y + lastRow.height + ARROW_REACH;
  const isShown = (row: number): boolean => row >= first && row <= last;
  for (const dependency of input.dependencies) {
    const fromRow = rowOf.get(dependency.predecessorId);
    const toRow = rowOf.get(dependency.successorId);
    const from = fromRow === undefined ? undefined : rows[fromRow]?.measures.find(({ id }) => id === dependency.predecessorId);
    const to = toRow === undefined ? undefined : rows[toRow]?.measures.find(({ id }) => id === dependency.successorId);
    const runsOn = from !== undefined && from.permanentTask && from.endQuarter === null;
    if (from === undefined || to === undefined || fromRow === undefined || toRow === undefined || runsOn) {
      if (from !== undefined || to !== undefined) hiddenDependencies.push(dependency);
      continue;
    }
    if (!isShown(fromRow) && !isShown(toRow)) continue;
    const arrow = routeArrow(dependency, barAt(frame, from, fromRow), barAt(frame, to, toRow), rows, frame.violated.has(dependency.id), input.width);
    arrows.push({ ...arrow, points: arrow.points.map(([x, y]) => [x, Math.max(top, Math.min(y, bottom))] as const) });
  }
  return { arrows, hiddenDependencies };
}
