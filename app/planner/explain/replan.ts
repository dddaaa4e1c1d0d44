import { checkChoice } from "#app/planner/check-choice.ts";
import type { Activity, Choice, PlanningProblem } from "#app/planner/problem.ts";
import { solve, type SolvedPlan, type SolveTerms } from "#app/planner/solve.ts";
import { choiceAt, differenceBetween, placesOf, type PlanDifference, type Places } from "./places.ts";

/** What stability is worth, in the unit of the options' values. */
export type Stability = {
  /** For staying at the same quarter, paid the same way. */
  readonly stayBonus: number;
  /** Per quarter moved. */
  readonly movePenalty: number;
};

export type Replanned = PlanDifference & {
  readonly choice: Choice;
  /** What the plan is worth by the problem's own values, without what stability counts. */
  readonly objective: number;
  /** As solved: objective, bound and gap count stability. */
  readonly solved: SolvedPlan;
};

/** Staying is worth half of what an activity brings on average, a quarter's move costs a tenth of that. */
const STAY_SHARE = 0.5;
const MOVE_SHARE = 0.1;

/** A weight with which a plan moves only what must move, for the problem's own scale of values. */
export function usualStability({ activities }: PlanningProblem): Stability {
  const best = activities.flatMap(({ options }) => (options.length === 0 ? [] : [Math.max(...options.map(({ value }) => value))]));
  const average = best.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, best.length);
  const stayBonus = Math.max(1, Math.round(STAY_SHARE * average));
  return { stayBonus, movePenalty: Math.max(1, Math.round(MOVE_SHARE * stayBonus)) };
}

/**
 * A plan for a problem that has changed, close to the old one: each activity planned before is anchored to its place by a bonus
 * for staying and a penalty per quarter moved (stability as in El Sakkout & Wallace 2000, minimal perturbation scheduling).
 */
export async function replanWithFewestMoves(problem: PlanningProblem, before: Places, stability: Stability, terms: Omit<SolveTerms, "warmStart">): Promise<Replanned> {
  const solved = await solve(anchored(problem, before, stability), { ...terms, warmStart: choiceAt(problem, before) });
  const { choice } = solved;
  return { ...differenceBetween(before, placesOf(problem, choice)), choice, objective: checkChoice(problem, choice).objective, solved };
}

/** The same problem, its values with what stability counts. */
export function anchored(problem: PlanningProblem, before: Places, { stayBonus, movePenalty }: Stability): PlanningProblem {
  const activities = problem.activities.map((activity, index): Activity => {
    const place = before[index] ?? null;
    if (place === null) return activity;
    const options = activity.options.map((option) => {
      const stays = option.start === place.start && option.mode === place.mode;
      return { ...option, value: option.value + (stays ? stayBonus : -movePenalty * Math.abs(option.start - place.start)) };
    });
    return { ...activity, options };
  });
  return { ...problem, activities };
}
