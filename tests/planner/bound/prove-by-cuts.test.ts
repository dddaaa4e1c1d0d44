import fc from "fast-check";
import { expect, it } from "vitest";
import { proveByCuts } from "#app/planner/bound/prove-by-cuts.ts";
import { loadSolver } from "#app/planner/bound/solver.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import { problemOfInstance } from "#app/planner/portfolio-instance.ts";
import { startingPlan } from "#app/planner/search/first-plan.ts";
import { worthOf } from "#app/planner/search/plan-in-work.ts";
import { solveInSteps } from "#app/planner/solve-in-steps.ts";
import { generateInstance } from "#tests/support/portfolio-instances.ts";
import { bestOfAll, tinyProblemArbitrary } from "#tests/support/planning-problems.ts";

const solver = await loadSolver();
const terms = { seconds: 20, seed: 0, stopped: () => false };

it("proves no bound below the best of all plans, and finds that plan where there are few", () => {
  fc.assert(
    fc.property(tinyProblemArbitrary(), (problem) => {
      const best = bestOfAll(problem);
      const compiled = compileProblem(problem);
      if (best === null || compiled.optionCount === 0) return;
      const start = startingPlan(compiled, solveInSteps(problem, { seed: 1, steps: 3 }).choice).chosen;
      if (worthOf(compiled, start) === null) return;
      const bounds: number[] = [];
      const { chosen } = proveByCuts(compiled, solver, start, { ...terms, onBound: (bound) => bounds.push(bound) });
      expect(worthOf(compiled, chosen)).toBe(best);
      expect(Math.min(...bounds)).toBe(best);
    }),
    { numRuns: 80 },
  );
});

it("keeps the plan and every rule when it is stopped at once", () => {
  const problem = problemOfInstance(generateInstance({ count: 40, seed: 6, isTight: true }));
  const compiled = compileProblem(problem);
  const { choice, objective } = solveInSteps(problem, { seed: 1, steps: 100 });
  const { chosen } = proveByCuts(compiled, solver, startingPlan(compiled, choice).chosen, { ...terms, stopped: () => true, onBound: (bound) => expect(bound).toBeGreaterThanOrEqual(objective) });
  expect(worthOf(compiled, chosen)).toBeGreaterThanOrEqual(objective);
});
