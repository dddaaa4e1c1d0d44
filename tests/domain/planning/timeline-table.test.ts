import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter, quarterFrom } from "#app/domain/calendar/quarter.ts";
import { horizonBands, horizonOfQuarter } from "#app/domain/planning/horizon-bands.ts";
import type { TimelineEntry } from "#app/domain/planning/timeline-entry.ts";
import { LISTED_PER_PAGE, timelineListPage } from "#app/domain/planning/timeline-list.ts";
import { ROWS_PER_PAGE, timelineTablePage, timelineTableRows } from "#app/domain/planning/timeline-table.ts";
import { timelineSorts } from "#app/domain/planning/timeline-view.ts";

const entry = (change: Partial<TimelineEntry>): TimelineEntry => ({
  ...{ id: 1, rowVersion: 1, title: "E-Akte", actionFieldId: null, leadUnitId: null, status: "planned", permanentTask: false, planningHorizon: null },
  ...{ startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q4"), timeframeText: "", deadline: null, progressPercent: null, trafficLight: null },
  ...{ milestones: [], movable: true, priority: null, laneId: null, otherLaneIds: [], ghost: null, isNew: false, resolved: false },
  ...change,
});
const plan = (entries: readonly TimelineEntry[], more: Partial<Parameters<typeof timelineTableRows>[0]> = {}) => ({
  measures: entries.filter(({ startQuarter, endQuarter }) => startQuarter !== null || endQuarter !== null),
  undated: entries.filter(({ startQuarter, endQuarter }) => startQuarter === null && endQuarter === null),
  ...{ others: [], dependencies: [], marks: [] },
  lanes: [
    { id: 7, name: "Schule" },
    { id: 3, name: "Bürgerservice" },
  ],
  bands: horizonBands({ firstYear: 2027, lastYear: 2030 }),
  ...more,
});
const shown = (entries: readonly TimelineEntry[], view: Partial<Parameters<typeof timelineTablePage>[1]> = {}) => timelineTablePage(plan(entries), { sort: null, descending: false, page: 1, ...view });

describe("the table", () => {
  test("stands in the order of the lanes, each in time; what has no lane and what has no date comes last", () => {
    const entries = [
      entry({ id: 1, laneId: 3, startQuarter: quarter("2028-Q1"), endQuarter: null }),
      entry({ id: 2, laneId: 3 }),
      entry({ id: 3, laneId: null }),
      entry({ id: 4, laneId: 7, otherLaneIds: [3] }),
      entry({ id: 5, laneId: 7, startQuarter: null, endQuarter: null }),
      entry({ id: 6, laneId: 99 }),
    ];
    const { groups, count } = shown(entries);
    expect(count).toBe(6);
    expect(groups.map(({ heading, rows }) => [heading, rows.map((row) => row.entry.id)])).toEqual([
      [{ kind: "lane", name: "Schule" }, [4]],
      [{ kind: "lane", name: "Bürgerservice" }, [2, 1]],
      [{ kind: "lane", name: null }, [3, 6]],
      [{ kind: "undated" }, [5]],
    ]);
    expect(groups[0]?.rows[0]?.otherLanes).toEqual(["Bürgerservice"]);
  });

  test("holds every measure exactly once on its pages, however it is sorted, and unknown values last", () => {
    const arbitrary = fc.array(
      fc.record({
        startQuarter: fc.option(fc.integer({ min: 2026, max: 2029 }).map((year) => quarterFrom(year, 2))),
        priority: fc.option(fc.integer({ min: 1, max: 400 }).map((position) => ({ position, overrideReason: "" }))),
        laneId: fc.option(fc.constantFrom(3, 7)),
        progressPercent: fc.option(fc.integer({ min: 0, max: 100 })),
      }),
      { maxLength: 3 * ROWS_PER_PAGE },
    );
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(null, ...timelineSorts), fc.boolean(), (changes, sort, descending) => {
        const entries = changes.map((change, index) => entry({ ...change, id: index + 1, endQuarter: change.startQuarter, title: `Maßnahme ${(index * 7) % 13}` }));
        const first = shown(entries, { sort, descending });
        const ids = Array.from({ length: first.pageCount }, (_, index) => shown(entries, { sort, descending, page: index + 1 })).flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map((row) => row.entry.id)));
        expect(ids).toEqual(timelineTableRows(plan(entries), { sort, descending }).map((row) => row.entry.id));
        expect([...ids].sort((a, b) => a - b)).toEqual(entries.map(({ id }) => id));
        if (sort !== "priority") return;
        const places = ids.map((id) => entries[id - 1]?.priority?.position ?? null);
        const known = places.filter((place) => place !== null);
        expect(places).toEqual([...[...known].sort((a, b) => (descending ? b - a : a - b)), ...places.filter((place) => place === null)]);
      }),
      { numRuns: 60 },
    );
  });

  test("a lane that runs on over pages is headed again, with the number of all its measures", () => {
    const entries = Array.from({ length: ROWS_PER_PAGE + 1 }, (_, index) => entry({ id: index + 1, laneId: 3 }));
    expect(shown(entries, { page: 2 })).toMatchObject({ page: 2, pageCount: 2, from: 101, to: 101, groups: [{ heading: { name: "Bürgerservice" }, count: 101, continued: true, rows: [{ entry: { id: 101 } }] }] });
    expect(shown(entries, { page: 9 }).page).toBe(2);
    expect(shown([])).toMatchObject({ groups: [], count: 0, page: 1, pageCount: 1, from: 0, to: 0 });
  });

  test("says what a measure waits for, what is in conflict, which windows are open and what was moved", () => {
    const entries = [
      entry({ id: 1, title: "Netz", endQuarter: quarter("2027-Q3") }),
      entry({ id: 2, title: "Portal", deadline: plainDate("2027-06-30"), ghost: { startQuarter: quarter("2026-Q3"), endQuarter: quarter("2027-Q4") } }),
    ];
    const mark = { kind: "fundingWindow" as const, from: plainDate("2027-01-01"), to: plainDate("2027-06-30"), label: "Förderfenster EFRE", measureIds: [2] };
    const dependencies = [{ id: 1, predecessorId: 1, successorId: 2, lagQuarters: 1 }];
    const [first, second] = timelineTableRows(plan(entries, { dependencies, marks: [mark] }), { sort: "title", descending: false });
    expect(first).toMatchObject({ predecessors: [], windows: [], band: "shortTerm", conflicts: [{ kind: "blocksSuccessor", title: "Portal", earliestStart: "2028-Q1" } ] });
    expect(second).toMatchObject({
      predecessors: [{ title: "Netz", lagQuarters: 1 }],
      windows: [{ label: "Förderfenster EFRE" }],
      conflicts: [{ kind: "startsTooEarly", title: "Netz" }, { kind: "deadlineMissed", deadline: "2027-06-30" }],
    });
  });
});

describe("the list by quarter", () => {
  test("holds every measure once, in time, and leads to each year", () => {
    const entries = Array.from({ length: 2 * LISTED_PER_PAGE + 5 }, (_, index) => entry({ id: index + 1, startQuarter: quarterFrom(2026 + (index % 4), 1) }));
    const pages = [1, 2, 3].map((page) => timelineListPage(plan(entries), page));
    expect(pages.flatMap(({ measureIds }) => measureIds).sort((a, b) => a - b)).toEqual(entries.map(({ id }) => id));
    expect(pages[0]).toMatchObject({ page: 1, pageCount: 3, years: [{ year: 2026, page: 1 }, { year: 2027, page: 1 }, { year: 2028, page: 2 }, { year: 2029, page: 2 }] });
    const dependencies = [{ id: 1, predecessorId: 2, successorId: 5, lagQuarters: 0 }];
    expect(timelineListPage(plan(entries, { dependencies }), 1).conflictIds).toEqual([5, 2]);
    expect(timelineListPage(plan([]), 4)).toEqual({ measureIds: [], conflictIds: [], page: 1, pageCount: 1, years: [] });
  });
});

describe("planning horizons in time", () => {
  test("budget year and the next, the rest of the financial planning, and beyond", () => {
    const bands = horizonBands({ firstYear: 2027, lastYear: 2030 });
    expect(bands).toEqual([
      { horizon: "shortTerm", first: "2027-Q1", last: "2028-Q4" },
      { horizon: "midTerm", first: "2029-Q1", last: "2030-Q4" },
      { horizon: "longTerm", first: "2031-Q1", last: null },
    ]);
    expect(["2026-Q4", "2027-Q1", "2028-Q4", "2029-Q1", "2030-Q4", "2031-Q1", "2099-Q1"].map((each) => horizonOfQuarter(quarter(each), bands))).toEqual([null, "shortTerm", "shortTerm", "midTerm", "midTerm", "longTerm", "longTerm"]);
  });

  test("a plan of one or two years has no medium term", () => {
    expect(horizonBands({ firstYear: 2027, lastYear: 2027 }).map(({ horizon, first }) => [horizon, first])).toEqual([["shortTerm", "2027-Q1"], ["longTerm", "2028-Q1"]]);
    expect(horizonBands({ firstYear: 2027, lastYear: 2028 }).map(({ horizon, first }) => [horizon, first])).toEqual([["shortTerm", "2027-Q1"], ["longTerm", "2029-Q1"]]);
  });
});
