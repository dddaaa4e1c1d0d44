import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, durationInQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { movedPlace } from "#app/domain/planning/moved-place.ts";

const today = plainDate("2027-05-10");
const START = quarter("2026-Q1");
const somePlace = fc.tuple(fc.nat(20), fc.nat(12)).map(([start, length]) => ({ startQuarter: addQuarters(START, start), endQuarter: addQuarters(START, start + length) }));
const steps = fc.integer({ min: -16, max: 16 });

describe("movedPlace", () => {
  test("the whole bar keeps its length, and the way back leads to where it stood", () => {
    fc.assert(
      fc.property(somePlace, steps, (place, by) => {
        const moved = movedPlace(place, "whole", by, today);
        if (moved === null || moved.startQuarter === null || moved.endQuarter === null) throw new Error("a dated bar has a place");
        expect(durationInQuarters(moved.startQuarter, moved.endQuarter)).toBe(durationInQuarters(place.startQuarter, place.endQuarter));
        expect(movedPlace(moved, "whole", -by, today)).toEqual(place);
      }),
    );
  });

  test("an end goes as far as the other one, and no further", () => {
    fc.assert(
      fc.property(somePlace, steps, fc.constantFrom("start" as const, "end" as const), (place, by, grip) => {
        const moved = movedPlace(place, grip, by, today);
        const length = durationInQuarters(place.startQuarter, place.endQuarter) + (grip === "end" ? by : -by);
        if (length < 1) expect(moved).toBeNull();
        else expect(moved === null || moved.startQuarter === null || moved.endQuarter === null ? null : durationInQuarters(moved.startQuarter, moved.endQuarter)).toBe(length);
      }),
    );
  });

  test("what has no date begins at the current quarter; an open end stays open; an unknown start has no place", () => {
    const none = { startQuarter: null, endQuarter: null };
    expect(movedPlace(none, "whole", 1, today)).toEqual({ startQuarter: "2027-Q3", endQuarter: "2027-Q3" });
    expect(movedPlace(none, "end", 2, today)).toEqual({ startQuarter: "2027-Q2", endQuarter: "2027-Q4" });
    expect(movedPlace({ startQuarter: START, endQuarter: null }, "whole", 2, today)).toEqual({ startQuarter: "2026-Q3", endQuarter: null });
    expect(movedPlace({ startQuarter: START, endQuarter: null }, "end", 3, today)).toEqual({ startQuarter: START, endQuarter: "2026-Q4" });
    expect(movedPlace({ startQuarter: null, endQuarter: START }, "whole", 1, today)).toBeNull();
  });
});
