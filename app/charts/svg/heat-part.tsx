import { HEAT_ROW_HEIGHT, type HeatLevel, type HeatRow } from "#app/charts/layout/heat-strip.ts";
import { cut } from "#app/charts/layout/round-numbers.ts";
import { estimateTextWidth } from "#app/charts/layout/text-width.ts";
import { heatBox, heatHeight, heatRowName, heatText } from "./heat-cells.ts";
import type { TimelinePalette } from "./timeline-palette.ts";
import { boxesPath } from "./timeline-shapes.ts";

type HeatPartProps = { readonly rows: readonly HeatRow[]; readonly width: number; readonly palette: TimelinePalette };

const FONT_SIZE = 10;
const HATCH_STEP = 6;
const filled = ["low", "middle", "high", "over"] as const satisfies readonly HeatLevel[];

/** Staff and money under the picture, for documents: concrete colours, no patterns, the number in every cell that has room. */
export function HeatPart({ rows, width, palette }: HeatPartProps) {
  const cells = rows.flatMap((row) => row.cells.map((cell) => ({ cell, box: heatBox(row, cell), text: heatText(row, cell) })));
  const of = (level: HeatLevel) => cells.filter(({ cell }) => cell.level === level).map(({ box }) => box);
  return (
    <g fontFamily={palette.fontFamily} fill={palette.text}>
      <rect width={width} height={heatHeight(rows)} fill={palette.background} />
      {filled.map((level) => (
        <path key={level} d={boxesPath(of(level))} fill={palette.heat[level]} />
      ))}
      <path d={of("over").map(hatch).join("")} stroke={palette.heat.hatch} strokeWidth={0.8} opacity={0.7} />
      <path d={boxesPath(of("over"))} fill="none" stroke={palette.heat.hatch} />
      <path d={boxesPath(of("open"))} fill="none" stroke={palette.muted} strokeDasharray="2 2" />
      {cells.map(({ cell, box, text }) =>
        cell.level === "none" || estimateTextWidth(text, FONT_SIZE) > box.width - 2 ? null : (
          <text
            key={`${box.y} ${cell.key}`}
            x={cut(box.x + box.width / 2)}
            y={box.y + 13}
            fontSize={FONT_SIZE}
            textAnchor="middle"
            {...(cell.level === "over" ? { stroke: palette.heat.over, strokeWidth: 3, strokeLinejoin: "round", paintOrder: "stroke", fontWeight: 600 } : {})}
          >
            {text}
          </text>
        ),
      )}
      <path d={rows.map((row) => `M0 ${row.y + HEAT_ROW_HEIGHT}H${width}`).join("")} stroke={palette.grid} />
    </g>
  );
}

/** Lines from bottom left to top right that stay within the box. */
function hatch({ x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): string {
  const rise = Math.min(height, width);
  return Array.from({ length: Math.floor((width - rise) / HATCH_STEP) + 1 }, (_, index) => `M${cut(x + index * HATCH_STEP)} ${cut(y + height)}l${cut(rise)} ${cut(-rise)}`).join("");
}

export function HeatNamesPart({ rows, width, palette }: HeatPartProps) {
  return (
    <g fontFamily={palette.fontFamily} fill={palette.text}>
      <rect width={width} height={heatHeight(rows)} fill={palette.panel} />
      {rows.map((row) => (
        <svg key={`${row.kind} ${row.id}`} x={14} y={row.y} width={width - 20} height={HEAT_ROW_HEIGHT} overflow="hidden">
          <text x={0} y={14} fontSize={12}>
            {heatRowName(row)}
          </text>
        </svg>
      ))}
      <path d={`M${width - 0.5} 0V${heatHeight(rows)}`} stroke={palette.gridStrong} />
    </g>
  );
}
