import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addQuarters, quarter, quarterFrom } from "#app/domain/calendar/quarter.ts";
import { cycleClosedBy, earliestSuccessorStart, orderByDependencies, violatedDependencies } from "#app/domain/planning/dependency-order.ts";
import { aDependency, aMeasure } from "#tests/support/portfolio.ts";

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

describe("cycleClosedBy", () => {
  const chain = [
    { predecessorId: 1, successorId: 2 },
    { predecessorId: 2, successorId: 3 },
  ];

  test("names the whole cycle", () => {
    expect(cycleClosedBy(chain, { predecessorId: 3, successorId: 1 })).toEqual([3, 1, 2, 3]);
    expect(cycleClosedBy([], { predecessorId: 5, successorId: 5 })).toEqual([5, 5]);
  });

  test("is null where none closes", () => {
    expect(cycleClosedBy(chain, { predecessorId: 1, successorId: 3 })).toBeNull();
  });

  test("agrees with the order: an edge closes a cycle exactly when nothing can be ordered with it", () => {
    fc.assert(
      fc.property(acyclic, fc.nat(24), fc.nat(24), ({ ids, edges }, a, b) => {
        const added = { predecessorId: a % ids.length, successorId: b % ids.length };
        const cycle = cycleClosedBy(edges, added);
        expect(cycle !== null).toBe(orderByDependencies(ids, [...edges, added]).cyclic.length > 0);
        if (cycle === null) return;
        expect(cycle[0]).toBe(cycle.at(-1));
        cycle.slice(1).forEach((successorId, index) => {
          expect([...edges, added]).toContainEqual({ predecessorId: cycle[index], successorId });
        });
      }),
    );
  });
});

describe("violatedDependencies", () => {
  const first = aMeasure({ id: 1, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q2") });
  const startingAt = (start: string) => aMeasure({ id: 2, startQuarter: quarter(start), endQuarter: null });

  test("the successor may start in the quarter after the end, plus the lag", () => {
    expect(violatedDependencies([first, startingAt("2027-Q3")], [aDependency()])).toEqual([]);
    expect(violatedDependencies([first, startingAt("2027-Q3")], [aDependency({ lagQuarters: 1 })])).toEqual([
      { dependency: aDependency({ lagQuarters: 1 }), start: "2027-Q3", earliestStart: "2027-Q4" },
    ]);
    expect(violatedDependencies([first, startingAt("2027-Q2")], [aDependency()])).toHaveLength(1);
  });

  test("an unknown date violates nothing", () => {
    expect(violatedDependencies([aMeasure({ id: 1, endQuarter: null }), startingAt("2027-Q1")], [aDependency()])).toEqual([]);
    expect(violatedDependencies([first, aMeasure({ id: 2, startQuarter: null })], [aDependency()])).toEqual([]);
    expect(violatedDependencies([first], [aDependency()])).toEqual([]);
  });

  test("a successor moved to the earliest start is never violated, one quarter earlier always", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 4 }), fc.nat(40), (year, number, lagQuarters) => {
        const end = quarterFrom(year, number);
        const earliest = earliestSuccessorStart(end, lagQuarters);
        const judge = (start: string) => violatedDependencies([{ ...first, endQuarter: end }, startingAt(start)], [aDependency({ lagQuarters })]).length;
        expect(judge(earliest)).toBe(0);
        expect(judge(addQuarters(earliest, -1))).toBe(1);
      }),
    );
  });
});
