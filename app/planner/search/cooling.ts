import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import type { Climate } from "./annealing.ts";

/** Where the temperature begins, as a share of an option's average value, and what is left of it at the end. */
const WARM = 0.2;
const COLD = 0.05;
const TOLERANCE = 0.3;
/** From which parts of a run on no row is tolerated above its capacity, and on which strictness rises to its last factor. */
const TOLERANT_UNTIL = 0.9;
const STRICT_FROM = 0.6;
const STRICTEST = 150;

/** The climate of a run of annealing by how much of it is done, from 0 to 1: geometric cooling. */
export function coolingOf({ optionValue, optionCount }: CompiledProblem): (done: number) => Climate {
  const average = optionValue.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, optionCount) || 1;
  return (done) => ({
    temperature: WARM * average * COLD ** done,
    strictness: STRICTEST ** Math.max(0, (done - STRICT_FROM) / (1 - STRICT_FROM)),
    tolerance: TOLERANCE * Math.max(0, 1 - done / TOLERANT_UNTIL),
  });
}
