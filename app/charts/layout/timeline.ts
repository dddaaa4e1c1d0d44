import type { Dependency } from "#app/domain/measures/measure.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { roundNumbers } from "./round-numbers.ts";
import { estimateTextWidth } from "./text-width.ts";
import { routeArrow } from "./timeline-arrows.ts";
import { timelineAxis } from "./timeline-axis.ts";
import { placeBar } from "./timeline-bars.ts";
import { BAR_FONT_SIZE } from "./timeline-labels.ts";
import type { TimelineArrow, TimelineBar, TimelineInput, TimelineLane, TimelineLayout, TimelineMeasure, TimelineRow } from "./timeline-model.ts";
import { BAR_HEIGHT, groupIntoLanes, LANE_HEADING_HEIGHT, packedRows, rowPerMeasure } from "./timeline-rows.ts";

const AXIS = { height: 68, yearHeight: 25, quarterHeight: 23 } as const;
const FLAG_PADDING = 6;

/** The timeline as plain numbers: the same on the server, in the browser and in a document. */
export function layoutTimeline<M extends TimelineMeasure>(input: TimelineInput<M>): TimelineLayout {
  const axis = timelineAxis(input.span, input.width);
  const violated = violatedDependencies([...input.measures, ...(input.others ?? [])], input.dependencies);
  const inConflict = new Set(violated.flatMap((violation) => [violation.predecessorId, violation.successorId]));
  const undated = input.measures.filter((measure) => measure.startQuarter === null && measure.endQuarter === null).map((measure) => measure.id);
  const hasNoDate = new Set(undated);
  const outside: number[] = [];
  const placedBars = new Map<number, NonNullable<ReturnType<typeof placeBar>>>();
  const drawn: M[] = [];
  for (const measure of input.measures) {
    if (hasNoDate.has(measure.id) || input.only?.has(measure.id) === false) continue;
    const bar = placeBar(measure, axis, input);
    if (bar === null) {
      outside.push(measure.id);
      continue;
    }
    placedBars.set(measure.id, bar);
    drawn.push(measure);
  }

  const lanes: TimelineLane[] = [];
  const rows: TimelineRow[] = [];
  const bars: TimelineBar[] = [];
  let y = 0;
  for (const lane of groupIntoLanes(drawn, input)) {
    const laneY = y;
    const placed = lane.measures.flatMap((measure) => {
      const bar = placedBars.get(measure.id);
      return bar ? [{ measure, bar }] : [];
    });
    const contents = input.rows === "packed" ? packedRows(placed) : rowPerMeasure(placed, input.labelWidth);
    y += LANE_HEADING_HEIGHT;
    for (const { bars: inRow, height, measureId, title, trafficLight } of contents) {
      for (const { bar } of inRow) {
        const { occupied: _occupied, ...placedBar } = bar;
        bars.push({ ...placedBar, laneIndex: lanes.length, rowIndex: rows.length, y: y + (height - BAR_HEIGHT) / 2, height: BAR_HEIGHT, inConflict: inConflict.has(bar.id) });
      }
      rows.push({ y, height, laneIndex: lanes.length, measureId, title, trafficLight });
      y += height;
    }
    const from = Math.min(...placed.map(({ bar }) => bar.x));
    const to = Math.max(...placed.map(({ bar }) => bar.x + bar.width));
    lanes.push({
      id: lane.id,
      name: lane.name,
      count: placed.length,
      colourIndex: lane.id === null ? input.lanes.length : input.lanes.findIndex((listed) => listed.id === lane.id),
      y: laneY,
      headingHeight: LANE_HEADING_HEIGHT,
      height: y - laneY,
      extent: { x: from, width: to - from },
    });
  }

  const { arrows, hiddenDependencies } = routeArrows(input, bars, rows, new Set(violated.map((violation) => violation.id)));
  return roundNumbers({
    width: input.width,
    labelWidth: input.labelWidth,
    axis: AXIS,
    height: y,
    years: axis.years,
    quarters: axis.quarters,
    today: placeToday(axis.xOf(input.today), input),
    lanes,
    rows,
    bars,
    arrows,
    hiddenDependencies,
    undated,
    outside,
  });
}

/** The flag stands beside its line's head, centred where there is room. */
function placeToday(x: number, { width, todayLabel }: Pick<TimelineInput, "width" | "todayLabel">): TimelineLayout["today"] {
  if (x < 0 || x > width) return null;
  const flagWidth = Math.ceil(estimateTextWidth(todayLabel, BAR_FONT_SIZE)) + 2 * FLAG_PADDING;
  return { x, flagX: Math.max(0, Math.min(x - flagWidth / 2, width - flagWidth)), flagWidth, label: todayLabel };
}

function routeArrows<M extends TimelineMeasure>(input: TimelineInput<M>, bars: readonly TimelineBar[], rows: readonly TimelineRow[], violated: ReadonlySet<number>) {
  const barOf = new Map(bars.map((bar) => [bar.id, bar]));
  const arrows: TimelineArrow[] = [];
  const hiddenDependencies: Dependency[] = [];
  for (const dependency of input.dependencies) {
    const from = barOf.get(dependency.predecessorId);
    const to = barOf.get(dependency.successorId);
    if (from && to && from.endEdge !== "permanent") arrows.push(routeArrow(dependency, from, to, rows, violated.has(dependency.id), input.width));
    else if (from || to) hiddenDependencies.push(dependency);
  }
  return { arrows, hiddenDependencies };
}
