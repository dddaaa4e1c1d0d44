import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import type { LinearModel } from "./linear-model.ts";

/** What sums of this many doubles may be off by, many times over. */
const ROUNDING = 1e-6;

/**
 * The upper bound that row prices prove by weak duality: prices times limits, and of each activity the best option at these
 * prices. Any prices from 0 up prove one, whatever tolerances the solver that found them worked with. Objectives are whole
 * numbers, so the bound is one, too. `forced`: mandatory activities must be chosen, as in the model.
 */
export function dualBound(compiled: CompiledProblem, model: LinearModel, rowPrice: Float64Array, forced: boolean): number {
  // Solvers do not agree on the sign of a price; as both prove a bound, the better one counts.
  const negated = rowPrice.map((price) => -price);
  return Math.floor(Math.min(boundAt(compiled, model, rowPrice, forced), boundAt(compiled, model, negated, forced)) + ROUNDING);
}

function boundAt({ activityCount, optionFrom, problem }: CompiledProblem, model: LinearModel, price: Float64Array, forced: boolean): number {
  const { rowUpper, rowLower, rowFrom, columns, values, cost, optionColumn, synergyColumn } = model;
  const reduced = cost.slice();
  let bound = model.constant;
  for (let row = 0; row < rowUpper.length; row += 1) {
    // Rows "exactly one option" and "at most one option" are kept as they are: the best option is taken below.
    const each = rowLower[row] === rowUpper[row] || row < model.choiceRows ? 0 : Math.max(0, price[row] ?? 0);
    if (each === 0) continue;
    bound += each * (rowUpper[row] ?? 0);
    for (let at = rowFrom[row] ?? 0; at < (rowFrom[row + 1] ?? 0); at += 1) {
      const column = columns[at] ?? 0;
      reduced[column] = (reduced[column] ?? 0) - each * (values[at] ?? 0);
    }
  }
  for (let activity = 0; activity < activityCount; activity += 1) {
    let best = forced && problem.activities[activity]?.mandatory === true ? -Infinity : 0;
    let isOpen = false;
    for (let option = optionFrom[activity] ?? 0; option < (optionFrom[activity + 1] ?? 0); option += 1) {
      const column = optionColumn[option] ?? -1;
      if (column < 0) continue;
      isOpen = true;
      best = Math.max(best, reduced[column] ?? 0);
    }
    if (isOpen) bound += best;
  }
  for (const column of synergyColumn) if (column >= 0) bound += Math.max(0, reduced[column] ?? 0);
  return bound;
}
