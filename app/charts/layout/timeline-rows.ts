import { compareInTime } from "#app/domain/planning/time-order.ts";
import { breakText } from "./text-width.ts";
import type { PlacedBar } from "./timeline-bars.ts";
import type { TimelineInput, TimelineMeasure, TimelineRow } from "./timeline-model.ts";

export const BAR_HEIGHT = 20;
export const LANE_HEADING_HEIGHT = 28;
export const TITLE_FONT_SIZE = 12.5;
/** Left of a row's title. */
export const TITLE_INDENT = 14;
/** Right of a row's title, where its traffic light stands. */
export const TITLE_MARGIN = 30;
const ROW_HEIGHT = 30;
const TWO_LINE_ROW_HEIGHT = 40;
const PACKED_ROW_HEIGHT = 28;
const PACKED_GAP = 10;

export type LaneMeasures<M extends TimelineMeasure> = { readonly id: number | null; readonly name: string; readonly measures: readonly M[] };

/** The lanes that hold anything, each with its measures in time; what belongs to no listed lane comes last. */
export function groupIntoLanes<M extends TimelineMeasure>(
  measures: readonly M[],
  { lanes, laneOf, unassignedLane, order = "time" }: Pick<TimelineInput<M>, "lanes" | "laneOf" | "unassignedLane" | "order">,
): LaneMeasures<M>[] {
  const listed = new Set(lanes.map((lane) => lane.id));
  const groups = new Map<number | null, M[]>();
  for (const measure of measures) {
    const lane = laneOf(measure);
    const key = lane !== null && listed.has(lane) ? lane : null;
    const group = groups.get(key);
    if (group) group.push(measure);
    else groups.set(key, [measure]);
  }
  return [...lanes, { id: null, name: unassignedLane }].flatMap(({ id, name }) => {
    const group = groups.get(id);
    return group ? [{ id, name, measures: order === "given" ? group : group.sort(compareInTime) }] : [];
  });
}

/** A row and the measures in it; one in a row of its own, in time in a packed one. */
export type RowContent<M extends TimelineMeasure> = Pick<TimelineRow, "height" | "measureId" | "title"> & { readonly measures: readonly M[] };

export function rowPerMeasure<M extends TimelineMeasure>(measures: readonly M[], { labelWidth, titleLines }: Pick<TimelineInput<M>, "labelWidth" | "titleLines">): RowContent<M>[] {
  return measures.map((measure) => {
    if (titleLines === 1) return { height: ROW_HEIGHT, measureId: measure.id, title: null, measures: [measure] };
    const title = titleOf(measure, labelWidth, titleLines);
    return { height: title.lines.length > 1 ? TWO_LINE_ROW_HEIGHT : ROW_HEIGHT, measureId: measure.id, title, measures: [measure] };
  });
}

export const titleOf = ({ title }: TimelineMeasure, labelWidth: number, lines: 1 | 2): NonNullable<TimelineRow["title"]> => ({
  ...breakText(title, labelWidth - TITLE_INDENT - TITLE_MARGIN, TITLE_FONT_SIZE, lines),
  full: title,
});

/** Each bar into the first row that is free where the bar, its label and its marks need it. */
export function packedRows<M extends TimelineMeasure>(measures: readonly M[], placed: (measure: M) => PlacedBar): RowContent<M>[] {
  const rows: Array<{ readonly measures: M[]; readonly occupied: PlacedBar["occupied"][] }> = [];
  for (const measure of measures) {
    const { occupied } = placed(measure);
    const row = rows.find((others) => others.occupied.every((other) => other.to + PACKED_GAP <= occupied.from || occupied.to + PACKED_GAP <= other.from));
    if (row) {
      row.measures.push(measure);
      row.occupied.push(occupied);
    } else {
      rows.push({ measures: [measure], occupied: [occupied] });
    }
  }
  return rows.map((row) => ({ height: PACKED_ROW_HEIGHT, measureId: null, title: null, measures: row.measures }));
}
