import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { settledStatuses, type MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import { earliestStartAfter, findCycle, violatedDependencies } from "#app/domain/measures/dependency-graph.ts";

const edge = (predecessorId: number, successorId: number) => ({ predecessorId, successorId });

describe("findCycle", () => {
  it("names the cycle in working order", () => {
    expect(findCycle([edge(1, 2), edge(2, 3)], edge(3, 1))).toEqual([3, 1, 2, 3]);
    expect(findCycle([edge(1, 2)], edge(2, 1))).toEqual([2, 1, 2]);
    expect(findCycle([], edge(1, 1))).toEqual([1, 1]);
  });

  it("lets a second way to the same goal pass", () => {
    expect(findCycle([edge(1, 2), edge(2, 3)], edge(1, 3))).toBeNull();
  });

  it("names the shortest of several cycles", () => {
    expect(findCycle([edge(1, 2), edge(2, 3), edge(3, 4), edge(1, 4)], edge(4, 1))).toEqual([4, 1, 4]);
  });

  const edges = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })), { maxLength: 30 });

  it("law: edges accepted one by one never form a cycle, and a refused one names a closed path over accepted edges", () => {
    fc.assert(
      fc.property(edges, (pairs) => {
        const accepted: ReturnType<typeof edge>[] = [];
        for (const [from, to] of pairs) {
          const cycle = findCycle(accepted, edge(from, to));
          if (cycle === null) {
            accepted.push(edge(from, to));
            continue;
          }
          expect(cycle.at(0)).toBe(from);
          expect(cycle.at(1)).toBe(to);
          expect(cycle.at(-1)).toBe(from);
          cycle.slice(1, -1).forEach((id, index) => expect(accepted).toContainEqual(edge(id, cycle[index + 2] ?? Number.NaN)));
        }
        expect(sortsTopologically(accepted)).toBe(true);
      }),
    );
  });
});

describe("violatedDependencies", () => {
  const first = { id: 1, status: "planned" as MeasureStatus, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q2") };
  const dependency = (lagQuarters: number) => ({ id: 9, predecessorId: 1, successorId: 2, lagQuarters });
  const second = (start: string | null) => ({ id: 2, status: "planned" as const, startQuarter: start === null ? null : quarter(start), endQuarter: null });

  it("accepts the quarter right after the predecessor's end and refuses the one before", () => {
    expect(violatedDependencies([first, second("2027-Q3")], [dependency(0)])).toEqual([]);
    expect(violatedDependencies([first, second("2027-Q2")], [dependency(0)])).toEqual([
      { ...dependency(0), earliestStart: "2027-Q3", plannedStart: "2027-Q2" },
    ]);
  });

  it("adds the lag", () => {
    expect(earliestStartAfter(first, 2)).toBe("2028-Q1");
    expect(violatedDependencies([first, second("2027-Q4")], [dependency(2)])).toHaveLength(1);
  });

  it.each(settledStatuses)("is silent about a predecessor that is %s", (status) => {
    expect(violatedDependencies([{ ...first, status }, second("2027-Q1")], [dependency(0)])).toEqual([]);
  });

  it("is silent about what is unknown", () => {
    expect(violatedDependencies([first, second(null)], [dependency(0)])).toEqual([]);
    expect(violatedDependencies([{ ...first, endQuarter: null }, second("2020-Q1")], [dependency(0)])).toEqual([]);
    expect(violatedDependencies([second("2020-Q1")], [dependency(0)])).toEqual([]);
  });
});

function sortsTopologically(edges: ReadonlyArray<{ predecessorId: number; successorId: number }>): boolean {
  let rest = edges;
  for (;;) {
    const free = rest.filter((one) => !rest.some((other) => other.successorId === one.predecessorId));
    if (free.length === 0) return rest.length === 0;
    rest = rest.filter((one) => !free.includes(one));
  }
}
