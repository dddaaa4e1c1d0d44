import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelTable } from "#app/domain/prioritisation/level-table.ts";
import { reorder } from "#app/domain/prioritisation/reorder.ts";
import { analyseRobustness, rankAcceptability, shareInTop, startRobustness } from "#app/domain/prioritisation/robustness.ts";
import { weightSampler } from "#app/domain/prioritisation/weight-sampling.ts";
import { aLevelTable, weightedTables } from "#tests/support/level-tables.ts";

describe("robustness", () => {
  test("two measures, two criteria, any weights: each is first in half of the weightings", () => {
    const table = aLevelTable([
      [40_000, 0],
      [0, 40_000],
    ]);
    const result = analyseRobustness({ table, weights: [70, 30], spread: 100, sampleCount: 20_000, seed: 7 })!;
    expect(result.entries.map((entry) => [entry.measureId, entry.bestPosition, entry.worstPosition])).toEqual([
      [1, 1, 2],
      [2, 1, 2],
    ]);
    expect(shareInTop(result, 0, 1)).toBeCloseTo(0.5, 1);
    expect(result.entries[0]!.meanPosition).toBeCloseTo(1.5, 1);
  });

  test("half spread leaves the chosen weight half its share: 0.7 becomes 0.35 to 0.85, first in 7 of 10", () => {
    const table = aLevelTable([
      [40_000, 0],
      [0, 40_000],
    ]);
    const result = analyseRobustness({ table, weights: [70, 30], spread: 50, sampleCount: 20_000, seed: 7 })!;
    // 0.35 + 0.5·u > 0.5 where u is uniform: u > 0.3.
    expect(shareInTop(result, 0, 1)).toBeCloseTo(0.7, 1);
  });

  test("a measure better on everything is first whatever the weights", () => {
    const result = analyseRobustness({ table: aLevelTable([[10_000, 20_000], [30_000, 30_000], [0, 10_000]]), weights: [1, 1], spread: 100, sampleCount: 500, seed: 1 })!;
    expect(result.entries.map((entry) => [entry.measureId, entry.bestPosition, entry.worstPosition])).toEqual([
      [2, 1, 1],
      [1, 2, 2],
      [3, 3, 3],
    ]);
  });

  test("reports progress, stops when told, and runs in steps", () => {
    const input = { table: aLevelTable([[1, 2], [2, 1]]), weights: [1, 1], spread: 50, sampleCount: 1000, seed: 3 };
    const seen: number[] = [];
    analyseRobustness(input, (done, total) => {
      expect(total).toBe(1000);
      return seen.push(done) > 0;
    });
    expect(seen.at(-1)).toBe(1000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    let calls = 0;
    expect(analyseRobustness(input, () => (calls += 1) < 3)).toBeNull();
    expect(calls).toBe(3);
    const run = startRobustness(input);
    expect(run.advance(10)).toBe(11);
    expect(run.result().sampleCount).toBe(11);
    while (run.advance(100) < 1000);
    expect(run.result()).toEqual(analyseRobustness(input));
  });

  test("the extremes: no measures, one sample, all weights zero, and what is refused", () => {
    const base = { table: aLevelTable([[1, 2]]), weights: [1, 1], spread: 0, sampleCount: 1, seed: 0 };
    expect(analyseRobustness(base)).toMatchObject({ sampleCount: 1, entries: [{ measureId: 1, position: 1 }] });
    expect(analyseRobustness({ ...base, weights: [0, 0] })).toMatchObject({ entries: [], unratedIds: [1] });
    expect(analyseRobustness({ ...base, table: levelTable({ rows: [], columnCount: 2 }) })).toMatchObject({ entries: [] });
    for (const wrong of [{ spread: 101 }, { spread: -1 }, { spread: 0.5 }, { weights: [1.5, 1] }, { weights: [-1, 1] }, { weights: [1] }, { sampleCount: 0 }]) {
      expect(() => analyseRobustness({ ...base, ...wrong })).toThrow(RangeError);
    }
  });
});

describe("laws of robustness", () => {
  const settings = fc.record({ spread: fc.integer({ min: 0, max: 100 }), seed: fc.integer(), sampleCount: fc.integer({ min: 1, max: 60 }) });

  test("acceptability sums to 1 per place and per measure, intervals hold the present place and the mean, and the present order is the ranking's", () => {
    fc.assert(
      fc.property(weightedTables, settings, ({ table, weights }, setting) => {
        const result = analyseRobustness({ table, weights, ...setting })!;
        const all = result.entries.map((_, index) => index);
        for (const one of all) {
          expect(all.reduce((sum, other) => sum + rankAcceptability(result, other, one), 0)).toBeCloseTo(1, 9);
          expect(shareInTop(result, one, all.length)).toBeCloseTo(1, 9);
        }
        for (const entry of result.entries) {
          expect(entry.bestPosition).toBeLessThanOrEqual(entry.position);
          expect(entry.worstPosition).toBeGreaterThanOrEqual(entry.position);
          expect(entry.meanPosition).toBeGreaterThanOrEqual(entry.bestPosition);
          expect(entry.meanPosition).toBeLessThanOrEqual(entry.worstPosition);
        }
        const present = reorder({ table, weights });
        expect(result.entries.map((entry) => entry.measureId)).toEqual(present.measureIds);
        expect(result.unratedIds).toEqual(present.unratedIds);
        expect([...present.measureIds, ...present.unratedIds].sort((a, b) => a - b)).toEqual(table.measures.map((each) => each.id).sort((a, b) => a - b));
      }),
    );
  });

  test("the slider at 0 leaves every measure where it is", () => {
    fc.assert(
      fc.property(weightedTables, fc.integer(), ({ table, weights }, seed) => {
        const { entries } = analyseRobustness({ table, weights, spread: 0, sampleCount: 20, seed })!;
        for (const entry of entries) expect([entry.bestPosition, entry.worstPosition]).toEqual([entry.position, entry.position]);
      }),
    );
  });

  test("every counted place is the one that re-ranking under the sampled weights gives; the same seed repeats it", () => {
    fc.assert(
      fc.property(weightedTables, settings, ({ table, weights }, setting) => {
        const result = analyseRobustness({ table, weights, ...setting })!;
        const next = weightSampler({ weights, ...setting });
        const size = result.entries.length;
        const expected = new Uint32Array(size * size);
        const count = (given: ArrayLike<number>) =>
          reorder({ table, weights: given }).measureIds.forEach((id, place) => (expected[result.entries.findIndex((entry) => entry.measureId === id) * size + place]! += 1));
        count(weights);
        const sample = new Float64Array(weights.length);
        for (let done = 1; done < setting.sampleCount; done += 1) {
          next(sample);
          count(sample);
        }
        expect(result.rankCounts).toEqual(expected);
        expect(analyseRobustness({ table, weights, ...setting })).toEqual(result);
      }),
      { numRuns: 50 },
    );
  });

  test("sampled weights keep the chosen ones' guaranteed share and switch nothing on", () => {
    fc.assert(
      fc.property(weightedTables, fc.integer({ min: 0, max: 100 }), fc.integer(), ({ weights }, spread, seed) => {
        const next = weightSampler({ weights, spread, seed });
        const sample = new Float64Array(weights.length);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        for (let round = 0; round < 5; round += 1) {
          next(sample);
          const drawn = sample.reduce((sum, weight) => sum + weight, 0);
          sample.forEach((weight, column) => {
            expect(Number.isSafeInteger(weight)).toBe(true);
            expect(weight > 0).toBe(weights[column]! > 0);
            if (total > 0) expect(weight / drawn).toBeGreaterThan(((1 - spread / 100) * weights[column]!) / total - 1e-4);
          });
        }
      }),
    );
  });
});
