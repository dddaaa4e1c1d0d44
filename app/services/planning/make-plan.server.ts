import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import { checkChoice } from "#app/planner/check-choice.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import { buildProblem } from "#app/planner/model/build-problem.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { planOf } from "#app/planner/model/read-plan.ts";
import type { Choice, PlanningProblem } from "#app/planner/problem.ts";
import { firstPlan } from "#app/planner/search/first-plan.ts";
import { solve } from "#app/planner/solve.ts";
import type { PlanNews, PlanOutcome, PlanWork } from "./plan-runs-in-progress.server.ts";

/** Milliseconds since any moment, and whether to end with the best plan so far. */
export type Planning = { readonly clock: () => number; readonly isStopped: () => boolean; readonly onNews: (news: PlanNews) => void };

/** Often enough for a display, and seldom enough to cost nothing. */
const TOLD_EVERY_MS = 200;

/** The whole way from the municipality's data to a plan. What it gives has passed the checker, or is refused with what it breaks. */
export async function makePlan({ input, changes, settings, seed, seconds }: PlanWork, { clock, isStopped, onNews }: Planning): Promise<PlanOutcome> {
  const begun = clock();
  const changed = applyScenario(input, changes);
  const model = buildProblem(changed, settings);
  const ceiling = ceilingOf(model.problem);
  const checked = (choice: Choice, found: { readonly objective: number; readonly bound: number; readonly steps: number }) => {
    const plan: Plan = planOf(model, { choice, ...found }, seed);
    return { plan, breaches: checkPlan(changed, settings, plan) };
  };
  const first = firstChoice(model.problem);
  const shown = checked(first.choice, { objective: first.objective, bound: first.isOnly ? first.objective : ceiling, steps: 0 });
  if (first.isOnly) return outcomeOf(shown);
  if (shown.breaches.length === 0) onNews({ objective: first.objective, bound: null, plan: shown.plan });
  let told = -Infinity;
  // The time counts from when the run began, whatever proving a bound takes of it.
  const isOver = () => isStopped() || clock() - begun >= seconds * 1000;
  const { choice, objective, bound, steps, kind } = await solve(model.problem, {
    ...{ seed, limit: { seconds }, clock, cancelled: isOver },
    onProgress: ({ objective: best, bound: proven }) => {
      if (clock() - told < TOLD_EVERY_MS) return;
      told = clock();
      onNews({ objective: best, bound: proven, plan: null });
    },
  });
  // A bound of plans with all mandatory measures says nothing of one without them.
  return outcomeOf(checked(choice, { objective, bound: kind === "plan" && bound !== null ? bound : ceiling, steps }));
}

const outcomeOf = ({ plan, breaches }: { readonly plan: Plan; readonly breaches: readonly unknown[] }): PlanOutcome =>
  breaches.length === 0 ? { kind: "planned", plan } : { kind: "failed", failure: { code: "refused", details: breaches } };

/** No plan is worth more than every activity at its best, with every synergy. */
function ceilingOf({ activities, synergies }: PlanningProblem): number {
  const best = activities.reduce((sum, { options }) => sum + options.reduce((most, { value }) => Math.max(most, value), 0), 0);
  return synergies.reduce((sum, { bonus }) => sum + bonus, best);
}

/** A plan to show at once, before anything is improved. */
function firstChoice(problem: PlanningProblem): { readonly choice: Choice; readonly objective: number; /** Nothing has a place anywhere, so there is nothing to search. */ readonly isOnly: boolean } {
  const compiled = compileProblem(problem);
  const { chosen } = firstPlan(compiled);
  const choice = Array.from(chosen, (option) => (option < 0 ? null : (compiled.optionPosition[option] ?? null)));
  return { choice, objective: checkChoice(problem, choice).objective, isOnly: compiled.optionCount === 0 };
}
