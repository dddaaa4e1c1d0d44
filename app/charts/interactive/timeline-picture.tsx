import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from "react";
import { flushSync } from "react-dom";
import { frameTimeline, rowsBetween, type TimelineFrame } from "#app/charts/layout/timeline-frame.ts";
import type { TimelineLane } from "#app/charts/layout/timeline-model.ts";
import { HEAT_ROW_HEIGHT, heatStrip, type HeatTrial } from "#app/charts/layout/heat-strip.ts";
import { axisScaleOf, pictureWidth } from "#app/charts/layout/timeline-scale.ts";
import { arrowsBetween, drawRow, drawRows } from "#app/charts/layout/timeline.ts";
import { frameDescription, laneHeading, timelineInput, type PlanMeasure, type TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import { heatHeight } from "#app/charts/svg/heat-cells.ts";
import { TimelineAxisPart } from "#app/charts/svg/timeline-axis.tsx";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { movedPlace, type BarGrip } from "#app/domain/planning/moved-place.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import type { TimelineHeat } from "#app/domain/planning/timeline-entry.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { compareInTime } from "#app/domain/planning/time-order.ts";
import type { YearSpan } from "#app/domain/planning/timeline-span.ts";
import { UNASSIGNED_LANE, type TimelineView } from "#app/domain/planning/timeline-view.ts";
import { pictureWords } from "#app/i18n/de/timeline-picture.ts";
import { HeatNames, HeatStrip } from "./heat-strip.tsx";
import { timelineCommand } from "./timeline-keys.ts";
import { TimelineNames } from "./timeline-names.tsx";
import { TimelinePlot, type DrawnRow } from "./timeline-plot.tsx";
import { firstStop, placeOfStop, scrollTo, stopsOf } from "./timeline-stops.ts";
import { useBarDrag } from "./use-bar-drag.ts";
import { usePan } from "./use-pan.ts";
import { useStickyLabels } from "./use-sticky-labels.ts";
import { useTimelineWindow } from "./use-timeline-window.ts";

type PicturedMeasure = PlanMeasure & { readonly movable?: boolean };

/** What the picture tells of hands and keys, and what it is told in turn. */
export type TimelineHands = {
  /** Where measures stand that were moved since the page was loaded. */
  readonly places: ReadonlyMap<number, Placement>;
  /** What the move that is being tried does to the strip. */
  readonly trial: HeatTrial | null;
  /** A bar is held over this place; null when it is let go. */
  readonly onTry: (id: number, place: Placement | null) => void;
  readonly onMove: (id: number, place: Placement) => void;
  readonly onUndo: (direction: "undo" | "redo") => void;
  readonly onFocusBar: (id: number | null) => void;
  readonly onHelp: () => void;
  /** Something that could not be done, in words. */
  readonly onSay: (text: string) => void;
};

export type TimelinePictureProps = {
  readonly plan: TimelinePlan & { readonly measures: readonly PicturedMeasure[]; readonly undated: readonly PicturedMeasure[] };
  readonly heat: TimelineHeat;
  readonly withNumbers: boolean;
  readonly today: PlainDate;
  readonly years: YearSpan;
  readonly view: Pick<TimelineView, "lanesBy" | "rows" | "zoom" | "collapsed" | "from">;
  /** Grows with every wish to see today. */
  readonly toToday: number;
  /** The address that shows the same with these lanes folded. */
  readonly foldedAddress: (collapsed: readonly number[]) => string;
  readonly hands: TimelineHands;
  /** Draws every row until there is JavaScript. */
  readonly whole?: boolean;
};

const LABEL_WIDTH = 284;
/** Beside the names, before the browser has said how wide the region is. */
const ROOM = 868;
/** Today is shown with so much of the past before it. */
const LEAD = 160;
/** Up to here every row is drawn at once: the whole picture is in the page without JavaScript, too. */
export const WHOLE_ROWS = 80;
/** Up to here a name may take two lines; beyond, all rows are equally high. */
const MOST_LONG_NAMES = 150;

/** The timeline as a grid that scrolls, its axis and its column of names staying in view. Rows out of view are not drawn. */
export function TimelinePicture({ plan, heat, withNumbers, today, years, view, toToday, foldedAddress, hands, whole = false }: TimelinePictureProps) {
  const region = useRef<HTMLDivElement>(null);
  const [collapsed, setCollapsed] = useState(view.collapsed);
  const [active, setActive] = useState<number | null | undefined>(undefined);
  const [resized, setResized] = useState<{ readonly id: number; readonly place: Placement } | null>(null);
  const [isWhole, setWhole] = useState(whole);
  useEffect(() => setWhole(false), []);
  const room = useRoom(region);
  const inTime = useMemo(() => [...plan.measures].sort(compareInTime).concat(plan.undated), [plan]);
  // A moved bar keeps its row as long as the picture is looked at: nothing jumps under the hand.
  const [rank] = useState(() => new Map(inTime.map(({ id }, index) => [id, index])));
  const loaded = useMemo(() => {
    const rankOf = (id: number): number => rank.get(id) ?? rank.size;
    return [...inTime].sort((a, b) => rankOf(a.id) - rankOf(b.id));
  }, [inTime, rank]);
  const byId = useMemo(() => new Map(loaded.map((measure) => [measure.id, measure])), [loaded]);
  const movable = useMemo(() => new Set(loaded.filter((measure) => measure.movable).map(({ id }) => id)), [loaded]);
  const { places } = hands;
  const measures = useMemo(() => {
    if (places.size === 0 && resized === null) return loaded;
    const placeOf = (id: number): Placement | undefined => (resized?.id === id ? resized.place : places.get(id));
    return loaded.map((measure) => {
      const place = placeOf(measure.id);
      return place ? { ...measure, ...place } : measure;
    });
  }, [loaded, places, resized]);
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
          withUndated: true,
          collapsed,
        }),
      ),
    [plan, measures, today, years, view.lanesBy, view.rows, view.zoom, quarters, room, collapsed],
  );
  const ground = useMemo(() => drawRows(frame, 0, -1), [frame]);
  const shown = useTimelineWindow(region, { isWhole: isWhole || frame.rows.length <= WHOLE_ROWS, covered: ground.axis.height + (heat.teams.length + heat.budget.length) * HEAT_ROW_HEIGHT, labelWidth: LABEL_WIDTH });
  const rows = useRows(frame, shown.top, shown.bottom, active ?? null);
  const layout = useMemo(() => {
    const { first, last } = rowsBetween(frame.rows, shown.top, shown.bottom);
    return { ...ground, rows: rows.map(({ row }) => row), ...arrowsBetween(frame, first, last) };
  }, [ground, rows, frame, shown.top, shown.bottom]);
  const measureOf = useCallback((id: number): PicturedMeasure | undefined => {
    const measure = byId.get(id);
    const place = places.get(id);
    return measure && place ? { ...measure, ...place } : measure;
  }, [byId, places]);
  const strip = useMemo(() => heatStrip(heat, frame.axis, layout.width, hands.trial), [heat, frame, layout.width, hands.trial]);
  useStickyLabels(region, layout);
  usePan(region);
  const startAt = view.from ?? (view.zoom === "fit" ? null : today);
  useScrollTo(region, startAt === null ? null : frame.axis.xOf(startAt) - (view.from === null ? LEAD : 0), view.zoom);
  useScrollTo(region, toToday === 0 ? null : frame.axis.xOf(today) - LEAD, toToday);
  useEffect(() => setActive((now) => now ?? firstStop(frame)), [frame]);
  useBarDrag(region, frame, {
    onTry: (drag) => {
      const measure = drag === null ? undefined : measureOf(drag.id);
      if (drag === null || measure === undefined) {
        setResized(null);
        return hands.onTry(0, null);
      }
      const place = movedPlace(measure, drag.grip, drag.quarters, today);
      if (drag.grip !== "whole" && place !== null) setResized({ id: drag.id, place });
      hands.onTry(drag.id, place);
    },
    onDrop: ({ id, grip, quarters: by }) => {
      setResized(null);
      move(id, grip, by);
    },
  });

  const move = (id: number, grip: BarGrip, by: number) => {
    const measure = measureOf(id);
    if (measure === undefined) return;
    if (!movable.has(id)) return hands.onSay(pictureWords.notMovable(measure.title));
    const place = movedPlace(measure, grip, by, today);
    if (place === null) hands.onSay(pictureWords.noPlace(measure.title));
    else hands.onMove(id, place);
  };
  const fold = (id: number) => {
    const next = collapsed.includes(id) ? collapsed.filter((each) => each !== id) : [...collapsed, id];
    setCollapsed(next);
    window.history.replaceState(window.history.state, "", foldedAddress(next));
  };
  const toggleOf = useCallback(
    (lane: TimelineLane): string => {
      const id = lane.id ?? UNASSIGNED_LANE;
      return foldedAddress(lane.collapsed ? collapsed.filter((each) => each !== id) : [...collapsed, id]);
    },
    [collapsed, foldedAddress],
  );
  const goTo = (stop: number | undefined) => {
    if (stop === undefined) return;
    flushSync(() => setActive(stop));
    reach(stop);
  };
  const reach = (stop: number) => {
    if (region.current === null) return;
    const place = placeOfStop(frame, stop);
    if (place) scrollTo(region.current, place, { top: ground.axis.height, left: LABEL_WIDTH, bottom: heatHeight(strip) });
    region.current.querySelector<SVGAElement>(`[data-stop="${stop}"]`)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stop = stopAt(event.target);
    if (stop === null) return;
    const command = timelineCommand(event.nativeEvent, stop < 0);
    if (command === null) return;
    const stops = stopsOf(frame);
    const lane = stop < 0 ? frame.lanes[-1 - stop] : undefined;
    if (command.kind === "step") goTo(stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(stop) + command.by))]);
    else if (command.kind === "edge") goTo(command.to === "first" ? stops[0] : stops.at(-1));
    else if (command.kind === "fold" && lane) {
      if (lane.collapsed === command.open) fold(lane.id ?? UNASSIGNED_LANE);
    } else if (command.kind === "move") move(stop, "whole", command.quarters);
    else if (command.kind === "resize") move(stop, "end", command.quarters);
    else if (command.kind === "undo" || command.kind === "redo") hands.onUndo(command.kind);
    else if (command.kind === "help") hands.onHelp();
    else return;
    event.preventDefault();
  };
  const hasFocus = useRef(false);
  // A measure that gets its first date changes its lane, and with it its place in the page: the keyboard goes along.
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body && typeof active === "number") reach(active);
  });
  const onFocus = (target: EventTarget) => {
    hasFocus.current = true;
    const stop = stopAt(target);
    if (stop === null) return;
    setActive(stop);
    hands.onFocusBar(stop < 0 ? null : stop);
  };
  const onClick = (event: MouseEvent) => {
    const lane = event.target instanceof Element ? event.target.closest<SVGAElement>("[data-lane]") : null;
    if (lane === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    fold(lane.dataset["lane"] === "none" ? UNASSIGNED_LANE : Number(lane.dataset["lane"]));
  };

  const { width, height, axis, labelWidth } = layout;
  return (
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus -- the cells take the focus and the keys; the region only hears them
    <div
      className="timeline"
      role="grid"
      aria-label={pictureWords.label}
      aria-describedby="zeitplan-beschreibung"
      aria-rowcount={frame.lanes.length + frame.rows.length}
      ref={region}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => onFocus(event.target)}
      onBlur={(event) => {
        hasFocus.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      <p className="visually-hidden" id="zeitplan-beschreibung" role="presentation">
        {frameDescription(frame)} {pictureWords.use}
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
          <TimelinePlot layout={layout} rows={rows} measureOf={measureOf} shown={shown} active={active} movable={movable} toggleOf={toggleOf} />
        </svg>
      </div>
      {strip.length > 0 && (
        <>
          <div className="timeline__heat-names" aria-hidden="true">
            <HeatNames rows={strip} width={labelWidth} />
          </div>
          <div className="timeline__heat" aria-hidden="true">
            <HeatStrip rows={strip} width={width} withNumbers={withNumbers} />
          </div>
        </>
      )}
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

/** Brings a position to the left edge, once for each `wish`; later the reader scrolls. */
function useScrollTo(ref: RefObject<HTMLElement>, x: number | null, wish: unknown): void {
  const done = useRef<unknown>(null);
  useEffect(() => {
    if (x === null || ref.current === null || done.current === wish) return;
    done.current = wish;
    ref.current.scrollLeft = x;
  }, [ref, x, wish]);
}
