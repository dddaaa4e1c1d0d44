import { layoutLegend, LEGEND_FONT_SIZE, SWATCH_WIDTH } from "#app/charts/layout/timeline-legend.ts";
import type { TimelineLayout } from "#app/charts/layout/timeline-model.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
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
  readonly withLegend: boolean;
};

const LEGEND_GAP = 12;

/** The whole size of a figure, legend included. */
export function figureSize(layout: TimelineLayout, withLegend: boolean) {
  const width = layout.labelWidth + layout.width;
  const bodyBottom = layout.axis.height + layout.height;
  const legend = layoutLegend(
    swatchKinds.map((kind) => ({ kind, text: words.legend[kind] })),
    width,
  );
  return { width, bodyBottom, legend, height: withLegend ? bodyBottom + LEGEND_GAP + legend.height : bodyBottom + 1 };
}

/** Axis, names, bars and legend in one self-contained picture without links. */
export function TimelineFigure({ layout, palette, title, description, heading, withLegend }: TimelineFigureProps) {
  const { width, height, bodyBottom, legend } = figureSize(layout, withLegend);
  const { labelWidth, axis } = layout;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <title>{title}</title>
      <desc>{description}</desc>
      <rect width={width} height={height} fill={palette.background} />
      <svg x={0} y={axis.height} width={labelWidth} height={layout.height} overflow="hidden">
        <TimelineNamesPart layout={layout} palette={palette} />
      </svg>
      <svg x={labelWidth} y={axis.height} width={layout.width} height={layout.height} overflow="hidden">
        <TimelinePlotPart layout={layout} palette={palette} />
      </svg>
      <svg x={labelWidth} y={0} width={layout.width} height={axis.height} overflow="hidden">
        <TimelineAxisPart layout={layout} palette={palette} />
      </svg>
      <rect width={labelWidth} height={axis.height} fill={palette.panel} />
      <text x={12} y={17} fontFamily={palette.fontFamily} fontSize={13} fontWeight={600} fill={palette.text}>
        {heading}
      </text>
      <path d={`M0 ${axis.height - 0.5}H${labelWidth}M${labelWidth - 0.5} 0V${axis.height}M0 ${bodyBottom + 0.5}H${width}`} stroke={palette.gridStrong} />
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
    </svg>
  );
}
