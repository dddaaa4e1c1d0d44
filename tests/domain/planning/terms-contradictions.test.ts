import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, lastDayOf, quarter } from "#app/domain/calendar/quarter.ts";
import { plannedDuration, plannerKnowledge } from "#app/domain/planning/planner-knowledge.ts";
import { pairContradiction, termsContradictions } from "#app/domain/planning/terms-contradictions.ts";
import { aCostItem, aMeasure, aStaffDemand } from "#tests/support/portfolio.ts";

const today = plainDate("2027-05-10");
const undated = aMeasure({ startQuarter: null, endQuarter: null });
const window = { id: 4, programme: "Smart Cities", opensQuarter: quarter("2028-Q1"), closesQuarter: quarter("2028-Q4"), required: false };
const codes = (question: Partial<Parameters<typeof termsContradictions>[0]>) =>
  termsContradictions({ measure: undated, terms: { durationQuarters: 4, fixed: false }, windows: [], today, ...question }).map(({ code }) => code);

test("the duration comes from the dates, else from the terms; a permanent task may be endless", () => {
  expect(plannedDuration(aMeasure(), { durationQuarters: 9 })).toEqual({ kind: "dates", quarters: 4 });
  expect(plannedDuration(undated, { durationQuarters: 9 })).toEqual({ kind: "terms", quarters: 9 });
  expect(plannedDuration(undated, { durationQuarters: null })).toEqual({ kind: "unknown" });
  expect(plannedDuration({ ...undated, permanentTask: true }, { durationQuarters: null })).toEqual({ kind: "endless" });
});

test("no estimate at all is as unknown as one without an amount", () => {
  const measure = aMeasure({ costItems: [aCostItem(), aCostItem({ id: 2, amountCents: null })], staffDemands: [aStaffDemand({ personDays: 0 })] });
  expect(plannerKnowledge(measure, { durationQuarters: null })).toMatchObject({ costs: { count: 2, unknownCount: 1 }, efforts: { count: 1, unknownCount: 0 } });
});

test("a deadline before the earliest possible end is told, with the quarters", () => {
  const measure = { ...undated, deadline: plainDate("2028-03-31"), earliestStart: plainDate("2027-09-01") };
  expect(termsContradictions({ measure, terms: { durationQuarters: 4, fixed: false }, windows: [], today })).toEqual([
    { code: "deadlineTooEarly", deadline: "2028-03-31", earliestStart: "2027-Q3", earliestEnd: "2028-Q2" },
  ]);
  expect(codes({ measure, terms: { durationQuarters: 3, fixed: false } })).toEqual([]);
  // Of unknown duration: a quarter at least.
  expect(codes({ measure: { ...measure, deadline: plainDate("2027-06-30") }, terms: { durationQuarters: null, fixed: false } })).toEqual(["deadlineTooEarly"]);
  expect(codes({ measure: { ...measure, status: "implemented", deadline: plainDate("2027-06-30") } })).toEqual([]);
});

test("a measure that runs is judged by its own start", () => {
  const measure = aMeasure({ status: "inProgress", startQuarter: quarter("2025-Q1"), endQuarter: quarter("2027-Q2"), deadline: plainDate("2027-06-30") });
  expect(codes({ measure })).toEqual([]);
  expect(codes({ measure, windows: [{ ...window, required: true }] })).toEqual(["fixedOutsideWindow"]);
});

test("fixed needs dates; windows must be reachable", () => {
  expect(codes({ terms: { durationQuarters: 4, fixed: true } })).toEqual(["fixedWithoutDates"]);
  expect(codes({ windows: [window] })).toEqual([]);
  expect(codes({ windows: [{ ...window, opensQuarter: quarter("2026-Q1"), closesQuarter: quarter("2027-Q1") }] })).toEqual(["windowPast"]);
  expect(codes({ measure: { ...undated, earliestStart: plainDate("2029-01-01") }, windows: [window] })).toEqual(["windowBeforeStart"]);
  expect(codes({ measure: { ...undated, deadline: plainDate("2028-09-30") }, windows: [window] })).toEqual(["windowAfterDeadline"]);
  expect(codes({ measure: { ...undated, deadline: plainDate("2028-12-31") }, windows: [window] })).toEqual([]);
});

test("a deadline is told exactly when no start from the earliest on can keep it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 12 }), (wait, durationQuarters, until) => {
      const start = addQuarters(quarter("2027-Q2"), wait);
      const end = addQuarters(quarter("2027-Q2"), until);
      const measure = { ...undated, earliestStart: lastDayOf(start), deadline: lastDayOf(end) };
      expect(codes({ measure, terms: { durationQuarters, fixed: false } })).toEqual(addQuarters(start, durationQuarters - 1) > end ? ["deadlineTooEarly"] : []);
    }),
  );
});

test("two that exclude each other cannot both be mandatory, nor wait for each other", () => {
  const pair = { kind: "excludes", firstId: 1, secondId: 2 } as const;
  const none = { mandatoryIds: new Set([1]), dependencies: [] };
  expect(pairContradiction(pair, none)).toBeNull();
  expect(pairContradiction(pair, { ...none, mandatoryIds: new Set([1, 2]) })).toBe("bothMandatory");
  expect(pairContradiction(pair, { ...none, dependencies: [{ predecessorId: 2, successorId: 1 }] })).toBe("dependent");
  expect(pairContradiction({ ...pair, kind: "savesTogether" }, { mandatoryIds: new Set([1, 2]), dependencies: [] })).toBeNull();
});
