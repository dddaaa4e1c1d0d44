import { proveByRelaxation } from "./bound/prove-by-relaxation.ts";
import { priceRows } from "./bound/row-prices.ts";
import { loadSolver } from "./bound/solver.ts";
import { compileProblem } from "./compile/compile-problem.ts";
import type { CompiledProblem } from "./compile/compiled-problem.ts";
import type { Choice, PlanningProblem } from "./problem.ts";
import type { HelpJob } from "./help-plan.ts";
import { startingPlan } from "./search/first-plan.ts";
import { SearchRuns, stepsLeft } from "./search/search-runs.ts";
import { SharedPlan } from "./shared-plan.ts";
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
  /**
   * Starts a second thread that runs `helpPlan` with this job, and returns what ends it; when it dies, the search goes on alone.
   * Only where the limit is in seconds.
   */
  readonly startHelper?: (job: HelpJob) => () => void;
};

export type SolveProgress = {
  readonly objective: number;
  /** No plan with all mandatory activities is worth more; null until something is proven. */
  readonly bound: number | null;
  readonly steps: number;
  readonly seconds: number;
  /** The plan so far. Takes a moment, so it is asked for only where it is wanted. */
  readonly plan: () => SolvedPlan;
};

/** How often progress is reported. */
const REPORT_EVERY_MS = 250;
/** How often, in steps, threads tell each other of their best plan. */
const EXCHANGE_EVERY = 16;
const LONGEST_RELAXATION_S = 60;
/** Where no second thread works on it, the relaxation may take this share of the time. */
const SHARE_OF_RELAXATION = 0.4;

/** An ever better plan until the limit or a cancel, with what it may fall short of the best possible at most. */
export async function solve(problem: PlanningProblem, terms: SolveTerms): Promise<SolvedPlan> {
  const { seed, limit, clock, cancelled = () => false, onProgress } = terms;
  const begun = clock();
  const seconds = () => (clock() - begun) / 1000;
  const compiled = compileProblem(problem);
  const start = startingPlan(compiled, terms.warmStart);
  const { price, bound } = priceRows(compiled, Math.max(0, start.value()));
  const search = new SearchRuns(compiled, price, seed, start.chosen);
  const { annealing } = search;
  const shared = SharedPlan.of({ chosen: annealing.best, worth: annealing.bestWorth, missing: annealing.bestMissing }, Math.floor(bound + 1e-6));
  const plan = () => describePlan(compiled, annealing.best, { bound: shared.bound, steps: search.steps, seconds: seconds(), isImpossible: shared.isImpossible });
  const report = () => onProgress?.({ objective: annealing.bestWorth, bound: shared.bound, steps: search.steps, seconds: seconds(), plan });
  report();

  // With a limit in steps nothing may depend on who is faster.
  const endHelper = "seconds" in limit ? terms.startHelper?.({ problem, seed: seed + 1, seconds: limit.seconds - seconds(), memory: shared.memory }) : undefined;
  try {
    if (endHelper === undefined && !cancelled()) await relaxHere(compiled, shared, "steps" in limit ? LONGEST_RELAXATION_S : SHARE_OF_RELAXATION * (limit.seconds - seconds()));
    const searchBegun = seconds();
    let reported = -Infinity;
    while (!cancelled()) {
      const now = seconds();
      const remaining = "steps" in limit ? limit.steps - search.steps : stepsLeft(search.steps, now - searchBegun, limit.seconds - now);
      if (remaining <= 0) break;
      search.step(remaining);
      if (endHelper !== undefined && search.steps % EXCHANGE_EVERY === 0) search.exchange(shared);
      if (clock() - reported < REPORT_EVERY_MS) continue;
      reported = clock();
      if ("seconds" in limit) search.repair();
      report();
    }
    search.repair();
    search.exchange(shared);
  } finally {
    shared.stop();
    endHelper?.();
  }
  return plan();
}

async function relaxHere(compiled: CompiledProblem, shared: SharedPlan, seconds: number): Promise<void> {
  if (compiled.optionCount === 0 || seconds <= 0) return;
  const { bound, isInfeasible } = proveByRelaxation(compiled, await loadSolver(), seconds);
  shared.prove(bound);
  if (isInfeasible) shared.proveImpossible();
}
