import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { dualBound } from "./dual-bound.ts";
import { buildModel, OPEN } from "./linear-model.ts";
import type { Guide } from "./neighbourhood.ts";
import { relax, type Solver } from "./solver.ts";

export type Proven = {
  /** No plan with all mandatory activities is worth more; Infinity where nothing is proven. */
  readonly bound: number;
  /** There is no plan with all mandatory activities. */
  readonly isInfeasible: boolean;
  /** By option of the compiled problem. */
  readonly guide: Guide;
};

/** What the linear relaxation proves of a problem, in at most so many seconds; stopped early it still proves a bound, if a worse one. */
export function proveByRelaxation(compiled: CompiledProblem, solver: Solver, seconds: number): Proven {
  const model = buildModel(compiled, { decided: new Int32Array(compiled.activityCount).fill(OPEN), forced: true });
  const { status, rowPrice, columnValue, reducedCost } = relax(solver, model, seconds);
  const byOption = (values: Float64Array) => Float64Array.from(model.optionColumn, (column) => values[column] ?? 0);
  const isInfeasible = status === "infeasible";
  return { bound: isInfeasible ? Infinity : dualBound(compiled, model, rowPrice, true), isInfeasible, guide: { value: byOption(columnValue), reducedCost: byOption(reducedCost) } };
}
