import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heatStrip } from "#app/charts/layout/heat-strip.ts";
import { timelineAxis } from "#app/charts/layout/timeline-axis.ts";
import { frameTimeline, rowsBetween } from "#app/charts/layout/timeline-frame.ts";
import { axisScaleOf, pictureWidth } from "#app/charts/layout/timeline-scale.ts";
import { drawRows, layoutTimeline } from "#app/charts/layout/timeline.ts";
import { timelineCommand } from "#app/charts/interactive/timeline-keys.ts";
import { placeOfStop, stopsOf } from "#app/charts/interactive/timeline-stops.ts";
import { timelineInput } from "#app/charts/svg/arrange-timeline.ts";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { cents } from "#app/domain/money/cents.ts";
import { timelineZooms } from "#app/domain/planning/timeline-view.ts";
import { aPortfolioOf } from "#tests/support/portfolio.ts";

const today = plainDate("2026-11-23");
const years = { firstYear: 2024, lastYear: 2030 };
const portfolio = aPortfolioOf(120);
const inputOf = (rows: "perMeasure" | "packed", collapsed: readonly number[] = []) =>
  timelineInput(portfolio, today, { lanesBy: "actionField", rows, years, width: 1600, labelWidth: 280, titleLines: 1, withUndated: true, collapsed });

describe("a window of the timeline", () => {
  test("shows exactly what the whole picture shows there, arrows as far as they lie there", () => {
    for (const rows of ["perMeasure", "packed"] as const) {
      const frame = frameTimeline(inputOf(rows));
      const whole = layoutTimeline(inputOf(rows));
      fc.assert(
        fc.property(fc.nat(frame.height), fc.nat(900), (top, height) => {
          const { first, last } = rowsBetween(frame.rows, top, top + height);
          const part = drawRows(frame, first, last);
          expect(part.rows).toEqual(whole.rows.filter((row) => row.y < top + height && row.y + row.height > top));
          expect(part.bars).toEqual(whole.bars.filter((bar) => bar.rowIndex >= first && bar.rowIndex <= last));
          const arrows = new Map(whole.arrows.map((arrow) => [arrow.dependencyId, arrow]));
          const [above, below] = [(part.rows[0]?.y ?? 0) - 40, (part.rows.at(-1)?.y ?? 0) + (part.rows.at(-1)?.height ?? 0) + 40];
          for (const arrow of part.arrows) {
            const { points = [], ...rest } = arrows.get(arrow.dependencyId) ?? {};
            expect(arrow).toEqual({ ...rest, points: points.map(([x, y]) => [x, Math.max(above, Math.min(y, below))]) });
          }
          const ids = new Set(part.bars.map(({ id }) => id));
          const touching = whole.arrows.filter(({ fromId, toId }) => ids.has(fromId) || ids.has(toId)).map(({ dependencyId }) => dependencyId);
          expect(part.arrows.map(({ dependencyId }) => dependencyId)).toEqual(touching);
        }),
        { numRuns: 60 },
      );
    }
  });

  test("a folded lane keeps its heading and its count, and its bars are not reached", () => {
    const open = frameTimeline(inputOf("perMeasure"));
    const folded = frameTimeline(inputOf("perMeasure", [1]));
    const [lane] = folded.lanes;
    expect(lane).toMatchObject({ id: 1, collapsed: true, rowCount: 0, height: 28, count: open.lanes[0]?.count });
    expect(stopsOf(folded)).toHaveLength(stopsOf(open).length - (open.lanes[0]?.rowCount ?? 0));
  });

  test("measures without a date stand in a last lane, torn at both ends, from today on", () => {
    const frame = frameTimeline(inputOf("perMeasure"));
    const undated = frame.lanes.at(-1);
    expect(undated).toMatchObject({ name: "ohne Termin", count: frame.undated.length });
    expect(frame.undated.length).toBeGreaterThan(0);
    const { bars } = drawRows(frame, 0, Infinity);
    for (const id of frame.undated) expect(bars.find((bar) => bar.id === id)).toMatchObject({ startEdge: "unknown", endEdge: "unknown" });
  });

  test("every stop of the keyboard has a place, every bar is a stop", () => {
    const frame = frameTimeline(inputOf("packed"));
    const stops = stopsOf(frame);
    expect(stops.filter((stop) => stop >= 0).sort((a, b) => a - b)).toEqual([...frame.rowOf.keys()].sort((a, b) => a - b));
    for (const stop of stops) expect(placeOfStop(frame, stop)).not.toBeNull();
  });

  test("each scale is wider than the last, and none is narrower than its window", () => {
    const widths = timelineZooms.map((zoom) => pictureWidth(zoom, 24, 868));
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths).toEqual([868, 1728, 3744, 13104]);
    expect(timelineZooms.map(axisScaleOf)).toEqual(["quarters", "quarters", "months", "weeks"]);
  });
});

describe("the strip of staff and budget", () => {
  const axis = timelineAxis({ first: quarter("2027-Q1"), last: quarter("2027-Q4") }, 365, "quarters", () => "");
  const heat = {
    teams: [{ id: 1, name: "IT", cells: [{ quarter: quarter("2027-Q1"), demand: 40, unknownCount: 0, capacity: 50 }, { quarter: quarter("2027-Q2"), demand: 10, unknownCount: 1, capacity: null }] }],
    budget: [{ kind: "investive" as const, cells: [{ fiscalYear: 2027, expense: cents(1_000_00), unknownCount: 0, frame: cents(900_00) }] }],
  };

  test("stands on the axis of the picture and tells how much of a limit is used", () => {
    expect(heatStrip(heat, axis, 365, null)).toEqual([
      {
        kind: "team",
        id: 1,
        name: "IT",
        y: 0,
        cells: [
          { key: "2027-Q1", x: 0, width: 90, level: "middle", used: 40, limit: 50, change: 0 },
          { key: "2027-Q2", x: 90, width: 91, level: "open", used: 10, limit: null, change: 0 },
        ],
      },
      { kind: "budget", id: "investive", name: null, y: 20, cells: [{ key: "2027", x: 0, width: 365, level: "over", used: 100_000, limit: 90_000, change: 0 }] },
    ]);
  });

  test("a move that is tried takes out what the measure took and puts in what it would take", () => {
    const before = { staff: [{ teamId: 1, quarter: quarter("2027-Q1"), demand: 30, unknownCount: 0 }], budget: [] };
    const after = { staff: [{ teamId: 1, quarter: quarter("2027-Q2"), demand: 30, unknownCount: 0 }], budget: [{ fiscalYear: 2027, kind: "investive" as const, expense: -20_000, unknownCount: 0 }] };
    const [team, money] = heatStrip(heat, axis, 365, { before, after });
    expect(team?.cells.map(({ used, change, level }) => ({ used, change, level }))).toEqual([
      { used: 10, change: -30, level: "low" },
      { used: 40, change: 30, level: "open" },
    ]);
    expect(money?.cells).toMatchObject([{ used: 80_000, change: -20_000, level: "high" }]);
  });
});

describe("timelineCommand", () => {
  const press = (key: string, held: Partial<Record<"altKey" | "ctrlKey" | "metaKey" | "shiftKey", boolean>> = {}, onLane = false) =>
    timelineCommand({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held }, onLane);

  test("reads every key of the list, and leaves the others to the browser", () => {
    expect(press("ArrowDown")).toEqual({ kind: "step", by: 1 });
    expect(press("PageUp")).toEqual({ kind: "step", by: -10 });
    expect(press("End")).toEqual({ kind: "edge", to: "last" });
    expect(press("ArrowRight", { altKey: true })).toEqual({ kind: "move", quarters: 1 });
    expect(press("ArrowLeft", { altKey: true, shiftKey: true })).toEqual({ kind: "resize", quarters: -1 });
    expect(press("z", { ctrlKey: true })).toEqual({ kind: "undo" });
    expect(press("Z", { metaKey: true, shiftKey: true })).toEqual({ kind: "redo" });
    expect(press("y", { ctrlKey: true })).toEqual({ kind: "redo" });
    expect(press("?", { shiftKey: true })).toEqual({ kind: "help" });
    expect(press("ArrowLeft", {}, true)).toEqual({ kind: "fold", open: false });
    expect(press("ArrowRight", { altKey: true }, true)).toBeNull();
    for (const key of ["Enter", "Tab", "a", " "]) expect(press(key)).toBeNull();
    expect(press("c", { ctrlKey: true })).toBeNull();
    expect(press("ArrowDown", { altKey: true })).toBeNull();
  });
});
