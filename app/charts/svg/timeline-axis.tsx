import type { AxisTick } from "#app/charts/layout/timeline-axis.ts";
import type { PlacedBand, TimelineLayout } from "#app/charts/layout/timeline-model.ts";
import type { TimelinePalette } from "./timeline-palette.ts";
import { cut } from "#app/charts/layout/round-numbers.ts";
import { verticalsPath } from "./timeline-shapes.ts";
import { MarkFlags } from "./timeline-signs.tsx";

export type TimelinePartProps = { readonly layout: TimelineLayout; readonly palette: TimelinePalette };

/** What lies between these positions is drawn; a page leaves out what is far from view. */
export type Stretch = { readonly from: number; readonly to: number };
const WHOLE: Stretch = { from: -Infinity, to: Infinity };
const isIn = ({ from, to }: Stretch, x: number, width: number): boolean => x <= to && x + width >= from;

export function TimelineAxisPart({ layout, palette, stretch = WHOLE }: TimelinePartProps & { readonly stretch?: Stretch }) {
  const { axis, width, today } = layout;
  const marksTop = axis.height - 20;
  const upper = layout.upper.filter((tick) => isIn(stretch, tick.x, tick.width));
  const lower = layout.lower.filter((tick) => isIn(stretch, tick.x, tick.width));
  const bottom = axis.upper + axis.lower;
  return (
    <g fontFamily={palette.fontFamily} fill={palette.text}>
      <rect width={width} height={axis.height} fill={palette.panel} />
      <path d={verticalsPath(lower.map((tick) => tick.x), axis.upper, axis.height)} stroke={palette.grid} />
      <path d={verticalsPath(upper.map((tick) => tick.x), 0, axis.height)} stroke={palette.gridStrong} />
      <path d={`M0 ${axis.upper}H${width}M0 ${bottom}H${width}${axis.bands > 0 ? `M0 ${marksTop}H${width}` : ""}`} stroke={palette.grid} />
      {upper.map((tick) => (
        <UpperLabel key={tick.day} tick={tick} />
      ))}
      {lower.map(
        (tick) =>
          tick.label !== null && (
            <text key={tick.day} x={cut(tick.x + 5)} y={axis.upper + 16} fontSize={11} fill={palette.muted}>
              {tick.label}
            </text>
          ),
      )}
      {layout.bands.map((band, index) => (
        <BandLabel key={band.horizon} band={band} y={bottom} height={axis.bands} shaded={index % 2 === 1} palette={palette} />
      ))}
      <MarkFlags marks={layout.marks.filter((mark) => isIn(stretch, mark.x, (mark.toX ?? mark.x) - mark.x + (mark.label?.width ?? 0)))} y={marksTop} palette={palette} />
      {today && (
        <>
          <path d={`M${today.x} ${bottom}V${axis.height}`} stroke={palette.today} strokeWidth={2} />
          <rect x={today.flagX} y={marksTop + 2} width={today.flagWidth} height={16} rx={3} fill={palette.today} />
          <text x={cut(today.flagX + 6)} y={marksTop + 14} fontSize={11} fontWeight={600} fill={palette.onToday}>
            {today.label}
          </text>
        </>
      )}
      <path d={`M0 ${axis.height - 0.5}H${width}`} stroke={palette.gridStrong} />
    </g>
  );
}

/** Narrower ticks clip their words. */
const WIDEST_LABEL = 120;

function UpperLabel({ tick }: { readonly tick: AxisTick }) {
  if (tick.label === null) return null;
  if (tick.width >= WIDEST_LABEL) {
    return (
      <text x={cut(tick.x + 6)} y={17} fontSize={13} fontWeight={600}>
        {tick.label}
      </text>
    );
  }
  return (
    <svg x={tick.x} width={tick.width} height={25} overflow="hidden">
      <text x={6} y={17} fontSize={13} fontWeight={600}>
        {tick.label}
      </text>
    </svg>
  );
}

type BandLabelProps = { readonly band: PlacedBand; readonly y: number; readonly height: number; readonly shaded: boolean; readonly palette: TimelinePalette };
const BAND_FONT_SIZE = 11;

function BandLabel({ band, y, height, shaded, palette }: BandLabelProps) {
  return (
    <svg x={band.x} y={y} width={band.width} height={height} overflow="hidden">
      <rect width={band.width} height={height} fill={shaded ? palette.laneHeading : palette.panel} />
      <path d={`M0.5 0V${height}`} stroke={palette.gridStrong} />
      <text x={6} y={13} fontSize={BAND_FONT_SIZE} fill={palette.muted}>
        {band.label}
      </text>
    </svg>
  );
}
