import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { improveOpen, type BranchTerms, type Improved } from "./neighbourhood.ts";
import type { Solver } from "./solver.ts";

/**
 * What is added to a bound of branch and cut, as a share of it: HiGHS works in floating point, keeps rows to 1e-6 and prices to
 * 1e-7, and unlike the relaxation its cuts leave no prices by which weak duality could be checked.
 */
const DISTRUST = 1e-5;
/** With more options than this the first cuts take too long, and too much memory. */
const MOST_OPTIONS = 10_000;

export const isWorthCutting = ({ optionCount }: CompiledProblem): boolean => optionCount > 0 && optionCount <= MOST_OPTIONS;

/**
 * Branch and cut by HiGHS over the whole problem (cover, clique and mixed-integer rounding cuts at its root, Achterberg 2007): in
 * seconds it proves a better bound than the linear relaxation, and now and then finds a better plan. `onBound` is told bounds for
 * plans with all mandatory activities, in whole units of the options' values.
 */
export function proveByCuts(compiled: CompiledProblem, solver: Solver, chosen: Int32Array, { onBound, ...terms }: Omit<BranchTerms, "allowed" | "onBound"> & { readonly onBound: (bound: number) => void }): Improved {
  const all = new Set(Array.from({ length: compiled.activityCount }, (_, activity) => activity));
  return improveOpen(compiled, solver, chosen, all, {
    ...terms,
    allowed: new Uint8Array(compiled.optionCount).fill(1),
    onBound: (bound) => {
      if (Number.isFinite(bound)) onBound(Math.floor(bound + DISTRUST * Math.abs(bound)));
    },
  });
}
