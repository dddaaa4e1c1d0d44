import fc from "fast-check";
import { expect, it } from "vitest";
import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import { problemOfInstance } from "#app/planner/portfolio-instance.ts";
import type { PlanningProblem } from "#app/planner/problem.ts";
import { OrderTempering } from "#app/planner/search/order-tempering.ts";
import { worthOf } from "#app/planner/search/plan-in-work.ts";
import { tinyProblemArbitrary } from "#tests/support/planning-problems.ts";
import { generateInstance } from "#tests/support/portfolio-instances.ts";

function tempered(problem: PlanningProblem, { seed, steps }: { seed: number; steps: number }) {
  const compiled = compileProblem(problem);
  const orders = new OrderTempering(compiled, mulberry(seed));
  const worths = Array.from({ length: steps }, () => {
    orders.step();
    return orders.best.missing === 0 ? orders.best.worth : -Infinity;
  });
  return { compiled, best: orders.best, worths };
}

it("searches side by side: the best of all of them only gets better and keeps every rule", () => {
  fc.assert(
    fc.property(tinyProblemArbitrary(), fc.integer({ min: 0, max: 99 }), (problem, seed) => {
      const { compiled, best, worths } = tempered(problem, { seed, steps: 12 });
      expect(worths.toSorted((a, b) => a - b)).toEqual(worths);
      if (best.missing === 0 && compiled.impossible.length === 0) expect(worthOf(compiled, best.chosen)).toBe(best.worth);
    }),
    { numRuns: 100 },
  );
});

it("gives the same plan for the same seed", () => {
  const problem = problemOfInstance(generateInstance({ count: 60, seed: 4, isTight: true }));
  const plans = [1, 1, 2].map((seed) => Array.from(tempered(problem, { seed, steps: 5 }).best.chosen));
  expect(plans[1]).toEqual(plans[0]);
  expect(plans[2]).not.toEqual(plans[0]);
});
