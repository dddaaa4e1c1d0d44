import { dualBound } from "./bound/dual-bound.ts";
import { buildModel, OPEN } from "./bound/linear-model.ts";
import { priceRows } from "./bound/row-prices.ts";
import { loadSolver, relax } from "./bound/solver.ts";
import { checkChoice } from "./check-choice.ts";
import { compileProblem } from "./compile/compile-problem.ts";
import type { CompiledProblem } from "./compile/compiled-problem.ts";
import type { Choice, PlanningProblem } from "./problem.ts";
import { startingPlan } from "./search/first-plan.ts";
import { SearchRuns } from "./search/search-runs.ts";
import { describePlan, type SolvedPlan } from "./solved-plan.ts";

export type { SolvedPlan };

export type SolveTerms = {
  readonly seed: number;
  /** By seconds, or by steps of the search, which give the same plan on every machine. */
  readonly limit: { readonly seconds: number } | { readonly steps: number };
  /** Milliseconds since any moment. */
  readonly clock: () => number;
  /** Asked a hundred times a second or so; from then on the best plan so far is the answer. */
  readonly cancelled?: () => boolean;
  readonly onProgress?: (progress: SolveProgress) => void;
  /** A plan to begin with; what of it breaks a rule is left out. The answer is never worse. */
  readonly warmStart?: Choice;
};

export type SolveProgress = {
  readonly objective: number;
  /** No plan with all mandatory activities is worth more; null until something is proven. */
  readonly bound: number | null;
  readonly steps: number;
  readonly seconds: number;
};

/** How often progress is reported, and a cancel asked for besides every step. */
const REPORT_EVERY_MS = 250;
const LONGEST_RELAXATION_S = 60;

/** An ever better plan until the limit or a cancel, with what it may fall short of the best possible at most. */
export async function solve(problem: PlanningProblem, terms: SolveTerms): Promise<SolvedPlan> {
  const { seed, limit, clock, cancelled = () => false, onProgress } = terms;
  const begun = clock();
  const seconds = () => (clock() - begun) / 1000;
  const compiled = compileProblem(problem);
  const start = startingPlan(compiled, terms.warmStart);
  const { price, bound: quickBound } = priceRows(compiled, Math.max(0, checkChoice(problem, start.choice()).objective));
  let bound = Math.floor(quickBound + 1e-6);
  const search = new SearchRuns(compiled, price, seed, start.chosen);
  const { annealing } = search;
  const report = () => onProgress?.({ objective: annealing.bestWorth, bound, steps: search.steps, seconds: seconds() });
  report();

  const relaxed = await relaxation(compiled, "steps" in limit ? LONGEST_RELAXATION_S : limit.seconds / 2 - seconds());
  bound = Math.min(bound, relaxed.bound);
  report();

  const searchBegun = seconds();
  let reported = clock();
  while (!cancelled()) {
    const spent = seconds() - searchBegun;
    const remaining = "steps" in limit ? limit.steps - search.steps : ((limit.seconds - seconds()) / Math.max(spent, 0.01)) * Math.max(search.steps, 50);
    if ("steps" in limit ? remaining <= 0 : seconds() >= limit.seconds) break;
    search.step(remaining);
    if (clock() - reported < REPORT_EVERY_MS) continue;
    reported = clock();
    report();
  }
  return describePlan(compiled, annealing.best, { bound, steps: search.steps, seconds: seconds(), isImpossible: relaxed.isInfeasible });
}

/** The bound of the linear relaxation, in at most so many seconds. */
async function relaxation(compiled: CompiledProblem, seconds: number): Promise<{ bound: number; isInfeasible: boolean }> {
  if (compiled.optionCount === 0 || seconds <= 0) return { bound: Infinity, isInfeasible: false };
  const model = buildModel(compiled, { decided: new Int32Array(compiled.activityCount).fill(OPEN), forced: true });
  const { status, rowPrice } = relax(await loadSolver(), model, seconds);
  return { bound: status === "infeasible" ? Infinity : dualBound(compiled, model, rowPrice, true), isInfeasible: status === "infeasible" };
}
