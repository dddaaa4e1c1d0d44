import { memo } from "react";
import type { TimelineBar, TimelineLane, TimelineLayout, TimelineMeasure, TimelineRow } from "#app/charts/layout/timeline-model.ts";
import { BarMark } from "#app/charts/svg/timeline-bar.tsx";
import { laneColours, pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { barName } from "#app/charts/svg/timeline-texts.ts";
import { ArrowHeads, ArrowLines, MarkPatterns, PlotGround } from "#app/charts/svg/timeline.tsx";
import type { TimelineWindow } from "./use-timeline-window.ts";

export const hrefOf = (id: number): string => `/massnahmen/${id}`;

export type DrawnRow = { readonly row: TimelineRow; readonly bars: readonly TimelineBar[] };

type PlotProps = {
  readonly layout: TimelineLayout;
  readonly rows: readonly DrawnRow[];
  readonly measureOf: (id: number) => TimelineMeasure | undefined;
  readonly shown: TimelineWindow;
  /** Where the keyboard stands, the only tab stop; undefined until there is JavaScript: then every bar is one. */
  readonly active: number | null | undefined;
  /** Ids of measures this person may move. */
  readonly movable: ReadonlySet<number>;
  readonly toggleOf: (lane: TimelineLane) => string;
};

/** The rows in view as the body of a grid: a row per line of the picture, a cell per bar. */
export const TimelinePlot = memo(function TimelinePlot({ layout, rows, measureOf, shown, active, movable, toggleOf }: PlotProps) {
  const bottom = Math.min(layout.height, shown.bottom);
  const lanes = layout.lanes.map((lane, index) => ({ lane, index, rows: rows.filter((drawn) => drawn.row.laneIndex === index) })).filter(({ lane, rows: own }) => own.length > 0 || (lane.y < bottom && lane.y + lane.headingHeight > shown.top));
  return (
    <g fontFamily={pagePalette.fontFamily} fill={pagePalette.text} role="presentation">
      <g aria-hidden="true">
        <MarkPatterns palette={pagePalette} />
        <PlotGround layout={layout} palette={pagePalette} top={shown.top} bottom={bottom} stretch={shown.stretch} patterned />
        <ArrowLines arrows={layout.arrows} palette={pagePalette} />
      </g>
      {lanes.map(({ lane, index, rows: own }) => (
        <g key={lane.id ?? "none"} role="rowgroup" aria-label={`${lane.name} (${lane.count})`}>
          <LaneRow lane={lane} width={layout.width} laneIndex={index} rowIndex={gridIndexOfLane(layout.lanes, index)} toggle={toggleOf(lane)} active={active} />
          {own.map(({ row, bars }) => (
            <PlotRow key={row.index} row={row} bars={bars} laneIndex={index} colourIndex={lane.colourIndex} activeId={active === undefined || bars.some(({ id }) => id === active) ? active : null} measureOf={measureOf} movable={movable} />
          ))}
        </g>
      ))}
      <g aria-hidden="true">
        <ArrowHeads arrows={layout.arrows} palette={pagePalette} />
      </g>
    </g>
  );
});

/** Headings of lanes are rows of the grid, too; counted from 1. */
const gridIndexOfLane = (lanes: readonly TimelineLane[], index: number): number => lanes.slice(0, index).reduce((sum, lane) => sum + 1 + lane.rowCount, 1);

/** A lane's focus is told from a measure's by its sign. @param index among the lanes shown */
export const laneKey = (index: number): number => -1 - index;

type LaneRowProps = { readonly lane: TimelineLane; readonly laneIndex: number; readonly width: number; readonly rowIndex: number; readonly toggle: string; readonly active: number | null | undefined };

function LaneRow({ lane, laneIndex, width, rowIndex, toggle, active }: LaneRowProps) {
  return (
    <g role="row" aria-rowindex={rowIndex}>
      <g role="rowheader">
        <a
          href={toggle}
          aria-expanded={!lane.collapsed}
          aria-label={`${lane.name} (${lane.count})`}
          data-lane={lane.id ?? "none"}
          data-stop={laneKey(laneIndex)}
          tabIndex={active === undefined || active === laneKey(laneIndex) ? 0 : -1}
        >
          <rect className="timeline-lane-bar" x={0} y={lane.y} width={width} height={lane.headingHeight} fill="none" pointerEvents="all" />
        </a>
      </g>
    </g>
  );
}

type PlotRowProps = DrawnRow & {
  readonly laneIndex: number;
  readonly colourIndex: number;
  readonly activeId: number | null | undefined;
  readonly measureOf: (id: number) => TimelineMeasure | undefined;
  readonly movable: ReadonlySet<number>;
};

const PlotRow = memo(function PlotRow({ row, bars, laneIndex, colourIndex, activeId, measureOf, movable }: PlotRowProps) {
  const colours = laneColours(pagePalette, colourIndex);
  return (
    <g role="row" aria-rowindex={row.index + laneIndex + 2}>
      {bars.map((bar) => {
        const measure = measureOf(bar.id);
        return (
          <g key={bar.id} role="gridcell">
            <a
              href={hrefOf(bar.id)}
              aria-label={measure ? barName(measure, bar.inConflict) : ""}
              data-measure={bar.id}
              data-stop={bar.id}
              data-movable={movable.has(bar.id) ? "" : undefined}
              tabIndex={activeId === undefined || activeId === bar.id ? 0 : -1}
            >
              <rect className="timeline-target" x={bar.x} y={bar.y - 2} width={Math.max(24, bar.width)} height={bar.height + 4} fill="none" pointerEvents="all" />
              <BarMark bar={bar} colours={colours} palette={pagePalette} live />
            </a>
          </g>
        );
      })}
    </g>
  );
});
