import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from "react";
import { flushSync } from "react-dom";
import { frameTimeline, rowsBetween, type TimelineFrame } from "#app/charts/layout/timeline-frame.ts";
import type { TimelineLane } from "#app/charts/layout/timeline-model.ts";
import { axisScaleOf, pictureWidth } from "#app/charts/layout/timeline-scale.ts";
import { arrowsBetween, drawRow, drawRows } from "#app/charts/layout/timeline.ts";
import { frameDescription, laneHeading, timelineInput, type PlanMeasure, type TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import { TimelineAxisPart } from "#app/charts/svg/timeline-axis.tsx";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { compareInTime } from "#app/domain/planning/time-order.ts";
import type { YearSpan } from "#app/domain/planning/timeline-span.ts";
import { UNASSIGNED_LANE, type TimelineView } from "#app/domain/planning/timeline-view.ts";
import { pictureWords } from "#app/i18n/de/timeline-picture.ts";
import { timelineCommand } from "./timeline-keys.ts";
import { TimelineNames } from "./timeline-names.tsx";
import { laneKey, TimelinePlot, type DrawnRow } from "./timeline-plot.tsx";
import { firstStop, placeOfStop, scrollTo, stopsOf } from "./timeline-stops.ts";
import { useStickyLabels } from "./use-sticky-labels.ts";
import { useTimelineWindow } from "./use-timeline-window.ts";

export type TimelinePictureProps = {
  readonly plan: TimelinePlan & { readonly measures: ReadonlyArray<PlanMeasure & { readonly movable?: boolean }> };
  readonly today: PlainDate;
  readonly years: YearSpan;
  readonly view: Pick<TimelineView, "lanesBy" | "rows" | "zoom" | "collapsed" | "from">;
  /** The address that shows the same with these lanes folded. */
  readonly foldedAddress: (collapsed: readonly number[]) => string;
};

const LABEL_WIDTH = 284;
/** Beside the names, before the browser has said how wide the region is. */
const ROOM = 868;
/** Up to here every row is drawn at once: the whole picture is in the page without JavaScript, too. */
const WHOLE_ROWS = 80;
/** Up to here a name may take two lines; beyond, all rows are equally high. */
const MOST_LONG_NAMES = 150;

/** The timeline as a grid that scrolls, its axis and its column of names staying in view. Rows out of view are not drawn. */
export function TimelinePicture({ plan, today, years, view, foldedAddress }: TimelinePictureProps) {
  const region = useRef<HTMLDivElement>(null);
  const [collapsed, setCollapsed] = useState(view.collapsed);
  const [active, setActive] = useState<number | null | undefined>(undefined);
  const room = useRoom(region);
  const measures = useMemo(() => [...plan.measures].sort(compareInTime), [plan]);
  const byId = useMemo(() => new Map(measures.map((measure) => [measure.id, measure])), [measures]);
  const movable = useMemo(() => new Set(measures.filter((measure) => measure.movable).map(({ id }) => id)), [measures]);
  const quarters = (years.lastYear - years.firstYear + 1) * 4;
  const frame = useMemo(
    () =>
      frameTimeline(
        timelineInput({ ...plan, measures }, today, {
          lanesBy: view.lanesBy,
          rows: view.rows,
          years,
          width: pictureWidth(view.zoom, quarters, room),
          labelWidth: LABEL_WIDTH,
          scale: axisScaleOf(view.zoom),
          titleLines: measures.length <= MOST_LONG_NAMES ? 2 : 1,
          order: "given",
          collapsed,
        }),
      ),
    [plan, measures, today, years, view.lanesBy, view.rows, view.zoom, quarters, room, collapsed],
  );
  const ground = useMemo(() => drawRows(frame, 0, -1), [frame]);
  const shown = useTimelineWindow(region, { isWhole: frame.rows.length <= WHOLE_ROWS, axisHeight: ground.axis.height, labelWidth: LABEL_WIDTH });
  const rows = useRows(frame, shown.top, shown.bottom, active ?? null);
  const layout = useMemo(() => ({ ...ground, rows: rows.map(({ row }) => row), ...arrowsBetween(frame, rows[0]?.row.index ?? 0, rows.at(-1)?.row.index ?? -1) }), [ground, rows, frame]);
  useStickyLabels(region, layout);
  useStartAt(region, view.from === null ? null : frame.axis.xOf(view.from));
  useEffect(() => setActive((now) => now ?? firstStop(frame)), [frame]);

  const fold = (id: number) => {
    const next = collapsed.includes(id) ? collapsed.filter((each) => each !== id) : [...collapsed, id];
    setCollapsed(next);
    window.history.replaceState(window.history.state, "", foldedAddress(next));
  };
  const toggleOf = (lane: TimelineLane): string => {
    const id = lane.id ?? UNASSIGNED_LANE;
    return foldedAddress(lane.collapsed ? collapsed.filter((each) => each !== id) : [...collapsed, id]);
  };
  const goTo = (stop: number | undefined) => {
    if (stop === undefined || region.current === null) return;
    flushSync(() => setActive(stop));
    const place = placeOfStop(frame, stop);
    if (place) scrollTo(region.current, place, { top: ground.axis.height, left: LABEL_WIDTH, bottom: 0 });
    region.current.querySelector<SVGAElement>(`[data-stop="${stop}"]`)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stop = stopAt(event.target);
    if (stop === null) return;
    const command = timelineCommand(event.nativeEvent, stop < 0);
    if (command === null) return;
    const stops = stopsOf(frame);
    const lane = frame.lanes.find(({ id }) => laneKey(id) === stop);
    if (command.kind === "step") goTo(stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(stop) + command.by))]);
    else if (command.kind === "edge") goTo(command.to === "first" ? stops[0] : stops.at(-1));
    else if (command.kind === "fold" && lane) {
      if (lane.collapsed === command.open) fold(lane.id ?? UNASSIGNED_LANE);
    } else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const lane = event.target instanceof Element ? event.target.closest<SVGAElement>("[data-lane]") : null;
    if (lane === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    fold(lane.dataset["lane"] === "none" ? UNASSIGNED_LANE : Number(lane.dataset["lane"]));
  };

  const { width, height, axis, labelWidth } = layout;
  return (
    // The cells take the focus and the keys; the region only hears them.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      className="timeline"
      role="grid"
      aria-label={pictureWords.label}
      aria-describedby="zeitplan-beschreibung"
      aria-rowcount={frame.lanes.length + frame.rows.length}
      ref={region}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => setActive(stopAt(event.target) ?? active)}
    >
      <p className="visually-hidden" id="zeitplan-beschreibung" role="presentation">
        {frameDescription(frame)}
      </p>
      <div className="timeline__corner" aria-hidden="true">
        {laneHeading(view.lanesBy)}
      </div>
      <div className="timeline__axis" aria-hidden="true">
        <svg width={width} height={axis.height} viewBox={`0 0 ${width} ${axis.height}`}>
          <TimelineAxisPart layout={layout} palette={pagePalette} stretch={shown.stretch} />
        </svg>
      </div>
      <div className="timeline__names" aria-hidden="true">
        <svg width={labelWidth} height={height} viewBox={`0 0 ${labelWidth} ${height}`}>
          <TimelineNames layout={layout} rows={layout.rows} shown={shown} toggleOf={toggleOf} />
        </svg>
      </div>
      <div className="timeline__plot" role="presentation">
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="presentation">
          <TimelinePlot layout={layout} rows={rows} measureOf={(id) => byId.get(id)} shown={shown} active={active} movable={movable} toggleOf={toggleOf} />
        </svg>
      </div>
    </div>
  );
}

/** Each row is drawn once per frame; the one with the focus stays, wherever the view is. */
function useRows(frame: TimelineFrame<PlanMeasure>, top: number, bottom: number, active: number | null): readonly DrawnRow[] {
  const drawn = useRef<{ readonly of: unknown; readonly rows: Map<number, DrawnRow> }>({ of: null, rows: new Map() });
  return useMemo(() => {
    if (drawn.current.of !== frame) drawn.current = { of: frame, rows: new Map() };
    const known = drawn.current.rows;
    const { first, last } = rowsBetween(frame.rows, top, bottom);
    const indices = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
    const focused = active === null ? undefined : frame.rowOf.get(active);
    if (focused !== undefined && focused < first) indices.unshift(focused);
    if (focused !== undefined && focused > last) indices.push(focused);
    return indices.map((index) => {
      const row = known.get(index) ?? drawRow(frame, index);
      known.set(index, row);
      return row;
    });
  }, [frame, top, bottom, active]);
}

function stopAt(target: EventTarget): number | null {
  const element = target instanceof Element ? target.closest<SVGAElement>("[data-stop]") : null;
  return element === null ? null : Number(element.dataset["stop"]);
}

/** The width left beside the names. */
function useRoom(ref: RefObject<HTMLElement>): number {
  const [room, setRoom] = useState(ROOM);
  useEffect(() => {
    const region = ref.current;
    if (region === null) return;
    const names = region.querySelector(".timeline__names");
    const update = () => setRoom(Math.max(240, Math.floor(region.clientWidth - (names?.clientWidth ?? LABEL_WIDTH))));
    update();
    const observer = new ResizeObserver(update);
    observer.observe(region);
    return () => observer.disconnect();
  }, [ref]);
  return room;
}

/** Begins where the address says; later the reader scrolls. */
function useStartAt(ref: RefObject<HTMLElement>, x: number | null): void {
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || x === null || ref.current === null) return;
    begun.current = true;
    ref.current.scrollLeft = x;
  }, [ref, x]);
}
