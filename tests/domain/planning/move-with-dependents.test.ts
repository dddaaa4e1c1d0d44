import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, quarter, quarterDistance } from "#app/domain/calendar/quarter.ts";
import { earliestStartAfter, violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { heldBecause, moveWithDependents, type ChainedMeasure } from "#app/domain/planning/move-with-dependents.ts";
import { aDependency } from "#tests/support/portfolio.ts";

const q = quarter;
const chained = (id: number, start: string | null, end: string | null, rest: Partial<ChainedMeasure> = {}): ChainedMeasure => ({
  ...{ id, status: "planned", earliestStart: null, deadline: null, held: null },
  startQuarter: start === null ? null : q(start),
  endQuarter: end === null ? null : q(end),
  ...rest,
});
const to = (measureId: number, start: string, end: string | null) => ({ measureId, startQuarter: q(start), endQuarter: end === null ? null : q(end) });
const links = (...pairs: Array<readonly [number, number, number?]>) => pairs.map(([predecessorId, successorId, lagQuarters = 0], index) => aDependency({ id: index + 1, predecessorId, successorId, lagQuarters }));

describe("moves along", () => {
  test("a chain by no more than it must, with lags, durations kept", () => {
    const measures = [chained(1, "2027-Q1", "2027-Q2"), chained(2, "2027-Q3", "2027-Q4"), chained(3, "2028-Q2", "2028-Q4")];
    const { changes, blocked, remaining } = moveWithDependents({ measures, dependencies: links([1, 2], [2, 3, 1]), move: to(1, "2027-Q2", "2027-Q4") });
    expect(changes.map(({ measureId, after }) => [measureId, after.startQuarter, after.endQuarter])).toEqual([
      [1, "2027-Q2", "2027-Q4"],
      [2, "2028-Q1", "2028-Q2"],
      [3, "2028-Q4", "2029-Q2"],
    ]);
    expect([blocked, remaining]).toEqual([[], []]);
  });

  test("nobody who has room, and nobody when moved earlier", () => {
    const measures = [chained(1, "2027-Q1", "2027-Q1"), chained(2, "2028-Q1", "2028-Q2")];
    expect(moveWithDependents({ measures, dependencies: links([1, 2]), move: to(1, "2027-Q4", "2027-Q4") }).changes).toHaveLength(1);
    expect(moveWithDependents({ measures, dependencies: links([1, 2]), move: to(1, "2026-Q4", "2026-Q4") }).changes).toHaveLength(1);
  });

  test("to the earliest start where that is later, and a permanent task without an end", () => {
    const measures = [chained(1, "2027-Q1", "2027-Q1"), chained(2, "2027-Q2", null, { earliestStart: plainDate("2028-05-01") })];
    expect(moveWithDependents({ measures, dependencies: links([1, 2]), move: to(1, "2027-Q3", "2027-Q3") }).changes[1]).toMatchObject({ after: { startQuarter: "2028-Q2", endQuarter: null } });
  });

  test("names the deadlines that are then missed, and which were before", () => {
    const late = chained(2, "2027-Q2", "2027-Q3", { deadline: plainDate("2027-09-30") });
    const measures = [chained(1, "2027-Q1", "2027-Q1", { deadline: plainDate("2026-12-31") }), late];
    expect(moveWithDependents({ measures, dependencies: links([1, 2]), move: to(1, "2027-Q2", "2027-Q2") }).missedDeadlines).toEqual([
      { measureId: 1, deadline: "2026-12-31", endQuarter: "2027-Q2", already: true },
      { measureId: 2, deadline: "2027-09-30", endQuarter: "2027-Q4", already: false },
    ]);
  });
});

describe("leaves where it is, and says so", () => {
  test.each([
    ["running", heldBecause({ status: "inProgress", fixed: true, mayMove: true })],
    ["fixed", heldBecause({ status: "planned", fixed: true, mayMove: false })],
    ["foreign", heldBecause({ status: "planned", fixed: false, mayMove: false })],
  ] as const)("what is %s, and what waits for that", (because, held) => {
    expect(held).toBe(because);
    const measures = [chained(1, "2027-Q1", "2027-Q2"), chained(2, "2027-Q3", "2027-Q4", { held }), chained(3, "2028-Q1", "2028-Q1")];
    const result = moveWithDependents({ measures, dependencies: links([1, 2], [2, 3]), move: to(1, "2027-Q3", "2027-Q4") });
    expect(result.changes).toHaveLength(1);
    expect(result.blocked).toEqual([{ measureId: 2, because, earliestStart: "2028-Q1" }]);
    expect(result.remaining).toMatchObject([{ predecessorId: 1, successorId: 2 }]);
  });

  test("what waits for something without an end: nobody can say", () => {
    const measures = [chained(1, "2027-Q1", "2027-Q2"), chained(2, "2027-Q3", "2027-Q4")];
    expect(moveWithDependents({ measures, dependencies: links([1, 2]), move: to(1, "2027-Q3", null) })).toMatchObject({ changes: [{ measureId: 1 }], unjudged: [{ measureId: 2, predecessorId: 1 }] });
  });

  test("what has no date or is settled", () => {
    const measures = [chained(1, "2027-Q1", "2027-Q2"), chained(2, null, null), chained(3, "2027-Q3", "2027-Q4", { status: "implemented" })];
    expect(moveWithDependents({ measures, dependencies: links([1, 2], [1, 3]), move: to(1, "2029-Q1", "2029-Q2") })).toMatchObject({ changes: [{ measureId: 1 }], blocked: [], remaining: [] });
  });

  test("the moved measure's own predecessor: the violation remains", () => {
    const measures = [chained(1, "2027-Q1", "2027-Q2"), chained(2, "2027-Q3", "2027-Q4")];
    expect(moveWithDependents({ measures, dependencies: links([1, 2]), move: to(2, "2027-Q1", "2027-Q2") })).toMatchObject({ changes: [{ measureId: 2 }], remaining: [{ successorId: 2 }] });
  });
});

const SIZE = 9;
const start = q("2027-Q1");
const measuresArb = fc.array(fc.record({ at: fc.nat(12), length: fc.integer({ min: 1, max: 4 }), kind: fc.constantFrom("free", "free", "free", "fixed", "open", "undated") }), { minLength: SIZE, maxLength: SIZE }).map((drawn) =>
  drawn.map(({ at, length, kind }, id): ChainedMeasure => {
    const begins = addQuarters(start, at);
    const dated = chained(id, begins, kind === "open" ? null : addQuarters(begins, length - 1), { held: kind === "fixed" ? "fixed" : null });
    return kind === "undated" ? { ...dated, startQuarter: null, endQuarter: null } : dated;
  }),
);
/** Only from smaller to larger numbers, so without a circle. */
const linksArb = fc
  .uniqueArray(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.nat(2)).filter(([a, b]) => a < b), { maxLength: 14, selector: ([a, b]) => `${a} ${b}` })
  .map((pairs) => links(...pairs));
const moveArb = fc.record({ measureId: fc.nat(SIZE - 1), at: fc.nat(16), length: fc.integer({ min: 1, max: 4 }) }).map(({ measureId, at, length }) => to(measureId, addQuarters(start, at), addQuarters(start, at + length - 1)));

describe("laws", () => {
  test("what could be repaired is repaired, what moves had to and only as far, and asking again moves nothing", () => {
    fc.assert(
      fc.property(measuresArb, linksArb, moveArb, (measures, dependencies, move) => {
        const { changes, blocked, remaining } = moveWithDependents({ measures, dependencies, move });
        const after = measures.map((measure) => ({ ...measure, ...changes.find(({ measureId }) => measureId === measure.id)?.after }));
        const byId = new Map(after.map((measure) => [measure.id, measure]));
        const changed = new Set(changes.map(({ measureId }) => measureId));
        const held = new Set([move.measureId, ...blocked.map(({ measureId }) => measureId)]);
        const around = dependencies.filter(({ predecessorId, successorId }) => changed.has(predecessorId) || changed.has(successorId));
        expect(remaining).toEqual(violatedDependencies(after, around));
        for (const { successorId } of remaining) expect(held.has(successorId)).toBe(true);
        for (const { measureId, before, after: place } of changes) {
          if (measureId === move.measureId || before.startQuarter === null || place.startQuarter === null) continue;
          expect(place.startQuarter > before.startQuarter).toBe(true);
          if (before.endQuarter !== null && place.endQuarter !== null) expect(quarterDistance(before.startQuarter, before.endQuarter)).toBe(quarterDistance(place.startQuarter, place.endQuarter));
          // One quarter earlier would be too early for one of those it waits for.
          const asked = dependencies.flatMap(({ predecessorId, successorId, lagQuarters }) => {
            const predecessor = byId.get(predecessorId);
            return successorId === measureId && predecessor ? [earliestStartAfter(predecessor, lagQuarters)] : [];
          });
          expect(asked).toContain(place.startQuarter);
        }
        expect(moveWithDependents({ measures: after, dependencies, move }).changes.map(({ measureId }) => measureId)).toEqual([move.measureId]);
      }),
    );
  });
});
