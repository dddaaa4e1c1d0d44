import type { TimelineLane, TimelineLayout, TimelineRow } from "#app/charts/layout/timeline-model.ts";
import { cut } from "#app/charts/layout/round-numbers.ts";
import { TITLE_FONT_SIZE, TITLE_INDENT, TITLE_MARGIN } from "#app/charts/layout/timeline-rows.ts";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { TrafficLightSigns } from "#app/charts/svg/timeline-signs.tsx";
import { boxesPath } from "#app/charts/svg/timeline-shapes.ts";
import { LaneName } from "#app/charts/svg/timeline.tsx";
import { trafficLights } from "#app/domain/measures/vocabulary.ts";
import { hrefOf } from "./timeline-plot.tsx";
import type { TimelineWindow } from "./use-timeline-window.ts";

type NamesProps = { readonly layout: TimelineLayout; readonly rows: readonly TimelineRow[]; readonly shown: TimelineWindow; readonly toggleOf: (lane: TimelineLane) => string };

/** Before a lane's name, the sign whether it is open. */
const FOLD = 14;

const baselineOf = ({ y, title }: TimelineRow, line: number): number => cut(y + (title && title.lines.length > 1 ? 16.5 + line * 15 : 19.5));

/**
 * What stands right of the names: the ground that covers the end of a long one, its dots, and the traffic lights. One
 * element of a kind for all rows, because a page with thousands of them is scrolled through.
 */
function RowEnds({ rows, width }: { readonly rows: readonly TimelineRow[]; readonly width: number }) {
  const left = width - TITLE_MARGIN;
  const long = rows.filter(({ title }) => title?.clipped);
  return (
    <>
      <path d={boxesPath(long.map(({ y, height }) => ({ x: left, y, width: TITLE_MARGIN, height })))} fill={pagePalette.panel} />
      <text x={long.map(() => left + 1).join(" ")} y={long.map((row) => baselineOf(row, (row.title?.lines.length ?? 1) - 1)).join(" ")} fontSize={TITLE_FONT_SIZE} fill={pagePalette.muted}>
        {"…".repeat(long.length)}
      </text>
      {trafficLights.map((light) => (
        <TrafficLightSigns key={light} light={light} places={rows.flatMap((row) => (row.trafficLight === light ? [{ x: width - 16, y: row.y + row.height / 2 }] : []))} palette={pagePalette} />
      ))}
    </>
  );
}

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
            {row.title?.lines.map((line, index) => (
              <text key={index} x={TITLE_INDENT} y={baselineOf(row, index)} fontSize={TITLE_FONT_SIZE}>
                {line}
              </text>
            ))}
          </a>
        ),
      )}
      <RowEnds rows={rows} width={labelWidth} />
      <path d={`M${labelWidth - 0.5} ${shown.top}V${bottom}`} stroke={pagePalette.gridStrong} />
    </g>
  );
}
