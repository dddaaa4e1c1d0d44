import fc from "fast-check";
import { expect, test } from "vitest";
import { measureStatuses } from "#app/domain/measures/vocabulary.ts";
import { defaultTimelineView } from "#app/domain/planning/timeline-view.ts";
import { readTimelineView, timelineAddress } from "#app/forms/timeline-view.ts";

test("every view is read back from its address, and the usual one has none", () => {
  expect(timelineAddress(defaultTimelineView)).toBe("/zeitplan");
  fc.assert(
    fc.property(
      fc.record({
        presentation: fc.constantFrom("picture" as const, "table" as const),
        lanesBy: fc.constantFrom("actionField" as const, "leadUnit" as const),
        rows: fc.constantFrom("perMeasure" as const, "packed" as const),
        search: fc.string({ maxLength: 50 }).map((text) => text.replaceAll("\u0000", "").trim()),
        actionFieldId: fc.option(fc.integer({ min: 1, max: 999_999 })),
        leadUnitId: fc.option(fc.integer({ min: 1, max: 999_999 })),
        status: fc.constantFrom(...measureStatuses, "pursued" as const, "all" as const),
        firstYear: fc.option(fc.integer({ min: 1900, max: 2299 })),
        lastYear: fc.option(fc.integer({ min: 1900, max: 2299 })),
      }),
      (view) => {
        expect(readTimelineView(new URL(timelineAddress(view), "http://localhost").searchParams)).toEqual(view);
      },
    ),
  );
});
