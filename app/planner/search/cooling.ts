import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import type { Climate } from "./annealing.ts";

/** What is left of the temperature at the end. */
const COLD = 0.05;
/** From this part of a run on no row is tolerated above its capacity. */
const TOLERANT_UNTIL = 0.9;
/** To this factor strictness rises at the end. */
const STRICTEST = 150;

/**
 * `warm`: where the temperature begins, as a share of an option's average value. `tolerance`: by which share of its capacity a
 * row may be exceeded at first. `strictFrom`: the part of a run from which on strictness rises. In a small portfolio a single
 * activity fills much of a row, so exceeding rows leads astray sooner: on nine instances of 60 measures these values gave
 * 0.1 to 2.6 % more after 1,200 steps (six seeds each), while on 150 measures the smaller tolerance lost up to half a percent.
 */
type Conditions = { readonly warm: number; readonly tolerance: number; readonly strictFrom: number };
export const SMALL_PORTFOLIO = 100;
const SMALL: Conditions = { warm: 0.3, tolerance: 0.15, strictFrom: 0.4 };
const LARGE: Conditions = { warm: 0.2, tolerance: 0.3, strictFrom: 0.6 };

/** The climate of a run of annealing by how much of it is done, from 0 to 1: geometric cooling. */
export function coolingOf({ activityCount, optionValue, optionCount }: CompiledProblem): (done: number) => Climate {
  const average = averageValue({ optionValue, optionCount });
  const { warm, tolerance, strictFrom } = activityCount <= SMALL_PORTFOLIO ? SMALL : LARGE;
  return (done) => ({
    temperature: warm * average * COLD ** done,
    strictness: STRICTEST ** Math.max(0, (done - strictFrom) / (1 - strictFrom)),
    tolerance: tolerance * Math.max(0, 1 - done / TOLERANT_UNTIL),
  });
}

/** What an option is worth on average, whatever its sign; never 0. */
export const averageValue = ({ optionValue, optionCount }: Pick<CompiledProblem, "optionValue" | "optionCount">): number => optionValue.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, optionCount) || 1;
