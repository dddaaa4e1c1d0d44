import { ARROW_HEAD } from "#app/charts/layout/timeline-arrows.ts";
import type { TimelineArrow, TimelineLane, TimelineRow } from "#app/charts/layout/timeline-model.ts";
import { TITLE_FONT_SIZE, TITLE_INDENT, TITLE_MARGIN } from "#app/charts/layout/timeline-rows.ts";
import type { Stretch, TimelinePartProps } from "./timeline-axis.tsx";
import { BarMark } from "./timeline-bar.tsx";
import { laneColours, type TimelinePalette } from "./timeline-palette.ts";
import { cut } from "#app/charts/layout/round-numbers.ts";
import { arrowHeadPath, boxesPath, linePath, verticalsPath } from "./timeline-shapes.ts";
import { TrafficLightSign } from "./timeline-signs.tsx";

/** The parts of the timeline as groups with their origin at 0,0. Presentation attributes only, so that any renderer of SVG can draw them. */
export function TimelineNamesPart({ layout, palette }: TimelinePartProps) {
  const { labelWidth } = layout;
  return (
    <g fontFamily={palette.fontFamily} fill={palette.text}>
      <rect width={labelWidth} height={layout.height} fill={palette.panel} />
      <path d={boxesPath(layout.lanes.map((lane) => ({ x: 0, y: lane.y, width: labelWidth, height: lane.headingHeight })))} fill={palette.laneHeading} />
      {layout.lanes.map((lane) => (
        <LaneName key={lane.id ?? "none"} lane={lane} width={labelWidth} palette={palette} />
      ))}
      {layout.rows.map((row) => (
        <RowName key={row.index} row={row} width={labelWidth} palette={palette} />
      ))}
      <path d={`M${labelWidth - 0.5} 0V${layout.height}`} stroke={palette.gridStrong} />
    </g>
  );
}

type LaneNameProps = { readonly lane: TimelineLane; readonly width: number; readonly palette: TimelinePalette; /** Before the name, such as a sign that it can be folded. */ readonly indent?: number };

export function LaneName({ lane, width, palette, indent = 0 }: LaneNameProps) {
  return (
    <>
      <rect x={0} y={lane.y} width={4} height={lane.height} fill={laneColours(palette, lane.colourIndex).progress} />
      <svg x={TITLE_INDENT - 2 + indent} y={lane.y} width={width - TITLE_INDENT - 2 - indent} height={lane.headingHeight} overflow="hidden">
        <text x={0} y={18.5} fontSize={13} fontWeight={600}>
          {lane.name}
          <tspan fontWeight={400} fill={palette.muted}>
            {`\u00a0(${lane.count})`}
          </tspan>
        </text>
      </svg>
    </>
  );
}

type RowNameProps = { readonly row: TimelineRow; readonly width: number; readonly palette: TimelinePalette };

/** The title of a row's own measure and its traffic light; nothing in a packed row. */
export function RowName({ row: { y, height, title, trafficLight }, width, palette }: RowNameProps) {
  if (title === null) return null;
  const room = width - TITLE_INDENT - TITLE_MARGIN;
  const lines = title.lines.map((line, index) => (
    <text key={index} x={title.clipped ? 0 : TITLE_INDENT} y={cut((title.clipped ? 0 : y) + (title.lines.length > 1 ? 16.5 + index * 15 : 19.5))} fontSize={TITLE_FONT_SIZE}>
      {line}
    </text>
  ));
  return (
    <>
      {title.clipped ? (
        <>
          <svg x={TITLE_INDENT} y={y} width={room} height={height} overflow="hidden">
            {lines}
          </svg>
          <text x={TITLE_INDENT + room + 1} y={title.lines.length > 1 ? y + 31.5 : y + 19.5} fontSize={TITLE_FONT_SIZE} fill={palette.muted} aria-hidden="true">
            …
          </text>
        </>
      ) : (
        lines
      )}
      {trafficLight && <TrafficLightSign light={trafficLight} x={width - 16} y={y + height / 2} palette={palette} />}
    </>
  );
}

/** All bars of a figure over their ground: plain shapes without links. */
export function TimelinePlotPart({ layout, palette }: TimelinePartProps) {
  return (
    <g fontFamily={palette.fontFamily} fill={palette.text}>
      <PlotGround layout={layout} palette={palette} top={0} bottom={layout.height} />
      <ArrowLines arrows={layout.arrows} palette={palette} />
      {layout.bars.map((bar) => (
        <BarMark key={bar.id} bar={bar} colours={laneColours(palette, layout.lanes[bar.laneIndex]?.colourIndex ?? 0)} palette={palette} />
      ))}
      <ArrowHeads arrows={layout.arrows} palette={palette} />
    </g>
  );
}

type GroundProps = TimelinePartProps & { readonly top: number; readonly bottom: number; readonly stretch?: Stretch; /** The dashes of lines come from {@link MarkPatterns} instead of being drawn one by one. */ readonly patterned?: boolean };

const markKindsDrawn = ["meeting", "fundingWindow", "legalDeadline"] as const;
const markColour = (kind: (typeof markKindsDrawn)[number], palette: TimelinePalette): string => (kind === "meeting" ? palette.meeting : kind === "fundingWindow" ? palette.funding : palette.deadline);
const dashes = { meeting: [6, 4], fundingWindow: [2, 4], legalDeadline: [3, 3] } as const;

/** A browser draws thousands of dashes anew whenever a bar over them changes; a tile of a pattern it draws once. */
export const MarkPatterns = ({ palette }: Pick<TimelinePartProps, "palette">) => (
  <defs>
    {markKindsDrawn.map((kind) => (
      <pattern key={kind} id={`linie-${kind}`} width={16} height={dashes[kind][0] + dashes[kind][1]} patternUnits="userSpaceOnUse">
        <rect width={16} height={dashes[kind][0]} fill={markColour(kind, palette)} />
      </pattern>
    ))}
  </defs>
);

/** Everything behind the bars, between two heights: stripes, lanes, grid and lines. One path each, however many there are. */
export function PlotGround({ layout, palette, top, bottom, stretch = { from: 0, to: Infinity }, patterned = false }: GroundProps) {
  const { lanes, rows, marks, width } = layout;
  const from = Math.max(0, stretch.from);
  const visible = Math.min(width, stretch.to) - from;
  const isNear = (x: number): boolean => x >= stretch.from && x <= stretch.to;
  const stripes = rows.filter((row) => row.index % 2 === 1);
  const near = lanes.filter((lane) => lane.y < bottom && lane.y + lane.headingHeight > top);
  // Many windows open on the same day: one line says so, and paper stays light.
  const linesAt = (kind: (typeof marks)[number]["kind"]): number[] => [...new Set(marks.flatMap((mark) => (mark.kind === kind ? [mark.x, ...(mark.toX === null ? [] : [mark.toX])] : [])))];
  const linesOf = (kind: (typeof marks)[number]["kind"]): string => verticalsPath(linesAt(kind), top, bottom);
  return (
    <>
      <rect x={from} y={top} width={visible} height={Math.max(0, bottom - top)} fill={palette.background} />
      <path d={boxesPath(stripes.map((row) => ({ x: from, y: row.y, width: visible, height: row.height })))} fill={palette.stripe} />
      <path d={boxesPath(near.map((lane) => ({ x: from, y: lane.y, width: visible, height: lane.headingHeight })))} fill={palette.laneHeading} />
      <path d={verticalsPath(layout.lower.filter((tick) => !tick.strong && isNear(tick.x)).map((tick) => tick.x), top, bottom)} stroke={palette.grid} />
      <path d={verticalsPath(layout.upper.filter((tick) => isNear(tick.x)).map((tick) => tick.x), top, bottom)} stroke={palette.gridStrong} />
      {near.map((lane) => (
        <LaneExtent key={lane.id ?? "none"} lane={lane} palette={palette} />
      ))}
      {patterned && markKindsDrawn.map((kind) => <path key={kind} d={boxesPath(linesAt(kind).filter(isNear).map((x) => ({ x: x - 0.7, y: top, width: 1.4, height: Math.max(0, bottom - top) })))} fill={`url(#linie-${kind})`} />)}
      {marks.length > 0 && !patterned && (
        <>
          <path d={linesOf("meeting")} stroke={palette.meeting} strokeWidth={1.4} strokeDasharray="6 4" />
          <path d={linesOf("fundingWindow")} stroke={palette.funding} strokeWidth={1.4} strokeDasharray="2 4" />
          <path d={linesOf("legalDeadline")} stroke={palette.deadline} strokeWidth={1.4} strokeDasharray="2 3" />
        </>
      )}
      {layout.today && <path d={`M${layout.today.x} ${top}V${bottom}`} stroke={palette.today} strokeWidth={2} />}
    </>
  );
}

/** A bracket over the time of all its bars. */
const LaneExtent = ({ lane, palette }: { readonly lane: TimelineLane; readonly palette: TimelinePalette }) =>
  lane.extent.width <= 0 ? null : (
    <path
      d={`M${cut(lane.extent.x + 1)} ${lane.y + 20}v-6h${cut(Math.max(0, lane.extent.width - 2))}v6`}
      fill="none"
      stroke={laneColours(palette, lane.colourIndex).stroke}
      strokeWidth={2}
    />
  );

type ArrowsProps = { readonly arrows: readonly TimelineArrow[]; readonly palette: TimelinePalette };

/** One path for all lines of a kind, however many arrows there are. Lines run behind the bars, heads lie upon them. */
export const ArrowLines = ({ arrows, palette }: ArrowsProps) => (
  <>
    <path d={linesOfArrows(arrows, false)} fill="none" stroke={palette.arrow} strokeWidth={1.2} />
    <path d={linesOfArrows(arrows, true)} fill="none" stroke={palette.conflict} strokeWidth={1.8} strokeDasharray="4 3" />
  </>
);

export const ArrowHeads = ({ arrows, palette }: ArrowsProps) => (
  <>
    <path d={headsOfArrows(arrows, true)} fill={palette.conflict} pointerEvents="none" />
    <path d={headsOfArrows(arrows, false)} fill={palette.arrow} pointerEvents="none" />
  </>
);

const linesOfArrows = (arrows: readonly TimelineArrow[], violated: boolean): string =>
  arrows.filter((arrow) => arrow.violated === violated).map((arrow) => linePath(arrow.points)).join("");
const headsOfArrows = (arrows: readonly TimelineArrow[], violated: boolean): string =>
  arrows.filter((arrow) => arrow.violated === violated).map((arrow) => arrowHeadPath(arrow.points.at(-1) ?? [0, 0], ARROW_HEAD)).join("");
