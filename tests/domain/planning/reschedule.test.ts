import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import { missesDeadline, moveWarnings, refuseImpossiblePlace, type Placement } from "#app/domain/planning/reschedule.ts";
import { aDependency, aMeasure } from "#tests/support/portfolio.ts";

const q = quarter;
const moveTo = (start: string | null, end: string | null): Placement => ({ startQuarter: start === null ? null : q(start), endQuarter: end === null ? null : q(end) });
const before = aMeasure({ id: 1, startQuarter: q("2027-Q1"), endQuarter: q("2027-Q2") });
const moved = aMeasure({ id: 2, startQuarter: q("2027-Q3"), endQuarter: q("2027-Q4") });
const after = aMeasure({ id: 3, startQuarter: q("2028-Q2"), endQuarter: q("2028-Q4") });
const plan = {
  measures: [before, moved, after],
  dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 2, successorId: 3, lagQuarters: 1 })],
};
const refused = (field: string, code: string, values?: Record<string, string | number>) => ({
  ok: false,
  refusal: { code: "invalid", fields: { [field]: [values ? { code, values } : { code }] } },
});

describe("a place", () => {
  test("cannot end before its start, nor have an end without a start", () => {
    expect(refuseImpossiblePlace(moved, moveTo("2027-Q4", "2027-Q3"))).toEqual(refused("endQuarter", "endBeforeStart"));
    expect(refuseImpossiblePlace(moved, moveTo(null, "2027-Q3"))).toEqual(refused("startQuarter", "startMissing"));
  });

  test("cannot start before the earliest start", () => {
    const bound = { ...moved, earliestStart: plainDate("2027-08-15") };
    expect(refuseImpossiblePlace(bound, moveTo("2027-Q2", "2027-Q4"))).toEqual(refused("startQuarter", "beforeEarliestStart", { earliestStart: "2027-08-15" }));
    expect(refuseImpossiblePlace(bound, moveTo("2027-Q3", "2028-Q1"))).toBeNull();
  });

  test("may be none, or open at its end", () => {
    expect(refuseImpossiblePlace(moved, moveTo(null, null))).toBeNull();
    expect(refuseImpossiblePlace(moved, moveTo("2027-Q3", null))).toBeNull();
  });
});

describe("moveWarnings", () => {
  test("names what is broken, on which side, and what would hold", () => {
    const bound = { ...moved, deadline: plainDate("2027-12-31") };
    expect(moveWarnings(bound, moveTo("2027-Q2", "2028-Q1"), plan)).toEqual([
      { code: "deadlineMissed", deadline: "2027-12-31" },
      { code: "startsBeforePredecessorEnds", dependencyId: 1, otherId: 1, earliestStart: "2027-Q3" },
      { code: "successorStartsTooEarly", dependencyId: 2, otherId: 3, earliestStart: "2028-Q3" },
    ]);
  });

  test("says nothing about dependencies of others", () => {
    const elsewhere = { ...plan, measures: [...plan.measures, aMeasure({ id: 4 })], dependencies: [...plan.dependencies, aDependency({ id: 3, predecessorId: 4, successorId: 1 })] };
    expect(moveWarnings(moved, moveTo("2027-Q3", "2027-Q4"), elsewhere)).toEqual([]);
  });

  test("a deadline within the last quarter is kept, planning being in quarters", () => {
    expect(missesDeadline(q("2027-Q4"), plainDate("2027-11-15"))).toBe(false);
    expect(missesDeadline(q("2028-Q1"), plainDate("2027-12-31"))).toBe(true);
    expect(missesDeadline(null, plainDate("2027-12-31"))).toBe(false);
  });

  test("no warning exactly when afterwards none of its dependencies is violated", () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(8), (start, duration) => {
        const startQuarter = addQuarters(q("2026-Q1"), start);
        const target = { startQuarter, endQuarter: addQuarters(startQuarter, duration) };
        const moving = plan.measures.map((measure) => (measure.id === 2 ? { ...measure, ...target } : measure));
        expect(moveWarnings(moved, target, plan)).toHaveLength(violatedDependencies(moving, plan.dependencies).length);
      }),
    );
  });
});
