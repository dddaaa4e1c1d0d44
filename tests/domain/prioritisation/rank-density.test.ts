import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutRankStrip, STRIP_WIDTH } from "#app/charts/layout/rank-strip.ts";
import { rankDensity } from "#app/domain/prioritisation/rank-density.ts";
import { analyseRobustness } from "#app/domain/prioritisation/robustness.ts";
import { weightedTables } from "#tests/support/level-tables.ts";

test("shares sum to 1, hold the present place, and fill no more bins than wanted", () => {
  fc.assert(
    fc.property(weightedTables, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 100 }), ({ table, weights }, mostBins, spread) => {
      const robustness = analyseRobustness({ table, weights, spread, sampleCount: 20, seed: 1 });
      if (robustness === null) throw new Error("stopped");
      robustness.entries.forEach((entry, index) => {
        const density = rankDensity(robustness, index, mostBins);
        expect(density.bins.reduce((sum, bin) => sum + bin.share, 0)).toBeCloseTo(1, 9);
        expect(density.bins.length).toBeLessThanOrEqual(mostBins);
        expect(density.bins.map((bin) => bin.bin)).toContain(Math.floor((entry.position - 1) / density.placesPerBin));
        const { cells, markX } = layoutRankStrip({ density, position: entry.position, top: 1 });
        expect(cells.some(({ x, width }) => x <= markX && markX <= x + width)).toBe(true);
        expect(cells.every(({ x, width, strength }) => x >= 0 && width > 0 && x + width <= STRIP_WIDTH + 1e-9 && strength > 0 && strength <= 1 + 1e-9)).toBe(true);
      });
    }),
  );
});
