import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import { buildModel, OPEN } from "./bound/linear-model.ts";
import { priceRows } from "./bound/row-prices.ts";
import { loadSolver, relax } from "./bound/solver.ts";
import { checkChoice } from "./check-choice.ts";
import { compileProblem } from "./compile/compile-problem.ts";
import type { Choice, PlanningProblem } from "./problem.ts";
import { Annealing } from "./search/annealing.ts";
import { firstPlan } from "./search/first-plan.ts";

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

export type SolvedPlan = SolveProgress & {
  /** "mandatoryLeftOut": the best that was found lacks the mandatory activities named; see `provenImpossible`. */
  readonly kind: "plan" | "mandatoryLeftOut";
  readonly leftOut: readonly number[];
  /** No plan can hold all mandatory activities. */
  readonly provenImpossible: boolean;
  readonly choice: Choice;
  /** (bound − objective) / objective; null without a bound, or where the objective is not above 0. */
  readonly gap: number | null;
};

const MOVES_PER_STEP = 2048;

/** An ever better plan until the limit or a cancel, with what it may fall short of the best possible at most. */
export async function solve(problem: PlanningProblem, terms: SolveTerms): Promise<SolvedPlan> {
  const { seed, limit, clock, cancelled = () => false, onProgress } = terms;
  const begun = clock();
  const seconds = () => (clock() - begun) / 1000;
  const compiled = compileProblem(problem);
  const first = firstPlan(compiled);
  let bound: number | null = null;
  let steps = 0;
  const annealing = new Annealing(compiled, priceRows(compiled, Math.max(0, first.worth)).price, mulberry(seed));
  annealing.restart(first.chosen);
  const report = () => onProgress?.({ objective: annealing.bestWorth, bound, steps, seconds: seconds() });
  report();
  const solver = await loadSolver();
  const relaxed = relax(solver, buildModel(compiled, { decided: new Int32Array(compiled.activityCount).fill(OPEN), forced: true }), "seconds" in limit ? Math.max(0.1, limit.seconds - seconds()) : 60);
  if (relaxed.status === "optimal") bound = Math.floor(relaxed.objective + 1e-6 * Math.abs(relaxed.objective));
  const average = compiled.optionValue.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, compiled.optionCount);
  const searchBegun = seconds();
  while (!cancelled()) {
    const done = "steps" in limit ? steps / limit.steps : (seconds() - searchBegun) / (limit.seconds - searchBegun);
    if (done >= 1) break;
    const temperature = 0.2 * average * (0.05 ** done);
    annealing.run(MOVES_PER_STEP, { temperature, strictness: done < 0.85 ? 1.5 + 3 * done : 75 });
    steps += 1;
    if (steps % 256 === 0) report();
  }
  const chosen = annealing.bestWorth === -Infinity ? first.chosen : annealing.best;
  const choice: Choice = Array.from(chosen, (option) => (option < 0 ? null : (compiled.optionPosition[option] ?? null)));
  const { objective, violations } = checkChoice(problem, choice);
  const leftOut = violations.flatMap((violation) => (violation.kind === "mandatoryLeftOut" ? [violation.activity] : []));
  return {
    kind: leftOut.length > 0 ? "mandatoryLeftOut" : "plan",
    leftOut,
    provenImpossible: relaxed.status === "infeasible" || compiled.impossible.length > 0,
    choice,
    objective,
    bound,
    gap: bound === null || objective <= 0 ? null : (bound - objective) / objective,
    steps,
    seconds: seconds(),
  };
}
