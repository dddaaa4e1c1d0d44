import { createWhatIf } from "#app/planner/explain/what-if.ts";
import type { Choice, PlanningProblem } from "#app/planner/problem.ts";

/** Milliseconds of each question: every planned activity put to another of its options, one after the other; runs in the browser, too. */
export function whatIfTimes(problem: PlanningProblem, choice: Choice): number[] {
  const asker = createWhatIf(problem, choice);
  return problem.activities.flatMap(({ options }, activity) => {
    if ((choice[activity] ?? null) === null || options.length < 2) return [];
    const begun = performance.now();
    asker.ask(activity, (activity * 7) % options.length);
    return [performance.now() - begun];
  });
}
