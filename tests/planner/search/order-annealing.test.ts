import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import { checkChoice } from "#app/planner/check-choice.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { problemOfInstance } from "#app/planner/portfolio-instance.ts";
import type { Choice, PlanningProblem } from "#app/planner/problem.ts";
import { OrderAnnealing } from "#app/planner/search/order-annealing.ts";
import { worthOf } from "#app/planner/search/plan-in-work.ts";
import { bestOfAll, tinyProblemArbitrary } from "#tests/support/planning-problems.ts";
import { generateInstance } from "#tests/support/portfolio-instances.ts";

const TEMPERATURE = 10;

function annealed(problem: PlanningProblem, { seed, moves }: { seed: number; moves: number }): { orders: OrderAnnealing; compiled: CompiledProblem; choice: Choice } {
  const compiled = compileProblem(problem);
  const orders = new OrderAnnealing(compiled, mulberry(seed));
  orders.run(moves, TEMPERATURE);
  const choice = Array.from(orders.best, (option) => (option < 0 ? null : (compiled.optionPosition[option] ?? null)));
  return { orders, compiled, choice };
}

describe("the best order", () => {
  it("is a plan that keeps every rule, and is worth what is said", () => {
    fc.assert(
      fc.property(tinyProblemArbitrary(), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 40 }), (problem, seed, moves) => {
        const { orders, compiled, choice } = annealed(problem, { seed, moves });
        const { violations, objective } = checkChoice(problem, choice);
        expect(violations.filter(({ kind }) => kind !== "mandatoryLeftOut")).toEqual([]);
        expect(objective).toBe(orders.bestWorth);
        if (orders.bestMissing === 0 && compiled.impossible.length === 0) expect(worthOf(compiled, orders.best)).toBe(objective);
      }),
      { numRuns: 300 },
    );
  });

  it("is no better than the best of all plans", () => {
    fc.assert(
      fc.property(tinyProblemArbitrary(4), fc.integer({ min: 0, max: 99 }), (problem, seed) => {
        const { orders, compiled } = annealed(problem, { seed, moves: 200 });
        const best = bestOfAll(problem);
        if (orders.bestMissing === 0 && compiled.impossible.length === 0) expect(orders.bestWorth).toBeLessThanOrEqual(best ?? -Infinity);
      }),
      { numRuns: 200 },
    );
  });

  it("only gets better, and is the same for the same seed", () => {
    const problem = problemOfInstance(generateInstance({ count: 30, seed: 4, isTight: true }));
    const worths = [0, 500, 3_000].map((moves) => annealed(problem, { seed: 1, moves }).orders.bestWorth);
    expect(worths.toSorted((a, b) => a - b)).toEqual(worths);
    expect(annealed(problem, { seed: 1, moves: 500 }).choice).toEqual(annealed(problem, { seed: 1, moves: 500 }).choice);
  });
});

it("does not take in what only does harm", () => {
  const option = { start: 0, end: 1, mode: 0, value: -5, usage: [] };
  const problem: PlanningProblem = { quarters: 2, rows: [], activities: [{ mandatory: false, options: [option] }, { mandatory: true, options: [option] }], precedences: [], exclusions: [], synergies: [] };
  expect(annealed(problem, { seed: 1, moves: 10 }).choice).toEqual([null, 0]);
});
