import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkChoice } from "#app/planner/check-choice.ts";
import { problemOfInstance } from "#app/planner/portfolio-instance.ts";
import type { PlanningProblem } from "#app/planner/problem.ts";
import { solve } from "#app/planner/solve.ts";
import { solveInSteps } from "#app/planner/solve-in-steps.ts";
import { generateInstance } from "#tests/support/portfolio-instances.ts";
import { bestOfAll, brokenRules, tinyProblemArbitrary } from "#tests/support/planning-problems.ts";

/** A clock that moves by one millisecond whenever it is read: no test waits. */
function countingClock(): () => number {
  let now = 0;
  return () => (now += 1);
}
const inSteps = (steps: number) => ({ seed: 1, limit: { steps }, clock: countingClock() });
const small = (seed: number, isTight = false) => problemOfInstance(generateInstance({ count: 40, seed, isTight }));
const activity = (mandatory: boolean, starts: readonly number[], amount = 1) => ({
  mandatory,
  options: starts.map((start) => ({ start, end: start + 1, mode: 0, value: 10, usage: [{ row: 0, amount }] })),
});
const bare = { quarters: 4, precedences: [], exclusions: [], synergies: [] };

describe("a plan", () => {
  it("breaks no rule, and its bound is not below the best of all plans", () => {
    fc.assert(
      fc.property(tinyProblemArbitrary(), fc.integer({ min: 0, max: 9 }), (problem, seed) => {
        const plan = solveInSteps(problem, { seed, steps: 3 });
        const best = bestOfAll(problem);
        expect(brokenRules(problem, plan.choice)).toEqual([]);
        if (plan.provenImpossible) expect(best).toBeNull();
        if (plan.kind === "plan") expect(plan.objective).toBeLessThanOrEqual(best ?? -Infinity);
        if (best !== null && plan.bound !== null) expect(plan.bound).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  it("is the best of all where there are few, and the linear relaxation bounds it", async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblemArbitrary(4), async (problem) => {
        const plan = await solve(problem, inSteps(30));
        const best = bestOfAll(problem);
        if (best === null) expect(plan.kind).toBe("mandatoryLeftOut");
        else expect(plan).toMatchObject({ kind: "plan", objective: best, bound: expect.toSatisfy((bound: number) => bound >= best) as number });
      }),
      { numRuns: 60 },
    );
  });

  it("is the same for the same seed and steps", () => {
    const problem = small(3);
    const choices = [1, 1, 2].map((seed) => solveInSteps(problem, { seed, steps: 60 }).choice);
    expect(choices[1]).toEqual(choices[0]);
    expect(choices[2]).not.toEqual(choices[0]);
  });

  it("gets better with more steps and keeps every rule on a municipal portfolio", () => {
    for (const isTight of [false, true]) {
      const problem = small(6, isTight);
      const objectives = [0, 400].map((steps) => {
        const { choice, objective } = solveInSteps(problem, { seed: 1, steps });
        expect(checkChoice(problem, choice)).toEqual({ violations: [], objective });
        return objective;
      });
      expect(objectives[1]).toBeGreaterThan(1.03 * (objectives[0] ?? 0));
    }
  });

  it("is never worse than the one it began with", () => {
    fc.assert(
      fc.property(tinyProblemArbitrary(), (problem) => {
        const warmStart = solveInSteps(problem, { seed: 1, steps: 2 });
        const plan = solveInSteps(problem, { seed: 2, steps: 1, warmStart: warmStart.choice });
        expect(plan.leftOut.length).toBeLessThanOrEqual(warmStart.leftOut.length);
        if (plan.leftOut.length === warmStart.leftOut.length) expect(plan.objective).toBeGreaterThanOrEqual(warmStart.objective);
      }),
      { numRuns: 200 },
    );
  });

  it("stays valid when it is cancelled at any moment", async () => {
    const problem = small(7, true);
    for (const asked of [1, 2, 5]) {
      let left = asked;
      const plan = await solve(problem, { seed: 1, limit: { seconds: 1_000_000 }, clock: countingClock(), cancelled: () => (left -= 1) < 0 });
      expect(brokenRules(problem, plan.choice)).toEqual([]);
      expect(plan.bound ?? Infinity).toBeGreaterThanOrEqual(plan.objective);
    }
  });

  it("reports an objective that only rises and a bound that only falls", async () => {
    const seen: Array<{ objective: number; bound: number }> = [];
    const plan = await solve(small(9), { ...inSteps(100), onProgress: ({ objective, bound }) => seen.push({ objective, bound: bound ?? Infinity }) });
    seen.push({ objective: plan.objective, bound: plan.bound ?? Infinity });
    expect(seen.map(({ objective }) => objective)).toEqual(seen.map(({ objective }) => objective).sort((a, b) => a - b));
    expect(seen.map(({ bound }) => bound)).toEqual(seen.map(({ bound }) => bound).sort((a, b) => b - a));
  });
});

describe("the bound", () => {
  it("never falls when capacity is added", async () => {
    const problem = small(11, true);
    const wider: PlanningProblem = { ...problem, rows: problem.rows.map(({ capacity }, row) => ({ capacity: capacity + (row % 3) })) };
    const bounds = await Promise.all([problem, wider].map(async (each) => (await solve(each, inSteps(20))).bound ?? 0));
    expect(bounds[1]).toBeGreaterThanOrEqual(bounds[0] ?? 0);
  });
});

describe("a problem that makes no sense", () => {
  it.each<[string, PlanningProblem, readonly number[]]>([
    ["a mandatory activity without options", { ...bare, rows: [{ capacity: 9 }], activities: [activity(true, []), activity(false, [0])] }, [0]],
    ["no capacity at all", { ...bare, rows: [{ capacity: 0 }], activities: [activity(true, [0, 1]), activity(false, [0])] }, [0]],
    ["less than no capacity", { ...bare, rows: [{ capacity: -5 }], activities: [activity(true, [0])] }, [0]],
    ["precedences in a cycle", { ...bare, rows: [{ capacity: 9 }], activities: [activity(true, [0, 1]), activity(false, [1, 2])], precedences: [{ predecessor: 0, successor: 1, lag: 0 }, { predecessor: 1, successor: 0, lag: 0 }] }, [0]],
    ["mandatory activities that exclude each other", { ...bare, rows: [{ capacity: 9 }], activities: [activity(true, [0]), activity(true, [0])], exclusions: [[0, 1]] }, [1]],
  ])("%s: the best that can be done, and what is missing", async (_name, problem, missing) => {
    const plan = await solve(problem, inSteps(5));
    expect(plan).toMatchObject({ kind: "mandatoryLeftOut", provenImpossible: true, bound: null });
    expect(plan.leftOut.length).toBe(missing.length);
    expect(brokenRules(problem, plan.choice)).toEqual([]);
  });

  it("nothing to plan", async () => {
    expect(await solve({ ...bare, rows: [], activities: [] }, inSteps(5))).toMatchObject({ kind: "plan", choice: [], objective: 0, bound: 0 });
  });
});
