import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reorder } from "#app/domain/prioritisation/reorder.ts";
import { swapDistances } from "#app/domain/prioritisation/swap-distance.ts";
import { aLevelTable, weightedTables } from "#tests/support/level-tables.ts";

/** The score before rounding, written down again without typed arrays. */
function plainScore(levels: ReadonlyArray<number | null>, weights: readonly number[]): number {
  const columns = weights.flatMap((weight, j) => (levels[j] === null ? [] : [{ weight, level: levels[j]! }]));
  return columns.reduce((sum, { weight, level }) => sum + weight * level, 0) / columns.reduce((sum, { weight }) => sum + weight, 0);
}

/** The weights after one share has moved, the others keeping their proportions. */
function withShare(weights: readonly number[], column: number, share: number): number[] {
  const others = weights.reduce((sum, weight) => sum + weight, 0) - weights[column]!;
  return weights.map((weight, j) => (j === column ? (share / (1 - share)) * others : weight));
}

describe("how far a weight has to move", () => {
  test("by hand: 70 to 30 becomes level at 50 to 50", () => {
    const table = aLevelTable([
      [40_000, 0],
      [0, 40_000],
    ]);
    const [pair] = swapDistances({ table, weights: [70, 30] });
    expect(pair).toMatchObject({ upperId: 1, lowerId: 2, outcome: { kind: "byWeight", column: 0 } });
    if (pair?.outcome.kind !== "byWeight") throw new Error("expected a move");
    expect([pair.outcome.shareNow, pair.outcome.shareAtSwap, pair.outcome.change].map((share) => Number(share.toFixed(9)))).toEqual([0.7, 0.5, -0.2]);
  });

  test("a dominated neighbour never overtakes, equal scores are tied, the only weight has nothing to give way to", () => {
    const outcomes = (rows: number[][], weights: number[]) => swapDistances({ table: aLevelTable(rows), weights }).map((pair) => pair.outcome.kind);
    expect(outcomes([[3, 3], [2, 2], [1, 1]].map((row) => row.map((each) => each * 10_000)), [1, 1])).toEqual(["never", "never"]);
    expect(outcomes([[20_000, 30_000], [30_000, 20_000]], [1, 1])).toEqual(["tied"]);
    expect(outcomes([[30_000, 0], [20_000, 40_000]], [1, 0])).toEqual(["never"]);
    expect(swapDistances({ table: aLevelTable([[1, 1]]), weights: [1, 1] })).toEqual([]);
  });

  test("re-ranking on both sides of the crossing swaps the pair, and no smaller move of any weight does", () => {
    let overtaken = 0;
    fc.assert(
      fc.property(weightedTables, ({ table, weights, rows }) => {
        const levelsOf = (id: number) => rows.find((row) => row.measure.id === id)!.levels;
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        for (const { upperId, lowerId, outcome } of swapDistances({ table, weights })) {
          const lead = (given: readonly number[]) => plainScore(levelsOf(upperId), given) - plainScore(levelsOf(lowerId), given);
          if (outcome.kind === "tied") continue;
          const reach = outcome.kind === "never" ? 1 : Math.abs(outcome.change);
          if (outcome.kind === "byWeight") {
            expect(Math.abs(lead(withShare(weights, outcome.column, outcome.shareAtSwap)))).toBeLessThan(1e-4);
            const step = Math.sign(outcome.change) * Math.min(1e-6, (1 - outcome.shareAtSwap) / 2, outcome.shareAtSwap / 2);
            const [before, after] = [lead(withShare(weights, outcome.column, outcome.shareAtSwap - step)), lead(withShare(weights, outcome.column, outcome.shareAtSwap + step))];
            expect(before).toBeGreaterThan(-1e-9);
            expect(after).toBeLessThan(1e-9);
            expect(before).toBeGreaterThan(after);
            // Far enough beyond that the difference shows in tenths of a point, the ranking itself has them the other way round.
            const beyond = withShare(weights, outcome.column, outcome.change < 0 ? outcome.shareAtSwap / 2 : (1 + outcome.shareAtSwap) / 2).map((each) => Math.round(each * 10_000));
            if (lead(beyond) < -100) {
              const order = reorder({ table, weights: beyond }).measureIds;
              expect(order.indexOf(lowerId)).toBeLessThan(order.indexOf(upperId));
              overtaken += 1;
            }
          }
          weights.forEach((weight, column) => {
            if (weight === 0 || weight === total) return;
            for (let part = -50; part <= 50; part += 1) {
              const share = weight / total + (part / 50) * reach * 0.999;
              if (share > 0 && share < 1) expect(lead(withShare(weights, column, share))).toBeGreaterThan(-1e-6);
            }
          });
        }
      }),
      { numRuns: 200 },
    );
    expect(overtaken).toBeGreaterThan(50);
  });
});
