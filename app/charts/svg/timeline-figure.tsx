import type { HeatRow } from "#app/charts/layout/heat-strip.ts";
import { layoutLegend, layoutLines, LEGEND_FONT_SIZE, SWATCH_WIDTH } from "#app/charts/layout/timeline-legend.ts";
import type { TimelineLayout } from "#app/charts/layout/timeline-model.ts";
import { heatWords, words } from "#app/i18n/de/timeline-picture.ts";
import { heatHeight } from "./heat-cells.ts";
import { HeatNamesPart, HeatPart } from "./heat-part.tsx";
import { swatchKinds, TimelineSwatch } from "./timeline-swatch.tsx";
import { TimelineAxisPart } from "./timeline-axis.tsx";
import { TimelineNamesPart, TimelinePlotPart } from "./timeline.tsx";
import type { TimelinePalette } from "./timeline-palette.ts";

export type TimelineFigureProps = {
  readonly layout: TimelineLayout;
  readonly palette: TimelinePalette;
  readonly title: string;
  readonly description: string;
  /** Above the column of names. */
  readonly heading: string;
  /** Under the heading, such as which sheet it is. */
  readonly note?: string;
  readonly withLegend: boolean;
  /** Above everything, for a picture that stands alone. */
  readonly caption?: string;
  /** Staff and money under the bars, on the same axis. */
  readonly heat?: readonly HeatRow[];
  /** What the lines across the picture stand for, listed under it, since their words do not all fit into the axis. */
  readonly dates?: readonly string[];
};

const LEGEND_GAP = 12;
const CAPTION_HEIGHT = 34;
const HEAT_HEADING = 22;
const DATES_HEADING = 24;
const DATES_INDENT = 12;

type FigureContent = { readonly withLegend: boolean; readonly caption?: string | undefined; readonly heat?: readonly HeatRow[] | undefined; readonly dates?: readonly string[] };

/** The whole size of a figure with all that belongs to it. */
export function figureSize(layout: TimelineLayout, { withLegend, caption, heat = [], dates = [] }: FigureContent) {
  const width = layout.labelWidth + layout.width;
  const top = caption === undefined ? 0 : CAPTION_HEIGHT;
  const plotBottom = top + layout.axis.height + layout.height;
  const bodyBottom = plotBottom + (heat.length > 0 ? HEAT_HEADING + heatHeight(heat) : 0);
  const legend = layoutLegend(
    swatchKinds.map((kind) => ({ kind, text: words.legend[kind] })),
    width,
  );
  const legendBottom = withLegend ? bodyBottom + LEGEND_GAP + legend.height : bodyBottom + 1;
  const list = layoutLines(dates, width - 2 * DATES_INDENT);
  return { width, top, plotBottom, bodyBottom, legend, legendBottom, list, height: legendBottom + (dates.length > 0 ? DATES_HEADING + list.height + LEGEND_GAP : 0) };
}

/** Axis, names, bars and legend in one self-contained picture without links. */
export function TimelineFigure({ layout, palette, title, description, heading, note, withLegend, caption, heat = [], dates = [] }: TimelineFigureProps) {
  const { width, height, top, plotBottom, bodyBottom, legend, legendBottom, list } = figureSize(layout, { withLegend, caption, heat, dates });
  const { labelWidth, axis } = layout;
  const bodyTop = top + axis.height;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <title>{title}</title>
      <desc>{description}</desc>
      <rect width={width} height={height} fill={palette.background} />
      {caption !== undefined && (
        <text x={12} y={23} fontFamily={palette.fontFamily} fontSize={16} fontWeight={600} fill={palette.text}>
          {caption}
        </text>
      )}
      <svg x={0} y={bodyTop} width={labelWidth} height={layout.height} overflow="hidden">
        <TimelineNamesPart layout={layout} palette={palette} />
      </svg>
      <svg x={labelWidth} y={bodyTop} width={layout.width} height={layout.height} overflow="hidden">
        <TimelinePlotPart layout={layout} palette={palette} />
      </svg>
      <svg x={labelWidth} y={top} width={layout.width} height={axis.height} overflow="hidden">
        <TimelineAxisPart layout={layout} palette={palette} />
      </svg>
      <rect y={top || undefined} width={labelWidth} height={axis.height} fill={palette.panel} />
      <text x={12} y={top + 17} fontFamily={palette.fontFamily} fontSize={13} fontWeight={600} fill={palette.text}>
        {heading}
      </text>
      {note !== undefined && (
        <text x={12} y={top + 37} fontFamily={palette.fontFamily} fontSize={11} fill={palette.muted}>
          {note}
        </text>
      )}
      {heat.length > 0 && (
        <>
          <rect y={plotBottom} width={width} height={HEAT_HEADING} fill={palette.laneHeading} />
          <text x={12} y={plotBottom + 15.5} fontFamily={palette.fontFamily} fontSize={13} fontWeight={600} fill={palette.text}>
            {heatWords.heading}
          </text>
          <g transform={`translate(0 ${plotBottom + HEAT_HEADING})`}>
            <HeatNamesPart rows={heat} width={labelWidth} palette={palette} />
          </g>
          <g transform={`translate(${labelWidth} ${plotBottom + HEAT_HEADING})`}>
            <HeatPart rows={heat} width={layout.width} palette={palette} />
          </g>
        </>
      )}
      <path d={`${top > 0 ? `M0 ${top + 0.5}H${width}` : ""}M0 ${bodyTop - 0.5}H${labelWidth}M${labelWidth - 0.5} ${top}V${bodyTop}M0 ${bodyBottom + 0.5}H${width}`} stroke={palette.gridStrong} />
      {withLegend && (
        <g transform={`translate(0 ${bodyBottom + LEGEND_GAP})`} fontFamily={palette.fontFamily} fontSize={LEGEND_FONT_SIZE} fill={palette.text}>
          {legend.items.map((item) => (
            <g key={item.kind} transform={`translate(${item.x} ${item.y})`}>
              <TimelineSwatch kind={item.kind} palette={palette} />
              <text x={SWATCH_WIDTH + 6} y={14}>
                {item.text}
              </text>
            </g>
          ))}
        </g>
      )}
      {dates.length > 0 && (
        <g transform={`translate(${DATES_INDENT} ${legendBottom})`} fontFamily={palette.fontFamily} fontSize={LEGEND_FONT_SIZE} fill={palette.text}>
          <text x={0} y={17} fontSize={13} fontWeight={600}>
            {words.dates}
          </text>
          {list.lines.map(({ text, x, y }, index) => (
            <svg key={index} x={x} y={y + DATES_HEADING - 12} width={list.columnWidth - 8} height={17} overflow="hidden">
              <text x={0} y={12}>
                {text}
              </text>
            </svg>
          ))}
        </g>
      )}
    </svg>
  );
}
