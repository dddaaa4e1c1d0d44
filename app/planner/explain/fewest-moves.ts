import { checkChoice } from "#app/planner/check-choice.ts";
import type { Choice, PlanningProblem, PlanOption } from "#app/planner/problem.ts";
import { solveInSteps } from "#app/planner/solve-in-steps.ts";
import { differenceBetween, placesOf, type Place, type PlanDifference, type Places } from "./places.ts";

/** A plan with the activity where it is wanted; `added` is the activity itself at most. */
export type DisturbedPlan = PlanDifference & { readonly choice: Choice };

// Staying is worth so much more than moving that nothing is dropped where some moves will do.
const STAYS = 100_000;
const MOVED = 1_000;
const PER_QUARTER = 20;

/**
 * The plan with the activity at a start and as little else moved or dropped as was found; what was not planned stays out.
 * Minimal perturbation (El Sakkout & Wallace 2000), searched in steps: the same seed and steps give the same plan. Null where
 * the search found none that keeps every rule and every mandatory activity planned before.
 * @param before the plan as it is
 * @param start quarter of the problem, from 0
 */
export function fewestMoves(problem: PlanningProblem, before: Places, activity: number, start: number, terms: { readonly seed: number; readonly steps: number }): DisturbedPlan | null {
  const kept = problem.activities.map(({ options, mandatory }, index) => {
    const place = before[index] ?? null;
    if (index === activity) return { mandatory: true, positions: positionsOf(options, (option) => option.start === start), place: null };
    return { mandatory: mandatory && place !== null, positions: place === null ? [] : positionsOf(options, () => true), place };
  });
  const asked: PlanningProblem = {
    ...problem,
    synergies: [],
    activities: kept.map(({ mandatory, positions, place }, index) => ({
      mandatory,
      options: positions.flatMap((position) => {
        const option = problem.activities[index]?.options[position];
        return option === undefined ? [] : [{ ...option, value: worthOf(option, place) }];
      }),
    })),
  };
  const warmStart = kept.map(({ positions, place }, index) => {
    const position = positions.findIndex((each) => isAt(problem.activities[index]?.options[each], place));
    return position < 0 ? null : position;
  });
  const solved = solveInSteps(asked, { ...terms, warmStart });
  if (solved.kind !== "plan") return null;
  const choice = solved.choice.map((position, index) => (position === null ? null : (kept[index]?.positions[position] ?? null)));
  const broken = checkChoice(problem, choice).violations.filter((violation) => violation.kind !== "mandatoryLeftOut" || (before[violation.activity] ?? null) !== null);
  return broken.length > 0 ? null : { ...differenceBetween(before, placesOf(problem, choice)), choice };
}

const positionsOf = (options: readonly PlanOption[], isWanted: (option: PlanOption) => boolean): number[] => options.flatMap((option, position) => (isWanted(option) ? [position] : []));

const isAt = (option: PlanOption | undefined, place: Place | null): boolean => option !== undefined && place !== null && option.start === place.start && option.mode === place.mode;

function worthOf(option: PlanOption, place: Place | null): number {
  if (place === null || isAt(option, place)) return STAYS;
  return STAYS - MOVED - PER_QUARTER * Math.abs(option.start - place.start);
}
