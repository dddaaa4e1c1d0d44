import { checkChoice } from "#app/planner/check-choice.ts";
import type { Choice, PlanningProblem } from "#app/planner/problem.ts";
import type { SolveTerms } from "#app/planner/solve.ts";
import { choiceAt, differenceBetween, placesOf, type PlanDifference, type Places } from "./places.ts";
import { replanWithFewestMoves, usualStability } from "./replan.ts";

/** A plan in which the activity starts early enough; what else moves beside it. */
export type EarlierPlan = PlanDifference & {
  readonly choice: Choice;
  /** Quarter in which the activity starts now. */
  readonly start: number;
  /** By the problem's own values: below 0, the early start costs more than it brings. */
  readonly valueChange: number;
};

/**
 * Plans anew with the activity held at a start no later than wanted and everything else anchored to its place, and returns the
 * plan only where a second check finds every rule kept: the proof of a "would start in Q if …". Null where none was found.
 * @param problem with the change made that is to let it start earlier
 * @param before the plan as it is
 * @param wantedStart the latest quarter that counts as earlier
 */
export async function startsEarlierAfter(problem: PlanningProblem, before: Places, activity: number, wantedStart: number, terms: Omit<SolveTerms, "warmStart">): Promise<EarlierPlan | null> {
  const pinned = problem.activities[activity];
  if (pinned === undefined) return null;
  const early = pinned.options.flatMap((option, position) => (option.start <= wantedStart ? [position] : []));
  if (early.length === 0) return null;
  const options = early.flatMap((position) => pinned.options[position] ?? []);
  const held: PlanningProblem = { ...problem, activities: problem.activities.map((each, index) => (index === activity ? { mandatory: true, options } : each)) };
  const freed = before.map((place, index) => (index === activity ? null : place));
  const { choice: found } = await replanWithFewestMoves(held, freed, usualStability(problem), terms);
  const choice = found.map((position, index) => (index === activity && position !== null ? (early[position] ?? null) : position));
  const { violations, objective } = checkChoice(problem, choice);
  const start = placesOf(problem, choice)[activity]?.start;
  if (violations.length > 0 || start === undefined || start > wantedStart) return null;
  const { objective: was } = checkChoice(problem, choiceAt(problem, before));
  return { ...differenceBetween(before, placesOf(problem, choice)), choice, start, valueChange: objective - was };
}
