import { checkChoice } from "./check-choice.ts";
import type { CompiledProblem } from "./compile/compiled-problem.ts";
import type { Choice } from "./problem.ts";

export type SolvedPlan = {
  /** "mandatoryLeftOut": the best that was found lacks the mandatory activities named; see `provenImpossible`. */
  readonly kind: "plan" | "mandatoryLeftOut";
  readonly leftOut: readonly number[];
  /** No plan can hold all mandatory activities. */
  readonly provenImpossible: boolean;
  readonly choice: Choice;
  readonly objective: number;
  /** No plan with all mandatory activities is worth more; null where nothing is proven. Never below the objective. */
  readonly bound: number | null;
  /** (bound − objective) / objective; null without a bound, or where the objective is not above 0. */
  readonly gap: number | null;
  readonly steps: number;
  readonly seconds: number;
};

type Found = { readonly bound: number; readonly steps: number; readonly seconds: number; readonly isImpossible: boolean };

/** What is true of the options chosen, by the independent checker. `bound`: Infinity where nothing is proven. */
export function describePlan(compiled: CompiledProblem, chosen: Int32Array, { bound, steps, seconds, isImpossible }: Found): SolvedPlan {
  const choice: Choice = Array.from(chosen, (option) => (option < 0 ? null : (compiled.optionPosition[option] ?? null)));
  const { objective, violations } = checkChoice(compiled.problem, choice);
  const leftOut = violations.flatMap((violation) => (violation.kind === "mandatoryLeftOut" ? [violation.activity] : []));
  if (leftOut.length < violations.length) throw new Error(`the search broke a rule: ${JSON.stringify(violations)}`);
  // What was proven for plans with all mandatory activities says nothing about one without.
  const isBounded = leftOut.length === 0 && Number.isFinite(bound);
  if (isBounded && objective > bound) throw new Error(`a plan is worth ${objective}, above its bound ${bound}`);
  return {
    kind: leftOut.length > 0 ? "mandatoryLeftOut" : "plan",
    leftOut,
    provenImpossible: leftOut.length > 0 && (isImpossible || compiled.impossible.length > 0),
    choice,
    objective,
    bound: isBounded ? bound : null,
    gap: isBounded && objective > 0 ? (bound - objective) / objective : null,
    steps,
    seconds,
  };
}
