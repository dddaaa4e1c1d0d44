import type { TimelineZoom } from "#app/domain/planning/timeline-view.ts";
import type { AxisScale } from "./timeline-axis.ts";

/** Pixels per quarter of the year; a quarter has three months and thirteen weeks. */
const QUARTER: Readonly<Record<Exclude<TimelineZoom, "fit">, number>> = { quarters: 72, months: 3 * 52, weeks: 13 * 42 };
/** A picture that is to fit becomes wider than its window before its quarters become narrower than this. */
const NARROWEST_QUARTER = 24;
/** On paper as little as stays readable, since every stretch of time repeats the names. */
const PAPER_QUARTER: Readonly<Record<TimelineZoom, number>> = { fit: 20, quarters: 36, months: 96, weeks: 270 };
const scales: Readonly<Record<TimelineZoom, AxisScale>> = { fit: "quarters", quarters: "quarters", months: "months", weeks: "weeks" };

/** How wide the picture of so many quarters is. @param room beside the names, in pixels */
export const pictureWidth = (zoom: TimelineZoom, quarters: number, room: number): number =>
  zoom === "fit" ? Math.max(room, quarters * NARROWEST_QUARTER) : Math.max(room, quarters * QUARTER[zoom]);

export const axisScaleOf = (zoom: TimelineZoom): AxisScale => scales[zoom];

/** How many quarters a sheet shows. @param room beside the names, in pixels */
export const paperQuarters = (zoom: TimelineZoom, room: number): number => Math.max(1, Math.floor(room / PAPER_QUARTER[zoom]));
