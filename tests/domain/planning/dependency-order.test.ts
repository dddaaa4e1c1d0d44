import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCycle } from "#app/domain/measures/dependency-graph.ts";
import { orderByDependencies } from "#app/domain/planning/dependency-order.ts";

/** Ids 0…n-1 in random order with edges that all run from a smaller to a larger hidden rank: never a cycle. */
const acyclic = fc.integer({ min: 1, max: 25 }).chain((size) =>
  fc.record({
    ids: fc.shuffledSubarray(
      Array.from({ length: size }, (_, id) => id),
      { minLength: size },
    ),
    edges: fc
      .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 60 })
      .map((pairs) => pairs.filter(([a, b]) => a < b).map(([a, b]) => ({ predecessorId: a, successorId: b }))),
  }),
);

describe("dependency order", () => {
  test("every predecessor stands before its successors, and nothing is lost", () => {
    fc.assert(
      fc.property(acyclic, ({ ids, edges }) => {
        const { order, cyclic } = orderByDependencies(ids, edges);
        expect(cyclic).toEqual([]);
        expect([...order].sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b));
        for (const { predecessorId, successorId } of edges) expect(order.indexOf(predecessorId)).toBeLessThan(order.indexOf(successorId));
      }),
    );
  });

  test("without dependencies the order given is kept", () => {
    expect(orderByDependencies([3, 1, 2], [])).toEqual({ order: [3, 1, 2], cyclic: [] });
  });

  test("a cycle and what waits behind it are named, the rest is ordered", () => {
    const edges = [
      { predecessorId: 1, successorId: 2 },
      { predecessorId: 2, successorId: 1 },
      { predecessorId: 2, successorId: 3 },
    ];
    expect(orderByDependencies([4, 3, 2, 1], edges)).toEqual({ order: [4], cyclic: [3, 2, 1] });
  });

  test("an edge to a measure that is not there is ignored", () => {
    expect(orderByDependencies([1], [{ predecessorId: 9, successorId: 1 }])).toEqual({ order: [1], cyclic: [] });
  });
});

test("agrees with the search for cycles: an edge closes one exactly when not everything can be ordered with it", () => {
  fc.assert(
    fc.property(acyclic, fc.nat(24), fc.nat(24), ({ ids, edges }, a, b) => {
      const added = { predecessorId: a % ids.length, successorId: b % ids.length };
      const cycle = findCycle(edges, added);
      expect(cycle !== null).toBe(orderByDependencies(ids, [...edges, added]).cyclic.length > 0);
      cycle?.slice(1).forEach((successorId, index) => expect([...edges, added]).toContainEqual({ predecessorId: cycle[index], successorId }));
    }),
  );
});
