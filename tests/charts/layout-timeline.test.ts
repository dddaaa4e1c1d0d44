import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutTimelinePages } from "#app/charts/layout/timeline-pages.ts";
import { layoutTimeline } from "#app/charts/layout/timeline.ts";
import { scaleUtc } from "d3";
import { liesInSpan } from "#app/charts/layout/timeline-bars.ts";
import { timelineAxis, type AxisScale, type TimelineSpan } from "#app/charts/layout/timeline-axis.ts";
import type { TimelineInput, TimelineLayout, TimelineMeasure } from "#app/charts/layout/timeline-model.ts";
import { addDays, plainDate } from "#app/domain/calendar/plain-date.ts";
import { isoWeek } from "#app/domain/calendar/iso-week.ts";
import { addQuarters, quarter, quarterOf, quarterRange } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { measureStatuses } from "#app/domain/measures/vocabulary.ts";
import { aDependency, aMeasure, aMilestone, aPortfolioOf, someActionFields } from "#tests/support/portfolio.ts";

const axis = (span: TimelineSpan, width: number, scale: AxisScale = "quarters") => timelineAxis(span, width, scale, (_unit, day) => day);
const anInput = (overrides: Partial<TimelineInput> = {}): TimelineInput => ({
  measures: [],
  dependencies: [],
  lanes: someActionFields(),
  laneOf: (measure) => measure.actionFieldId,
  unassignedLane: "ohne Handlungsfeld",
  span: { first: quarter("2027-Q1"), last: quarter("2028-Q4") },
  today: plainDate("2027-02-15"),
  todayLabel: "Heute",
  width: 731,
  labelWidth: 260,
  rows: "perMeasure",
  scale: "quarters",
  axisLabel: (_unit, day) => day,
  bandLabel: (horizon) => horizon,
  titleLines: 2,
  barLabel: (measure) => measure.title,
  ...overrides,
});

const START = quarter("2024-Q1");
const someMeasure: fc.Arbitrary<Measure> = fc
  .record({
    title: fc.string({ maxLength: 60 }),
    start: fc.option(fc.nat(40), { freq: 8 }),
    duration: fc.option(fc.nat(14), { freq: 8 }),
    actionFieldId: fc.option(fc.integer({ min: 1, max: 9 })),
    status: fc.constantFrom(...measureStatuses),
    permanentTask: fc.boolean(),
    progressPercent: fc.option(fc.integer({ min: 0, max: 100 })),
    milestoneDays: fc.array(fc.nat(3000), { maxLength: 3 }),
    deadlineDay: fc.option(fc.nat(3000)),
  })
  .map(({ start, duration, milestoneDays, deadlineDay, ...rest }) =>
    aMeasure({
      ...rest,
      startQuarter: start === null ? null : addQuarters(START, start),
      endQuarter: duration === null ? null : addQuarters(START, (start ?? 0) + duration),
      milestones: milestoneDays.map((day, index) => aMilestone({ id: index, dueDate: addDays(plainDate("2024-01-01"), day) })),
      deadline: deadlineDay === null ? null : addDays(plainDate("2024-01-01"), deadlineDay),
    }),
  );
const somePlan = fc.array(someMeasure, { maxLength: 40 }).chain((measures) =>
  fc.record({
    measures: fc.constant(measures.map((measure, index) => ({ ...measure, id: index + 1 }))),
    dependencies: fc
      .array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 30 })
      .map((pairs) =>
        pairs
          .filter(([a, b]) => a < b && b < measures.length)
          .map(([a, b], index) => aDependency({ id: index + 1, predecessorId: a + 1, successorId: b + 1 })),
      ),
    rows: fc.constantFrom("perMeasure" as const, "packed" as const),
    width: fc.integer({ min: 300, max: 2000 }),
  }),
);

const barOf = (layout: TimelineLayout, id: number) => layout.bars.find((bar) => bar.id === id);

describe("axis", () => {
  test("x grows with every day and meets the edges of the picture", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 400 }), (day, later) => {
        const { xOf, xAfter } = axis({ first: quarter("2025-Q1"), last: quarter("2030-Q4") }, 1000);
        const date = addDays(plainDate("2025-01-01"), day);
        expect(xOf(addDays(date, later))).toBeGreaterThan(xOf(date));
        expect(xAfter(date)).toBe(xOf(addDays(date, 1)));
      }),
    );
    const { xOf, xAfter } = axis({ first: quarter("2025-Q1"), last: quarter("2030-Q4") }, 1000);
    expect(xOf(plainDate("2025-01-01"))).toBe(0);
    expect(xAfter(plainDate("2030-12-31"))).toBeCloseTo(1000, 9);
  });

  test("days are equally wide, also where the clocks change", () => {
    const { xOf } = axis({ first: quarter("2027-Q1"), last: quarter("2027-Q4") }, 365);
    for (const day of ["2027-03-27", "2027-03-28", "2027-03-29", "2027-10-30", "2027-10-31", "2027-11-01"]) {
      expect(xOf(addDays(plainDate(day), 1)) - xOf(plainDate(day))).toBeCloseTo(1, 9);
    }
  });

  test("is d3's scale over the same days", () => {
    const { xOf } = axis({ first: quarter("2025-Q1"), last: quarter("2030-Q4") }, 1000);
    const scale = scaleUtc().domain([new Date("2025-01-01"), new Date("2031-01-01")]).range([0, 1000]);
    fc.assert(
      fc.property(fc.nat(2190), (day) => {
        const date = addDays(plainDate("2025-01-01"), day);
        expect(xOf(date)).toBeCloseTo(scale(new Date(date)), 9);
      }),
    );
  });

  test.each(["quarters", "months", "weeks"] as const)("%s and what they make up cover the picture without a gap", (scale) => {
    const span = { first: quarter("2026-Q3"), last: quarter("2031-Q2") };
    const { upper, lower } = axis(span, 9000, scale);
    if (scale === "quarters") {
      expect(lower.map((tick) => quarterOf(tick.day))).toEqual(quarterRange(span.first, span.last));
      expect(upper.map((tick) => tick.day.slice(0, 4))).toEqual(["2026", "2027", "2028", "2029", "2030", "2031"]);
    }
    for (const ticks of [lower, upper]) {
      expect(ticks[0]?.x).toBe(0);
      expect((ticks.at(-1)?.x ?? 0) + (ticks.at(-1)?.width ?? 0)).toBeCloseTo(9000, 6);
      ticks.slice(1).forEach((tick, index) => expect(tick.x).toBeCloseTo((ticks[index]?.x ?? 0) + (ticks[index]?.width ?? 0), 6));
    }
  });

  test("a week begins on Monday and belongs to the year of its Thursday", () => {
    expect(["2026-12-31", "2027-01-01", "2027-01-03", "2027-01-04", "2024-12-30", "2020-12-31"].map((day) => isoWeek(plainDate(day)))).toEqual([53, 53, 53, 1, 1, 53]);
    const { lower } = axis({ first: quarter("2027-Q1"), last: quarter("2027-Q1") }, 900, "weeks");
    expect(lower.slice(0, 3).map((tick) => tick.day)).toEqual(["2027-01-01", "2027-01-04", "2027-01-11"]);
  });
});

describe("layoutTimeline", () => {
  test("exact numbers for a small example: 731 days, one pixel a day", () => {
    const measures = [
      aMeasure({ id: 1, title: "A", startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q2"), progressPercent: 50, deadline: plainDate("2027-03-31") }),
      aMeasure({
        id: 2,
        title: "B",
        startQuarter: quarter("2027-Q2"),
        endQuarter: quarter("2028-Q1"),
        milestones: [aMilestone({ dueDate: plainDate("2027-12-01") })],
      }),
      aMeasure({ id: 3, title: "C", actionFieldId: null, startQuarter: quarter("2028-Q1"), endQuarter: null, permanentTask: true }),
      aMeasure({ id: 4, title: "D", startQuarter: null, endQuarter: null }),
      aMeasure({ id: 5, title: "E", startQuarter: quarter("2025-Q1"), endQuarter: quarter("2025-Q4") }),
    ];
    const layout = layoutTimeline(anInput({ measures, dependencies: [aDependency({ id: 7, predecessorId: 1, successorId: 2 })] }));
    expect(layout.bars.map(({ id, x, y, width, height, progressWidth, startEdge, endEdge }) => ({ id, x, y, width, height, progressWidth, startEdge, endEdge }))).toEqual([
      { id: 1, x: 0, y: 33, width: 181, height: 20, progressWidth: 90.5, startEdge: "closed", endEdge: "closed" },
      { id: 2, x: 90, y: 63, width: 366, height: 20, progressWidth: null, startEdge: "closed", endEdge: "closed" },
      { id: 3, x: 365, y: 121, width: 366, height: 20, progressWidth: null, startEdge: "closed", endEdge: "permanent" },
    ]);
    expect(barOf(layout, 1)?.deadline).toEqual({ date: "2027-03-31", x: 90, missed: true });
    expect(barOf(layout, 2)?.milestones).toEqual([{ id: 1, title: "Pilot abgenommen", dueDate: "2027-12-01", x: 334, state: "due" }]);
    expect(layout.lanes.map(({ id, name, count, y, height }) => ({ id, name, count, y, height }))).toEqual([
      { id: 1, name: "Verwaltung digital", count: 2, y: 0, height: 88 },
      { id: null, name: "ohne Handlungsfeld", count: 1, y: 88, height: 58 },
    ]);
    expect(layout.height).toBe(146);
    expect(layout.today).toMatchObject({ x: 45 });
    expect(layout.arrows).toEqual([
      { dependencyId: 7, fromId: 1, toId: 2, violated: true, points: [[181, 43], [187, 43], [187, 58], [84, 58], [84, 73], [90, 73]] },
    ]);
    expect([layout.undated, layout.outside]).toEqual([[4], [5]]);
  });

  test("nothing planned is an empty picture, not an error", () => {
    const layout = layoutTimeline(anInput());
    expect(layout).toMatchObject({ height: 0, lanes: [], rows: [], bars: [], arrows: [], undated: [], outside: [] });
  });

  test("a date of which only one side is known covers its quarter and is open at the other", () => {
    const layout = layoutTimeline(
      anInput({
        measures: [
          aMeasure({ id: 1, startQuarter: quarter("2027-Q2"), endQuarter: null }),
          aMeasure({ id: 2, startQuarter: null, endQuarter: quarter("2027-Q3") }),
          aMeasure({ id: 3, startQuarter: quarter("2026-Q1"), endQuarter: quarter("2029-Q4") }),
        ],
      }),
    );
    expect(barOf(layout, 1)).toMatchObject({ x: 90, width: 91, startEdge: "closed", endEdge: "unknown" });
    expect(barOf(layout, 2)).toMatchObject({ x: 181, width: 92, startEdge: "unknown", endEdge: "closed" });
    expect(barOf(layout, 3)).toMatchObject({ x: 0, width: 731, startEdge: "outside", endEdge: "outside" });
  });

  test("every measure is drawn once, undated, or outside", () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        const layout = layoutTimeline(anInput(plan));
        const ids = [...layout.bars.map((bar) => bar.id), ...layout.undated, ...layout.outside].sort((a, b) => a - b);
        expect(ids).toEqual(plan.measures.map((measure) => measure.id));
      }),
    );
  });

  test("in a row, bars with their labels and marks never overlap, and nothing leaves the picture", () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        const layout = layoutTimeline(anInput(plan));
        for (const bar of layout.bars) {
          expect(bar.x).toBeGreaterThanOrEqual(0);
          expect(bar.width).toBeGreaterThan(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(layout.width + 0.001);
          expect(bar.y + bar.height).toBeLessThanOrEqual(layout.height);
          if (bar.label) {
            expect(bar.label.x).toBeGreaterThanOrEqual(0);
            expect(bar.label.x + bar.label.width).toBeLessThanOrEqual(layout.width + 0.002);
          }
        }
        for (const [index] of layout.rows.entries()) {
          const taken = layout.bars
            .filter((bar) => bar.rowIndex === index)
            .map((bar) => [Math.min(bar.x, bar.label?.x ?? bar.x), Math.max(bar.x + bar.width, (bar.label?.x ?? 0) + (bar.label?.width ?? 0))] as const)
            .sort((a, b) => a[0] - b[0]);
          taken.slice(1).forEach(([from], before) => expect(from).toBeGreaterThanOrEqual(taken[before]?.[1] ?? 0));
        }
      }),
    );
  });

  test("a label never lies on a milestone or deadline of its bar", () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        for (const { label, milestones, deadline } of layoutTimeline(anInput(plan)).bars) {
          if (label === null) continue;
          for (const { x } of [...milestones, ...(deadline ? [deadline] : [])]) expect(x <= label.x || x >= label.x + label.width).toBe(true);
        }
      }),
    );
  });

  test("rows lie under one another without overlap, inside their lane", () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        const { rows, lanes, height } = layoutTimeline(anInput(plan));
        rows.forEach((row, index) => {
          const lane = lanes[row.laneIndex];
          expect(row.y).toBeGreaterThanOrEqual((rows[index - 1]?.y ?? 0) + (rows[index - 1]?.height ?? 0));
          expect(row.y).toBeGreaterThanOrEqual((lane?.y ?? 0) + (lane?.headingHeight ?? 0));
          expect(row.y + row.height).toBeLessThanOrEqual((lane?.y ?? 0) + (lane?.height ?? 0));
        });
        expect(lanes.reduce((sum, lane) => sum + lane.height, 0)).toBe(height);
      }),
    );
  });

  test("every arrow starts and ends at its bars and turns at right angles only", () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        const layout = layoutTimeline(anInput(plan));
        for (const arrow of layout.arrows) {
          const from = barOf(layout, arrow.fromId);
          const to = barOf(layout, arrow.toId);
          expect(arrow.points[0]?.[0]).toBeCloseTo((from?.x ?? 0) + (from?.width ?? 0), 2);
          expect(arrow.points[0]?.[1]).toBe((from?.y ?? 0) + 10);
          expect(arrow.points.at(-1)).toEqual([to?.x, (to?.y ?? 0) + 10]);
          arrow.points.slice(1).forEach(([x, y], index) => expect(x === arrow.points[index]?.[0] || y === arrow.points[index]?.[1]).toBe(true));
        }
        const drawn = new Set(layout.bars.map((bar) => bar.id));
        const concerned = plan.dependencies.filter(({ predecessorId, successorId }) => drawn.has(predecessorId) || drawn.has(successorId));
        expect(layout.arrows.length + layout.hiddenDependencies.length).toBe(concerned.length);
      }),
    );
  });
});

describe("layoutTimelinePages", () => {
  test("every bar is on exactly one page, in the order of the whole, and no page is too high", () => {
    fc.assert(
      fc.property(somePlan, fc.integer({ min: 200, max: 700 }), (plan, maxHeight) => {
        const input = anInput({ ...plan, rows: "perMeasure" });
        const pages = layoutTimelinePages(input, { height: maxHeight }, (lane) => `${lane} …`).map(({ layout }) => layout);
        expect(pages.flatMap((page) => page.bars.map((bar) => bar.id))).toEqual(layoutTimeline(input).bars.map((bar) => bar.id));
        for (const page of pages) expect(page.axis.height + page.height).toBeLessThanOrEqual(maxHeight);
      }),
    );
  });

  test("a lane that runs on is named as continued and keeps its colour", () => {
    const { measures, dependencies } = aPortfolioOf(60);
    const input = anInput({ measures, dependencies, span: { first: quarter("2025-Q1"), last: quarter("2031-Q4") } });
    const pages = layoutTimelinePages(input, { height: 600 }, (lane) => `${lane} – Fortsetzung`).map(({ layout }) => layout);
    expect(pages.length).toBeGreaterThan(2);
    const colours = new Map(layoutTimeline(input).lanes.map((lane) => [lane.id, lane.colourIndex]));
    for (const lane of pages.flatMap((page) => page.lanes)) expect(lane.colourIndex).toBe(colours.get(lane.id));
    const names = pages.map((page) => page.lanes.map((lane) => lane.name));
    expect(names[1]?.[0]).toBe(`${names[0]?.at(-1) ?? ""} – Fortsetzung`);
  });

  test("cut by time, every bar is on each stretch in which it runs and on no other, and what has no date on one alone", () => {
    fc.assert(
      fc.property(somePlan, fc.integer({ min: 1, max: 5 }), (plan, quarters) => {
        const input = anInput({ ...plan, rows: "perMeasure", undatedLane: "ohne Termin" });
        const pages = layoutTimelinePages(input, { height: 500, firstHeight: 350, quarters }, (lane) => `${lane} …`);
        for (const { span, layout } of pages) {
          expect(quarterRange(span.first, span.last).length).toBeLessThanOrEqual(quarters);
          expect(layout.axis.height + layout.height).toBeLessThanOrEqual(layout === pages[0]?.layout ? 350 : 500);
        }
        for (const measure of input.measures) {
          const on = pages.filter(({ layout }) => layout.bars.some(({ id }) => id === measure.id)).map(({ span }) => span);
          const isDated = measure.startQuarter !== null || measure.endQuarter !== null;
          expect(new Set(on.map(({ first }) => first)).size).toBe(on.length);
          if (isDated) for (const span of on) expect(liesInSpan(measure, span)).toBe(true);
          expect(on.length > 0).toBe(!isDated || liesInSpan(measure, input.span));
          if (!isDated) expect(on).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a folded lane is headed once, with all it holds counted", () => {
    const { measures, dependencies } = aPortfolioOf(60);
    const input = anInput({ measures, dependencies, span: { first: quarter("2025-Q1"), last: quarter("2031-Q4") }, collapsed: new Set([2]) });
    const whole = layoutTimeline(input).lanes.find(({ id }) => id === 2);
    const folded = layoutTimelinePages(input, { height: 400 }, (lane) => `${lane} …`).flatMap(({ layout }) => layout.lanes.filter(({ id }) => id === 2));
    expect(folded.map(({ name, count, rowCount }) => ({ name, count, rowCount }))).toEqual([{ name: whole?.name, count: whole?.count, rowCount: 0 }]);
  });

  test("the type asks for no more than the timeline needs", () => {
    const slim: TimelineMeasure = aMeasure();
    expect(layoutTimeline(anInput({ measures: [slim] })).bars).toHaveLength(1);
  });
});
