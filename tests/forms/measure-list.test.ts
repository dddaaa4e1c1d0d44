import fc from "fast-check";
import { expect, it } from "vitest";
import { factCodes } from "#app/domain/measures/completeness.ts";
import { measureColumns, measureSorts, noFilter, type MeasureListView } from "#app/domain/measures/list-filter.ts";
import { measureStatuses, planningHorizons, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { listAddress, readListView } from "#app/forms/measure-list.ts";

const optional = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));
const id = fc.option(fc.oneof(fc.constant("none" as const), fc.integer({ min: 1, max: 9_999 })));
const view: fc.Arbitrary<MeasureListView> = fc.record({
  filter: fc.record({
    search: fc.constantFrom("", "E-Akte", "50 % & mehr", "Straße+Platz"),
    actionFieldId: id,
    leadUnitId: id,
    status: optional([...measureStatuses, "open"] as const),
    planningHorizon: optional([...planningHorizons, "none"] as const),
    year: fc.option(fc.oneof(fc.constant("none" as const), fc.integer({ min: 2000, max: 2100 }))),
    trafficLight: optional([...trafficLights, "none"] as const),
    missing: optional([...factCodes, "any"] as const),
    attention: fc.constant(noFilter.attention),
    archived: fc.boolean(),
  }),
  sort: fc.constantFrom(...measureSorts),
  descending: fc.boolean(),
  columns: fc.subarray([...measureColumns], { minLength: 1 }),
  page: fc.integer({ min: 1, max: 90 }),
});

it("law: a view's address reads back as the same view", () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(readListView(new URL(listAddress(one), "http://localhost").searchParams)).toEqual(one);
    }),
  );
});

it("the plain list has a plain address, and nonsense in one shows the plain list", () => {
  expect(listAddress({ filter: noFilter })).toBe("/massnahmen");
  const nonsense = new URLSearchParams("feld=x&status=1&jahr=99999999999&seite=-1&spalten=zzz&sort=%00&ampel=blau&suche=%00");
  expect(readListView(nonsense)).toEqual(readListView(new URLSearchParams()));
});
