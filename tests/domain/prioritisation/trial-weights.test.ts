import fc from "fast-check";
import { expect, test } from "vitest";
import { changedRuns, placeChanges } from "#app/domain/prioritisation/order-changes.ts";
import { pointsOf, trialWeights } from "#app/domain/prioritisation/trial-weights.ts";

const points = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 });
const shares = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 8 });
const order = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });

test("untouched points leave the exact weights, in points and in shares", () => {
  fc.assert(fc.property(fc.oneof(points, shares), (weights) => void expect(trialWeights(weights, pointsOf(weights))).toEqual(weights)));
});

test("a touched one takes its points, the others stay", () => {
  expect(trialWeights([60, 40], [50, 40])).toEqual([50, 40]);
  expect(pointsOf([1834, 8166])).toEqual([18, 82]);
  expect(trialWeights([1834, 8166], [50, 82])).toEqual([5000, 8166]);
});

test("changes name exactly the measures whose place differs, the furthest first", () => {
  expect(placeChanges([1, 2, 3, 4], [4, 2, 1, 5])).toEqual([
    { measureId: 4, before: 4, after: 1 },
    { measureId: 1, before: 1, after: 3 },
    { measureId: 5, before: null, after: 4 },
    { measureId: 3, before: 3, after: null },
  ]);
  fc.assert(fc.property(order, (ids) => void expect(placeChanges(ids, ids)).toEqual([])));
});

test("runs cover every place that changed hands, and none that did not", () => {
  expect(changedRuns([1, 2, 3, 4, 5], [2, 1, 3, 5, 4])).toEqual([
    { first: 1, measureIds: [2, 1] },
    { first: 4, measureIds: [5, 4] },
  ]);
  fc.assert(
    fc.property(order, order, (before, after) => {
      const places = changedRuns(before, after).flatMap((run) => run.measureIds.map((id, index) => [run.first + index, id]));
      expect(places).toEqual(after.flatMap((id, index) => (before[index] === id ? [] : [[index + 1, id]])));
    }),
  );
});
