import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { PlanningSettings, ScenarioChanges } from "#app/domain/planning/scenario.ts";
import { checkChoice } from "#app/planner/check-choice.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import { buildProblem } from "#app/planner/model/build-problem.ts";
import { settleNear } from "#app/planner/explain/settle-near.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { planOf } from "#app/planner/model/read-plan.ts";
import { asksTheSame, beats, placesToStartFrom } from "#app/planner/model/start-from-plan.ts";
import type { Choice, PlanningProblem } from "#app/planner/problem.ts";
import { startingPlan } from "#app/planner/search/first-plan.ts";
import { solve, type SolveTerms } from "#app/planner/solve.ts";
import type { SolvedPlan } from "#app/planner/solved-plan.ts";
import type { PlanNews, PlanOutcome, PlanWork } from "./plan-runs-in-progress.server.ts";

type Asked = { readonly input: PlannerInput; readonly changes: ScenarioChanges; readonly settings: PlanningSettings };
/** `startFrom`: an earlier plan, with what it was planned for. */
export type PlanQuestion = Asked & { readonly seed: number; readonly seconds: number; readonly startFrom?: Asked & { readonly plan: Plan } };

/** The texts were written by this program alone, so they are read without a second look. */
export function questionOf({ input, startFrom, ...work }: PlanWork): PlanQuestion {
  const read = { ...work, input: JSON.parse(input) as PlannerInput };
  if (startFrom === undefined) return read;
  return {
    ...read,
    startFrom: {
      input: JSON.parse(startFrom.input) as PlannerInput,
      changes: JSON.parse(startFrom.changes) as ScenarioChanges,
      settings: JSON.parse(startFrom.settings) as PlanningSettings,
      plan: JSON.parse(startFrom.plan) as Plan,
    },
  };
}

export type Planning = {
  /** Milliseconds since any moment. */
  readonly clock: () => number;
  /** Whether to end with the best plan so far. */
  readonly isStopped: () => boolean;
  readonly onNews: (news: PlanNews) => void;
  /** Where a second core is to be had. */
  readonly startHelper?: SolveTerms["startHelper"];
};

/** Often enough for a display, and seldom enough to cost nothing. */
const TOLD_EVERY_MS = 200;
/** A program that is killed loses no more of a long search. */
const KEPT_EVERY_MS = 2_000;

/**
 * The whole way from the municipality's data to a plan. What it gives has passed the checker, or is refused with what it breaks.
 * With an earlier plan to start from it is never worse than what becomes of that, and where the same is asked it is that plan.
 */
export async function makePlan({ input, changes, settings, seed, seconds, startFrom }: PlanQuestion, { clock, isStopped, onNews, startHelper }: Planning): Promise<PlanOutcome> {
  const begun = clock();
  const changed = applyScenario(input, changes);
  const model = buildProblem(changed, settings);
  const ceiling = ceilingOf(model.problem);
  const threads = startHelper === undefined ? 1 : 2;
  const checked = (choice: Choice, found: { readonly objective: number; readonly bound: number; readonly steps: number; readonly threads: number }) => {
    const plan: Plan = planOf(model, { choice, ...found }, seed);
    return { plan, breaches: checkPlan(changed, settings, plan) };
  };
  // A bound of plans with all mandatory measures says nothing of one without them.
  const checkedSolution = ({ choice, objective, bound, steps, kind }: SolvedPlan) => checked(choice, { objective, bound: kind === "plan" && bound !== null ? bound : ceiling, steps, threads });
  const earlier = startFrom === undefined ? null : { plan: startFrom.plan, model: buildProblem(applyScenario(startFrom.input, startFrom.changes), startFrom.settings) };
  if (earlier !== null && asksTheSame(model, earlier.model)) return outcomeOf({ plan: earlier.plan, breaches: checkPlan(changed, settings, earlier.plan) });
  const before = earlier === null ? undefined : placesToStartFrom(model, earlier);
  const first = firstChoice(model.problem, before);
  const shown = checked(first.choice, { objective: first.objective, bound: first.isOnly ? first.objective : ceiling, steps: 0, threads: 1 });
  if (first.isOnly) return outcomeOf(shown);
  if (shown.breaches.length === 0) onNews({ objective: first.objective, bound: null, plan: shown.plan });
  let told = -Infinity;
  let kept = { at: clock(), objective: first.objective };
  const keepWhatIsBetter = (objective: number, found: () => SolvedPlan): Plan | null => {
    if (objective === kept.objective || clock() - kept.at < KEPT_EVERY_MS) return null;
    const { plan, breaches } = checkedSolution(found());
    kept = { at: clock(), objective };
    return breaches.length === 0 ? plan : null;
  };
  // The time counts from when the run began, whatever proving a bound takes of it.
  const isOver = () => isStopped() || clock() - begun >= seconds * 1000;
  const best = await solve(model.problem, {
    ...{ seed, limit: { seconds }, clock, cancelled: isOver, ...(startHelper && { startHelper }), ...(before && { warmStart: before }) },
    onProgress: ({ objective, bound, plan }) => {
      if (clock() - told < TOLD_EVERY_MS) return;
      told = clock();
      onNews({ objective, bound, plan: keepWhatIsBetter(objective, plan) });
    },
  });
  if (earlier === null || before === undefined) return outcomeOf(checkedSolution(best));
  const choice = settleNear(model.problem, { found: best.choice, before, least: first.objective });
  const settled = checkedSolution({ ...best, choice, objective: checkChoice(model.problem, choice).objective });
  return outcomeOf(beats(settled.plan, earlier) ? { ...settled, plan: { ...settled.plan, beatsItsStart: true } } : settled);
}

const outcomeOf = ({ plan, breaches }: { readonly plan: Plan; readonly breaches: readonly unknown[] }): PlanOutcome =>
  breaches.length === 0 ? { kind: "planned", plan } : { kind: "failed", failure: { code: "refused", details: breaches } };

/** No plan is worth more than every activity at its best, with every synergy. */
function ceilingOf({ activities, synergies }: PlanningProblem): number {
  const best = activities.reduce((sum, { options }) => sum + options.reduce((most, { value }) => Math.max(most, value), 0), 0);
  return synergies.reduce((sum, { bonus }) => sum + bonus, best);
}

/** A plan to show at once, before anything is improved. */
function firstChoice(problem: PlanningProblem, before: Choice | undefined): { readonly choice: Choice; readonly objective: number; /** Nothing has a place anywhere, so there is nothing to search. */ readonly isOnly: boolean } {
  const compiled = compileProblem(problem);
  const { chosen } = startingPlan(compiled, before);
  const choice = Array.from(chosen, (option) => (option < 0 ? null : (compiled.optionPosition[option] ?? null)));
  return { choice, objective: checkChoice(problem, choice).objective, isOnly: compiled.optionCount === 0 };
}
