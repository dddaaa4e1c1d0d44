import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "#app/domain/calendar/plain-date.ts";
import { fromQuarterIndex } from "#app/domain/calendar/quarter.ts";
import { measureStatuses, planningHorizons, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { decodeTimeline, encodeTimeline } from "#app/domain/planning/timeline-columns.ts";
import type { TimelineChart, TimelineEntry } from "#app/domain/planning/timeline-entry.ts";

const id = fc.integer({ min: 1, max: 1_000_000 });
const quarter = fc.option(fc.integer({ min: 0, max: 39_999 }).map(fromQuarterIndex));
const date = fc.integer({ min: -500_000, max: 2_900_000 }).map((days) => addDays(plainDate("1970-01-01"), days));
const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("a\nb", "\\n", "\\", "\n", '"', ""));
const neighbour = { id, title: text, status: fc.constantFrom(...measureStatuses), startQuarter: quarter, endQuarter: quarter };

const entry: fc.Arbitrary<TimelineEntry> = fc.record({
  ...neighbour,
  rowVersion: fc.integer({ min: 1, max: 5 }),
  actionFieldId: fc.option(id),
  leadUnitId: fc.option(id),
  permanentTask: fc.boolean(),
  planningHorizon: fc.option(fc.constantFrom(...planningHorizons)),
  timeframeText: text,
  deadline: fc.option(date),
  progressPercent: fc.option(fc.integer({ min: 0, max: 100 })),
  trafficLight: fc.option(fc.constantFrom(...trafficLights)),
  milestones: fc.array(fc.record({ id, title: text, dueDate: date, reachedOn: fc.option(date) }), { maxLength: 3 }),
  movable: fc.boolean(),
  priority: fc.option(fc.record({ position: id, overrideReason: text })),
  laneId: fc.option(id),
  otherLaneIds: fc.array(id, { maxLength: 2 }),
  ghost: fc.option(fc.record({ startQuarter: quarter, endQuarter: quarter })),
  isNew: fc.boolean(),
  resolved: fc.boolean(),
});
const chart: fc.Arbitrary<TimelineChart> = fc.record({
  measures: fc.array(entry, { maxLength: 6 }),
  undated: fc.array(entry, { maxLength: 3 }),
  others: fc.array(fc.record(neighbour), { maxLength: 3 }),
  dependencies: fc.array(fc.record({ id, predecessorId: id, successorId: id, lagQuarters: fc.integer({ min: 0, max: 40 }) }), { maxLength: 6 }),
});

test("what was encoded is decoded again, whatever stands in it", () => {
  fc.assert(
    fc.property(chart, (each) => {
      expect(decodeTimeline(encodeTimeline(each))).toEqual(each);
    }),
  );
});

test("a measure without anything special takes few signs", () => {
  const plain = { rowVersion: 1, actionFieldId: 3, leadUnitId: 4, permanentTask: false, planningHorizon: null, timeframeText: "", deadline: null, progressPercent: null, trafficLight: null } as const;
  const rest = { milestones: [], movable: true, priority: null, laneId: 3, otherLaneIds: [], ghost: null, isNew: false, resolved: false } as const;
  const measures = Array.from({ length: 1_000 }, (_, index): TimelineEntry => ({ id: index + 1, title: "", status: "planned", startQuarter: fromQuarterIndex(8_108), endQuarter: fromQuarterIndex(8_110), ...plain, ...rest }));
  expect(encodeTimeline({ measures, undated: [], others: [], dependencies: [] }).length / 1_000).toBeLessThan(30);
});
