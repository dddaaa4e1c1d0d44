import { ARROW_HEAD } from "#app/charts/layout/timeline-arrows.ts";
import type { TimelineArrow, TimelineBar, TimelineLayout } from "#app/charts/layout/timeline-model.ts";
import { TITLE_FONT_SIZE, TITLE_INDENT, TITLE_MARGIN } from "#app/charts/layout/timeline-rows.ts";
import { BarMark } from "./timeline-bar.tsx";
import { laneColours, type TimelinePalette } from "./timeline-palette.ts";
import { arrowHeadPath, boxesPath, cut, linePath, verticalsPath } from "./timeline-shapes.ts";
import { TrafficLightSign } from "./timeline-signs.tsx";

/**
 * The parts of the timeline as groups with their origin at 0,0: a page puts them into several pictures so that axis
 * and names stay in view, a document into one. Presentation attributes only, so that any renderer of SVG can draw them.
 */
export type TimelinePartProps = { readonly layout: TimelineLayout; readonly palette: TimelinePalette };

export function TimelineAxisPart({ layout, palette }: TimelinePartProps) {
  const { axis, width, today } = layout;
  const quarterBottom = axis.yearHeight + axis.quarterHeight;
  return (
    <g fontFamily={palette.fontFamily} fill={palette.text}>
      <rect width={width} height={axis.height} fill={palette.panel} />
      <path d={verticalsPath(layout.quarters.map((tick) => tick.x), axis.yearHeight, axis.height)} stroke={palette.grid} />
      <path d={verticalsPath(layout.years.map((tick) => tick.x), 0, axis.height)} stroke={palette.gridStrong} />
      <path d={`M0 ${axis.yearHeight}H${width}M0 ${quarterBottom}H${width}`} stroke={palette.grid} />
      {layout.years.map((tick) => (
        <svg key={tick.year} x={tick.x} width={tick.width} height={axis.yearHeight} overflow="hidden">
          <text x={6} y={17} fontSize={13} fontWeight={600}>
            {tick.year}
          </text>
        </svg>
      ))}
      {layout.quarters.map(
        (tick) =>
          tick.label !== null && (
            <text key={tick.quarter} x={cut(tick.x + 5)} y={axis.yearHeight + 16} fontSize={11} fill={palette.muted}>
              {tick.label}
            </text>
          ),
      )}
      {today && (
        <>
          <path d={`M${today.x} ${quarterBottom}V${axis.height}`} stroke={palette.today} strokeWidth={2} />
          <rect x={today.flagX} y={quarterBottom + 2} width={today.flagWidth} height={16} rx={3} fill={palette.today} />
          <text x={cut(today.flagX + 6)} y={quarterBottom + 14} fontSize={11} fontWeight={600} fill={palette.onToday}>
            {today.label}
          </text>
        </>
      )}
      <path d={`M0 ${axis.height - 0.5}H${width}`} stroke={palette.gridStrong} />
    </g>
  );
}

export function TimelineNamesPart({ layout, palette, hrefOf }: TimelinePartProps & { readonly hrefOf?: (measureId: number) => string }) {
  const { labelWidth } = layout;
  return (
    <g fontFamily={palette.fontFamily} fill={palette.text}>
      <rect width={labelWidth} height={layout.height} fill={palette.panel} />
      <path d={boxesPath(layout.lanes.map((lane) => ({ x: 0, y: lane.y, width: labelWidth, height: lane.headingHeight })))} fill={palette.laneHeading} />
      {layout.lanes.map((lane) => (
        <g key={lane.id ?? "none"}>
          <rect x={0} y={lane.y} width={4} height={lane.height} fill={laneColours(palette, lane.colourIndex).progress} />
          <svg x={TITLE_INDENT - 2} y={lane.y} width={labelWidth - TITLE_INDENT - 2} height={lane.headingHeight} overflow="hidden">
            <text x={0} y={18.5} fontSize={13} fontWeight={600}>
              {lane.name}
              <tspan fontWeight={400} fill={palette.muted}>
                {`\u00a0(${lane.count})`}
              </tspan>
            </text>
          </svg>
        </g>
      ))}
      {layout.rows.map(({ y, height, title, measureId, trafficLight }) =>
        title === null || measureId === null ? null : (
          <g key={measureId}>
            <RowTitle y={y} height={height} width={labelWidth - TITLE_INDENT - TITLE_MARGIN} title={title} palette={palette} href={hrefOf?.(measureId)} />
            {trafficLight && <TrafficLightSign light={trafficLight} x={labelWidth - 16} y={y + height / 2} palette={palette} />}
          </g>
        ),
      )}
      <path d={`M${labelWidth - 0.5} 0V${layout.height}`} stroke={palette.gridStrong} />
    </g>
  );
}

type RowTitleProps = {
  readonly y: number;
  readonly height: number;
  readonly width: number;
  readonly title: { readonly lines: readonly string[]; readonly clipped: boolean; readonly full: string };
  readonly palette: TimelinePalette;
  readonly href: string | undefined;
};

function RowTitle({ y, height, width, title, palette, href }: RowTitleProps) {
  const lines = (
    <svg x={TITLE_INDENT} y={y} width={width} height={height} overflow="hidden">
      <title>{title.full}</title>
      {title.lines.map((line, index) => (
        <text key={index} x={0} y={title.lines.length > 1 ? 16.5 + index * 15 : 19.5} fontSize={TITLE_FONT_SIZE}>
          {line}
        </text>
      ))}
    </svg>
  );
  return (
    <>
      {/* The picture itself holds the link for the keyboard; this one spares the mouse the way. */}
      {href === undefined ? lines : (
        <a href={href} tabIndex={-1}>
          {lines}
        </a>
      )}
      {title.clipped && (
        <text x={TITLE_INDENT + width + 1} y={title.lines.length > 1 ? y + 31.5 : y + 19.5} fontSize={TITLE_FONT_SIZE} fill={palette.muted} aria-hidden="true">
          …
        </text>
      )}
    </>
  );
}

type PlotProps = TimelinePartProps & {
  /** Where a bar leads and what it is called; without them the bars are plain shapes. */
  readonly linkOf?: (bar: TimelineBar) => { readonly href: string; readonly name: string };
};

export function TimelinePlotPart({ layout, palette, linkOf }: PlotProps) {
  const { width, height, lanes, rows } = layout;
  const stripes = rows.filter((_, index) => index % 2 === 1);
  return (
    <g fontFamily={palette.fontFamily} fill={palette.text}>
      <rect width={width} height={height} fill={palette.background} />
      <path d={boxesPath(stripes.map((row) => ({ x: 0, y: row.y, width, height: row.height })))} fill={palette.stripe} />
      <path d={boxesPath(lanes.map((lane) => ({ x: 0, y: lane.y, width, height: lane.headingHeight })))} fill={palette.laneHeading} />
      <path d={verticalsPath(layout.quarters.filter((tick) => !tick.startsYear).map((tick) => tick.x), 0, height)} stroke={palette.grid} />
      <path d={verticalsPath(layout.quarters.filter((tick) => tick.startsYear).map((tick) => tick.x), 0, height)} stroke={palette.gridStrong} />
      {lanes.map((lane) => (
        <path
          key={lane.id ?? "none"}
          d={`M${cut(lane.extent.x + 1)} ${lane.y + 20}v-6h${cut(Math.max(0, lane.extent.width - 2))}v6`}
          fill="none"
          stroke={laneColours(palette, lane.colourIndex).stroke}
          strokeWidth={2}
        />
      ))}
      {layout.today && <path d={`M${layout.today.x} 0V${height}`} stroke={palette.today} strokeWidth={2} />}
      <path d={arrowLines(layout.arrows, false)} fill="none" stroke={palette.arrow} strokeWidth={1.2} />
      <path d={arrowLines(layout.arrows, true)} fill="none" stroke={palette.conflict} strokeWidth={1.8} strokeDasharray="4 3" />
      {lanes.map((lane, laneIndex) => (
        <g key={lane.id ?? "none"} {...(linkOf ? { role: "group", "aria-label": `${lane.name} (${lane.count})` } : {})}>
          {layout.bars.map((bar) => {
            const row = rows[bar.rowIndex];
            if (bar.laneIndex !== laneIndex || row === undefined) return null;
            const mark = <BarMark bar={bar} colours={laneColours(palette, lane.colourIndex)} palette={palette} rowY={row.y} rowHeight={row.height} />;
            const link = linkOf?.(bar);
            return link === undefined ? (
              <g key={bar.id}>{mark}</g>
            ) : (
              <a key={bar.id} href={link.href} aria-label={link.name} data-measure={bar.id}>
                <title>{link.name}</title>
                {mark}
              </a>
            );
          })}
        </g>
      ))}
      <path d={arrowHeads(layout.arrows, true)} fill={palette.conflict} pointerEvents="none" />
      <path d={arrowHeads(layout.arrows, false)} fill={palette.arrow} pointerEvents="none" />
    </g>
  );
}

/** One path for all lines and one for all heads of a kind, however many arrows there are. Lines run behind the bars, heads lie upon them. */
const arrowLines = (arrows: readonly TimelineArrow[], violated: boolean): string =>
  arrows.filter((arrow) => arrow.violated === violated).map((arrow) => linePath(arrow.points)).join("");
const arrowHeads = (arrows: readonly TimelineArrow[], violated: boolean): string =>
  arrows.filter((arrow) => arrow.violated === violated).map((arrow) => arrowHeadPath(arrow.points.at(-1) ?? [0, 0], ARROW_HEAD)).join("");
