import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "#app/domain/calendar/plain-date.ts";
import { factCodes } from "#app/domain/measures/completeness.ts";
import { measureStatuses, planningHorizons, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { defaultTimelineView, laneKinds, timelineSorts, timelineZooms } from "#app/domain/planning/timeline-view.ts";
import { measureFindingCodes } from "#app/domain/portfolio/attention.ts";
import { readTimelineView, timelineAddress } from "#app/forms/timeline-view.ts";

const read = (address: string) => readTimelineView(new URL(address, "http://localhost").searchParams);
const asked = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.constantFrom("none" as const, null));
const id = fc.integer({ min: 1, max: 999_999 });
const filter = fc.record({
  search: fc.string({ maxLength: 50 }).map((text) => text.replaceAll("\u0000", "").trim()),
  actionFieldId: asked(id),
  leadUnitId: asked(id),
  status: fc.constantFrom(...measureStatuses, "open" as const, "pursued" as const, null),
  planningHorizon: asked(fc.constantFrom(...planningHorizons)),
  year: asked(fc.integer({ min: 1900, max: 2300 })),
  trafficLight: asked(fc.constantFrom(...trafficLights)),
  missing: fc.constantFrom(...factCodes, "any" as const, null),
  attention: fc.constantFrom(...measureFindingCodes, null),
  archived: fc.constant(false),
});
const view = fc.record({
  presentation: fc.constantFrom("picture" as const, "table" as const),
  lanesBy: fc.constantFrom(...laneKinds),
  rows: fc.constantFrom("perMeasure" as const, "packed" as const),
  zoom: fc.constantFrom(...timelineZooms),
  collapsed: fc.uniqueArray(fc.integer({ min: 0, max: 999_999 }), { maxLength: 20 }),
  filter,
  firstYear: fc.option(fc.integer({ min: 1900, max: 2299 })),
  lastYear: fc.option(fc.integer({ min: 1900, max: 2299 })),
  from: fc.option(fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(plainDate("1950-01-01"), days))),
  sort: fc.option(fc.constantFrom(...timelineSorts)),
  descending: fc.boolean(),
  page: fc.integer({ min: 1, max: 100_000 }),
});

test("every view is read back from its address, and the usual one has none", () => {
  expect(timelineAddress(defaultTimelineView)).toBe("/zeitplan");
  fc.assert(
    fc.property(view, (each) => {
      expect(read(timelineAddress(each))).toEqual(each);
    }),
  );
});

test("what the address says is German and readable", () => {
  const address = timelineAddress({ ...defaultTimelineView, lanesBy: "fundingProgramme", zoom: "weeks", collapsed: [3, 0], from: plainDate("2027-03-01"), filter: { ...defaultTimelineView.filter, status: null, trafficLight: "red" } });
  expect(address).toBe("/zeitplan?ampel=red&status=all&zeilen=foerderprogramm&zoom=wochen&zu=3,0&ab=2027-03-01");
});

test("old bookmarks show what they showed", () => {
  expect(read("/zeitplan?ansicht=tabelle&zeilen=federfuehrung&anordnung=kompakt&suche=E-Akte&feld=3&einheit=4&status=all&von=2027&bis=2029")).toEqual({
    ...defaultTimelineView,
    presentation: "table",
    lanesBy: "leadUnit",
    rows: "packed",
    filter: { ...defaultTimelineView.filter, search: "E-Akte", actionFieldId: 3, leadUnitId: 4, status: null },
    firstYear: 2027,
    lastYear: 2029,
  });
  expect(read("/zeitplan?status=pursued")).toEqual(defaultTimelineView);
  expect(read("/zeitplan?status=idea").filter.status).toBe("idea");
});

test("what nobody can mean is left out", () => {
  expect(read("/zeitplan?zeilen=x&zoom=nah&zu=a,-1,,1e3&ab=2027-02-30&sort=x&seite=0&status=none&archiv=1&von=99&jahr=12")).toEqual(defaultTimelineView);
  expect(read("/zeitplan?zu=4,4,7&seite=3,5")).toMatchObject({ collapsed: [4, 7], page: 3 });
});
