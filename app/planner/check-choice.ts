import type { Choice, PlanningProblem } from "./problem.ts";

/** One broken rule. Positions are those of the problem's lists; `excess` is in the unit of the row. */
export type Violation =
  | { readonly kind: "unknownOption"; readonly activity: number }
  | { readonly kind: "mandatoryLeftOut"; readonly activity: number }
  | { readonly kind: "rowExceeded"; readonly row: number; readonly excess: number }
  | { readonly kind: "predecessorLeftOut"; readonly precedence: number }
  | { readonly kind: "startsTooEarly"; readonly precedence: number; readonly quarters: number }
  | { readonly kind: "excludedTogether"; readonly exclusion: number };

export type CheckedChoice = { readonly violations: readonly Violation[]; readonly objective: number };

/**
 * Whether a choice keeps every rule of the problem, and what it is worth: the rules once more, in the plainest form and
 * with nothing taken from the search, which therefore cannot share its errors.
 */
export function checkChoice(problem: PlanningProblem, choice: Choice): CheckedChoice {
  const violations: Violation[] = [];
  const used = problem.rows.map(() => 0);
  let objective = 0;

  const chosen = problem.activities.map(({ mandatory, options }, activity) => {
    const position = choice[activity] ?? null;
    const option = position === null ? undefined : options[position];
    if (position !== null && option === undefined) violations.push({ kind: "unknownOption", activity });
    if (mandatory && option === undefined) violations.push({ kind: "mandatoryLeftOut", activity });
    return option;
  });

  for (const option of chosen) {
    objective += option?.value ?? 0;
    for (const { row, amount } of option?.usage ?? []) used[row] = (used[row] ?? 0) + amount;
  }
  problem.rows.forEach(({ capacity }, row) => {
    const excess = (used[row] ?? 0) - capacity;
    // A row whose capacity is below zero forbids nothing as long as nobody takes of it.
    if (excess > 0 && (used[row] ?? 0) > 0) violations.push({ kind: "rowExceeded", row, excess });
  });

  problem.precedences.forEach(({ predecessor, successor, lag }, precedence) => {
    const before = chosen[predecessor];
    const after = chosen[successor];
    if (after === undefined) return;
    if (before === undefined) violations.push({ kind: "predecessorLeftOut", precedence });
    else if (before.end + lag > after.start) violations.push({ kind: "startsTooEarly", precedence, quarters: before.end + lag - after.start });
  });

  problem.exclusions.forEach(([first, second], exclusion) => {
    if (chosen[first] !== undefined && chosen[second] !== undefined) violations.push({ kind: "excludedTogether", exclusion });
  });
  for (const { first, second, bonus } of problem.synergies) {
    if (chosen[first] !== undefined && chosen[second] !== undefined) objective += bonus;
  }
  return { violations, objective };
}
