import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import { breachesAfter, repairPlan } from "#app/planner/repair/repair-plan.ts";
import { aCandidate, aFundingWindow, aPlannerInput } from "#tests/support/planner-input.ts";
import { aDependency } from "#tests/support/portfolio.ts";

const q = quarter;
const place = (start: string, end: string | null) => ({ startQuarter: q(start), endQuarter: end === null ? null : q(end) });
const candidate = (id: number, start: string, end: string | null, rest: Parameters<typeof aCandidate>[1] = {}) => aCandidate(id, { status: "planned", ...place(start, end), ...rest });
const all = (input: PlannerInput) => new Set(input.measures.map(({ id }) => id));
const repair = (input: PlannerInput, measureId: number, start: string, end: string | null, movable = all(input)) =>
  repairPlan(input, { measureId, target: place(start, end), movable }, { seconds: 20, clock: () => 0 });
const places = (found: ReturnType<typeof repair>) => (found.kind === "none" ? "none" : found.changes.map(({ measureId, after }) => `${measureId}: ${after.startQuarter}–${after.endQuarter}`));

describe("a repair", () => {
  test("moves the one that waits, and nobody else", () => {
    const measures = [candidate(1, "2027-Q1", "2027-Q2"), candidate(2, "2027-Q3", "2027-Q4"), candidate(3, "2028-Q1", "2028-Q4")];
    const input = aPlannerInput({ measures, dependencies: [aDependency({ predecessorId: 1, successorId: 2 })] });
    expect(places(repair(input, 1, "2027-Q3", "2027-Q4"))).toEqual(["1: 2027-Q3–2027-Q4", "2: 2028-Q1–2028-Q2"]);
  });

  test("makes room where a team has too much, by one move", () => {
    const measures = [1, 2, 3].map((id) => candidate(id, "2028-Q1", "2028-Q1", { costItems: [] })).concat(candidate(4, "2027-Q1", "2027-Q1", { costItems: [] }));
    const found = repair(aPlannerInput({ measures }), 4, "2028-Q1", "2028-Q1");
    expect(found.kind === "repaired" && [found.changes[0]?.after, found.changes.length]).toEqual([place("2028-Q1", "2028-Q1"), 2]);
  });

  test("comes as near as the measure's own deadline allows, or says what allows nothing", () => {
    const late = candidate(1, "2027-Q1", "2027-Q2", { deadline: plainDate("2027-12-31") });
    expect(places(repair(aPlannerInput({ measures: [late] }), 1, "2027-Q4", "2028-Q1"))).toEqual(["1: 2027-Q3–2027-Q4"]);
    const atOnce = candidate(1, "2027-Q3", "2027-Q4", { deadline: plainDate("2027-12-31") });
    expect(repair(aPlannerInput({ measures: [atOnce] }), 1, "2027-Q4", "2028-Q1")).toMatchObject({ kind: "none", span: { latest: "2027-Q3", latestBecause: "deadline" } });
  });

  test.each<[string, Partial<PlannerInput>, Parameters<typeof aCandidate>[1], readonly number[]]>([
    ["running", {}, { status: "inProgress" }, [1, 2]],
    ["resolved", {}, { status: "resolved" }, [1, 2]],
    ["fixed", { terms: { measures: [{ ...noTerms(2), fixed: true }], windows: [], pairs: [], startLimits: [] } }, {}, [1, 2]],
    ["not this person's", {}, {}, [1]],
    ["only done with a grant it has where it stands", { terms: { measures: [], windows: [aFundingWindow({ measureId: 2, opensQuarter: q("2027-Q1"), required: true })], pairs: [], startLimits: [] } }, {}, [1, 2]],
  ])("leaves alone what is %s", (_what, overrides, rest, movable) => {
    const input = aPlannerInput({ measures: [candidate(1, "2027-Q1", "2027-Q2"), candidate(2, "2027-Q3", "2027-Q4", rest)], dependencies: [aDependency({ predecessorId: 1, successorId: 2 })], ...overrides });
    expect(repair(input, 1, "2027-Q3", "2027-Q4", new Set(movable)).kind).toBe("none");
  });

  test("around a running measure that takes longer than it should", () => {
    const measures = [candidate(1, "2026-Q3", "2027-Q1", { status: "inProgress" }), candidate(2, "2027-Q2", "2027-Q3"), candidate(3, "2027-Q4", null, { permanentTask: true, costItems: [] })];
    const input = aPlannerInput({ measures, dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 2, successorId: 3 })] });
    expect(places(repair(input, 1, "2026-Q3", "2027-Q3"))).toEqual(["1: 2026-Q3–2027-Q3", "2: 2027-Q4–2028-Q1", "3: 2028-Q2–null"]);
  });

  test("leaves what was broken before as it is", () => {
    const measures = [candidate(1, "2027-Q1", "2027-Q2"), candidate(2, "2027-Q3", "2027-Q4"), candidate(3, "2027-Q1", "2027-Q1"), candidate(4, "2027-Q1", "2027-Q1", { deadline: plainDate("2026-12-31") })];
    const input = aPlannerInput({ measures, dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 2, successorId: 3 })] });
    expect(places(repair(input, 1, "2027-Q2", "2027-Q3"))).toEqual(["1: 2027-Q2–2027-Q3", "2: 2027-Q4–2028-Q1"]);
  });
});

const measureArb = fc.record({ at: fc.nat(8), length: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 5, max: 40 }), status: fc.constantFrom("planned", "planned", "proposed", "idea", "resolved", "inProgress" as const), deadline: fc.option(fc.nat(12)) });
const inputArb = fc.record({
  drawn: fc.array(measureArb, { minLength: 3, maxLength: 9 }),
  links: fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(8)).filter(([a, b]) => a < b), { maxLength: 6, selector: ([a, b]) => `${a} ${b}` }),
  moved: fc.nat(8),
  by: fc.integer({ min: -3, max: 6 }).filter((by) => by !== 0),
});

describe("laws", () => {
  test("no rule is broken that was not broken before, and every move was needed", () => {
    fc.assert(
      fc.property(inputArb, ({ drawn, links, moved, by }) => {
        const measures = drawn.map(({ at, length, days, status, deadline }, index) => {
          const start = addQuarters(q("2027-Q1"), at);
          const measure = candidate(index + 1, start, addQuarters(start, length - 1), { status, costItems: [], deadline: deadline === null ? null : plainDate(`${2027 + Math.floor(deadline / 4)}-${String(3 * ((deadline % 4) + 1)).padStart(2, "0")}-28`) });
          return { ...measure, staffDemands: measure.staffDemands.map((demand) => ({ ...demand, personDays: days })) };
        });
        const known = links.filter(([, b]) => b < measures.length);
        const input = aPlannerInput({ measures, dependencies: known.map(([a, b], index) => aDependency({ id: index + 1, predecessorId: a + 1, successorId: b + 1 })) });
        const own = measures[moved % measures.length];
        if (own === undefined || own.startQuarter === null || own.endQuarter === null || addQuarters(own.startQuarter, by) < q("2027-Q1")) return;
        const found = repair(input, own.id, addQuarters(own.startQuarter, by), addQuarters(own.endQuarter, by));
        if (found.kind === "none") return;
        expect(found.changes[0]?.measureId).toBe(own.id);
        expect(breachesAfter(input, found.changes)).toEqual([]);
        const before = new Set(violatedDependencies(measures, input.dependencies).map(({ id }) => id));
        const targetOf = new Map(found.changes.map(({ measureId, after }) => [measureId, after]));
        const after = measures.map((measure) => ({ ...measure, ...targetOf.get(measure.id) }));
        expect(violatedDependencies(after, input.dependencies).filter(({ id }) => !before.has(id))).toEqual([]);
        for (const { measureId } of found.changes.slice(1)) {
          expect(["running", "resolved"]).not.toContain(measures.find(({ id }) => id === measureId)?.status);
          expect(breachesAfter(input, found.changes.filter((change) => change.measureId !== measureId))).not.toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });
});
