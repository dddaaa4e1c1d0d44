import { checkChoice } from "#app/planner/check-choice.ts";
import type { Activity, Choice, PlanningProblem, PlanOption } from "#app/planner/problem.ts";
import { solveInSteps } from "#app/planner/solve-in-steps.ts";

/** What of a plan's worth may be given up so that less of it differs, as a share. */
const GIVEN_UP = 0.001;
/** What a place of before is worth more than another, as shares of what an activity brings on average; the last one decides between equals only. */
const PULLS = [0.02, 0.005, 0.001, 0];
/** Values are counted so finely that the smallest pull of all activities together is less than one unit of worth. */
const FINENESS = 10_000;
const STEPS = 80;

/**
 * A plan that is worth hardly less than the one found (0.1 %) and nearer to an earlier one: what a search moves for next to
 * nothing, or for nothing, stays where it was. Only the two places of each activity are tried, so that it costs little
 * (path relinking, Glover 1996). The same problem and plans give the same answer.
 * @param before the earlier plan; what it no longer has an option for is null
 * @param least the answer is worth at least so much
 */
export function settleNear(problem: PlanningProblem, { found, before, least }: { readonly found: Choice; readonly before: Choice; readonly least: number }): Choice {
  const { objective, violations } = checkChoice(problem, found);
  const floor = Math.max(Math.ceil(objective * (1 - GIVEN_UP)), Math.min(objective, least));
  const average = problem.activities.reduce((sum, { options }) => sum + options.reduce((best, { value }) => Math.max(best, value), 0), 0) / Math.max(1, problem.activities.length);
  const positions = problem.activities.map((_, activity) => [...new Set([before[activity] ?? null, found[activity] ?? null])].flatMap((position) => (position === null ? [] : [position])));
  for (const pull of PULLS) {
    const bonus = Math.max(1, Math.round((pull * average * FINENESS) / 2));
    const activities = problem.activities.map(({ mandatory, options }, activity): Activity => ({
      mandatory,
      options: (positions[activity] ?? []).flatMap((position) => {
        const option = options[position];
        return option === undefined ? [] : [{ ...option, value: worthOf(option, bonus, (before[activity] ?? null) === position) }];
      }),
    }));
    const synergies = problem.synergies.map((each) => ({ ...each, bonus: each.bonus * FINENESS }));
    const warmStart = found.map((position, activity) => (position === null ? null : (positions[activity] ?? []).indexOf(position)));
    const { choice } = solveInSteps({ ...problem, activities, synergies }, { seed: 1, steps: STEPS, warmStart });
    const near = choice.map((position, activity) => (position === null ? null : (positions[activity]?.[position] ?? null)));
    const settled = checkChoice(problem, near);
    if (settled.objective >= floor && settled.violations.length <= violations.length && movesBetween(before, near) < movesBetween(before, found)) return near;
  }
  return found;
}

const worthOf = ({ value }: PlanOption, bonus: number, isBefore: boolean): number => value * FINENESS + (isBefore ? bonus : -bonus);

const movesBetween = (before: Choice, after: Choice): number => before.filter((position, activity) => position !== (after[activity] ?? null)).length;
