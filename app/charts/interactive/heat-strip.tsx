import { memo } from "react";
import { heatLevels, type HeatLevel, type HeatRow } from "#app/charts/layout/heat-strip.ts";
import { heatBox, heatHeight, heatRowName, heatText } from "#app/charts/svg/heat-cells.ts";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { boxesPath } from "#app/charts/svg/timeline-shapes.ts";

type HeatStripProps = { readonly rows: readonly HeatRow[]; readonly width: number; readonly withNumbers: boolean };

/** One path for all cells of a level; cells that a tried move changes are framed and say by how much. */
export const HeatStrip = memo(function HeatStrip({ rows, width, withNumbers }: HeatStripProps) {
  const cells = rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
  const boxesOf = (level: HeatLevel): string => boxesPath(cells.filter(({ cell }) => cell.level === level).map(({ row, cell }) => heatBox(row, cell)));
  const changed = cells.filter(({ cell }) => cell.change !== 0);
  const named = withNumbers ? cells.filter(({ cell }) => cell.level !== "none" || cell.change !== 0) : changed;
  return (
    <svg width={width} height={heatHeight(rows)} viewBox={`0 0 ${width} ${heatHeight(rows)}`} fontFamily={pagePalette.fontFamily}>
      <defs>
        <pattern id="ueberlast" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="heat-over" width={6} height={6} />
          <path className="heat-hatch" d="M0 0V6" strokeWidth={2} />
        </pattern>
      </defs>
      <rect width={width} height={heatHeight(rows)} fill={pagePalette.background} />
      {heatLevels.map((level) =>
        level === "none" ? null : level === "over" ? <path key={level} d={boxesOf(level)} fill="url(#ueberlast)" /> : <path key={level} className={`heat-${level}`} d={boxesOf(level)} />,
      )}
      <path d={boxesPath(changed.map(({ row, cell }) => heatBox(row, cell)))} fill="none" stroke={pagePalette.text} strokeWidth={2} />
      {named.map(({ row, cell }) => (
        <text key={`${row.id} ${cell.key}`} className={cell.level === "high" || cell.level === "over" ? "heat-text heat-text--strong" : "heat-text"} x={cell.x + cell.width / 2} y={row.y + 14} fontSize={10} textAnchor="middle">
          {heatText(row, cell)}
        </text>
      ))}
    </svg>
  );
});

export function HeatNames({ rows, width }: { readonly rows: readonly HeatRow[]; readonly width: number }) {
  return (
    <svg width={width} height={heatHeight(rows)} viewBox={`0 0 ${width} ${heatHeight(rows)}`} fontFamily={pagePalette.fontFamily} fill={pagePalette.text}>
      <rect width={width} height={heatHeight(rows)} fill={pagePalette.panel} />
      {rows.map((row) => (
        <text key={`${row.kind} ${row.id}`} x={12} y={row.y + 14} fontSize={12}>
          {heatRowName(row)}
        </text>
      ))}
      <path d={`M${width - 0.5} 0V${heatHeight(rows)}`} stroke={pagePalette.gridStrong} />
    </svg>
  );
}
