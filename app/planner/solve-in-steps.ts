import { priceRows } from "./bound/row-prices.ts";
import { compileProblem } from "./compile/compile-problem.ts";
import type { CompiledProblem } from "./compile/compiled-problem.ts";
import type { Choice, PlanningProblem } from "./problem.ts";
import { planFrom, startingPlan } from "./search/first-plan.ts";
import { SearchRuns } from "./search/search-runs.ts";
import { describePlan, type SolvedPlan } from "./solved-plan.ts";

/**
 * The search alone, in one go and without HiGHS: for many small questions, and for the browser. The same seed and number of
 * steps give the same plan. The bound is the one of the quick prices (`priceRows`). 0 steps: the first plan.
 */
export function solveInSteps(problem: PlanningProblem, { seed, steps, warmStart }: { readonly seed: number; readonly steps: number; readonly warmStart?: Choice }): SolvedPlan {
  const compiled = compileProblem(problem);
  const start = startingPlan(compiled, warmStart);
  const { price, bound } = priceRows(compiled, Math.max(0, start.value()));
  const search = new SearchRuns(compiled, price, seed, start.chosen);
  while (search.steps < steps) search.step(steps - search.steps);
  search.repair();
  return describePlan(compiled, search.annealing.best, { bound: Math.floor(bound + 1e-6), steps: search.steps, seconds: 0, isImpossible: false });
}

/**
 * The plan of before after a change, at once: what of it still keeps the rules stays, then what is left fits in where it can.
 * A few hundred measures take well under a millisecond once the problem is compiled.
 */
export const completeChoice = (compiled: CompiledProblem, choice: Choice): Choice => planFrom(compiled, choice).choice();
