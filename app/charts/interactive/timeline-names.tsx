import type { TimelineLane, TimelineLayout, TimelineRow } from "#app/charts/layout/timeline-model.ts";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { boxesPath } from "#app/charts/svg/timeline-shapes.ts";
import { LaneName, RowName } from "#app/charts/svg/timeline.tsx";
import { hrefOf } from "./timeline-plot.tsx";
import type { TimelineWindow } from "./use-timeline-window.ts";

type NamesProps = { readonly layout: TimelineLayout; readonly rows: readonly TimelineRow[]; readonly shown: TimelineWindow; readonly toggleOf: (lane: TimelineLane) => string };

/** Before a lane's name, the sign whether it is open. */
const FOLD = 14;

/** The column that stays in view. The cells of the grid say the same in full, so this is for the eye and the mouse. */
export function TimelineNames({ layout, rows, shown, toggleOf }: NamesProps) {
  const { labelWidth, height, lanes } = layout;
  const bottom = Math.min(height, shown.bottom);
  const near = lanes.filter((lane) => lane.y < bottom && lane.y + Math.max(lane.height, lane.headingHeight) > shown.top);
  return (
    <g fontFamily={pagePalette.fontFamily} fill={pagePalette.text}>
      <rect y={shown.top} width={labelWidth} height={Math.max(0, bottom - shown.top)} fill={pagePalette.panel} />
      <path d={boxesPath(near.map((lane) => ({ x: 0, y: lane.y, width: labelWidth, height: lane.headingHeight })))} fill={pagePalette.laneHeading} />
      {near.map((lane) => (
        <a key={lane.id ?? "none"} href={toggleOf(lane)} tabIndex={-1} data-lane={lane.id ?? "none"}>
          <rect x={0} y={lane.y} width={labelWidth} height={lane.headingHeight} fill="none" pointerEvents="all" />
          <path d={lane.collapsed ? `M10 ${lane.y + 9}l6 5l-6 5Z` : `M8 ${lane.y + 11}h10l-5 6Z`} fill={pagePalette.text} />
          <LaneName lane={lane} width={labelWidth} palette={pagePalette} indent={FOLD} />
        </a>
      ))}
      {rows.map((row) =>
        row.measureId === null ? null : (
          <a key={row.index} href={hrefOf(row.measureId)} tabIndex={-1}>
            <RowName row={row} width={labelWidth} palette={pagePalette} />
          </a>
        ),
      )}
      <path d={`M${labelWidth - 0.5} ${shown.top}V${bottom}`} stroke={pagePalette.gridStrong} />
    </g>
  );
}
