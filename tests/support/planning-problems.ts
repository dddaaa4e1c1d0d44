import fc from "fast-check";
import type { Choice, PlanningProblem, PlanOption } from "#app/planner/problem.ts";
import { checkChoice } from "#app/planner/check-choice.ts";

const QUARTERS = 4;
const ROWS = 3;

const optionArbitrary = fc.record({
  start: fc.integer({ min: 0, max: QUARTERS - 1 }),
  duration: fc.integer({ min: 1, max: 3 }),
  mode: fc.integer({ min: 0, max: 1 }),
  value: fc.integer({ min: -5, max: 60 }),
  amounts: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: ROWS, maxLength: ROWS }),
}).map(({ start, duration, mode, value, amounts }): PlanOption => ({ start, end: start + duration, mode, value, usage: amounts.flatMap((amount, row) => (amount > 0 ? [{ row, amount }] : [])) }));

/** Small enough to try every choice; precedences may form cycles, and mandatory activities may be impossible. */
export const tinyProblemArbitrary = (most = 5): fc.Arbitrary<PlanningProblem> =>
  fc.integer({ min: 1, max: most }).chain((count) => {
    const position = fc.integer({ min: 0, max: count - 1 });
    const pair = fc.tuple(position, position).filter(([first, second]) => first !== second);
    return fc.record({
      quarters: fc.constant(QUARTERS + 3),
      rows: fc.array(fc.record({ capacity: fc.integer({ min: 0, max: 9 }) }), { minLength: ROWS, maxLength: ROWS }),
      activities: fc.array(fc.record({ mandatory: fc.integer({ min: 0, max: 4 }).map((each) => each === 0), options: fc.array(optionArbitrary, { maxLength: 4 }) }), { minLength: count, maxLength: count }),
      precedences: count < 2 ? fc.constant([]) : fc.array(fc.tuple(pair, fc.integer({ min: 0, max: 1 })).map(([[predecessor, successor], lag]) => ({ predecessor, successor, lag })), { maxLength: 3 }),
      exclusions: count < 2 ? fc.constant([]) : fc.array(pair, { maxLength: 2 }),
      synergies: count < 2 ? fc.constant([]) : fc.array(fc.tuple(pair, fc.integer({ min: 1, max: 20 })).map(([[first, second], bonus]) => ({ first, second, bonus })), { maxLength: 2 }),
    });
  });

/** The best choice that keeps all rules, by trying every one; null where there is none. */
export function bestOfAll(problem: PlanningProblem): number | null {
  let best: number | null = null;
  const choice: Array<number | null> = problem.activities.map(() => null);
  const visit = (activity: number): void => {
    if (activity === problem.activities.length) {
      const { violations, objective } = checkChoice(problem, choice);
      if (violations.length === 0 && (best === null || objective > best)) best = objective;
      return;
    }
    for (const option of [null, ...(problem.activities[activity]?.options.keys() ?? [])]) {
      choice[activity] = option;
      visit(activity + 1);
    }
  };
  visit(0);
  return best;
}

/** Rules broken besides mandatory activities that are left out. */
export const brokenRules = (problem: PlanningProblem, choice: Choice) => checkChoice(problem, choice).violations.filter(({ kind }) => kind !== "mandatoryLeftOut");
