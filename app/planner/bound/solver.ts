import type { Highs, ModelData } from "highs";
import type { LinearModel } from "./linear-model.ts";

export type Solver = Highs;

/** HiGHS as WebAssembly (Huangfu & Hall 2018); found beside its own package, so it must not be bundled. Loaded where it is asked for: a first plan does not wait for it. */
export async function loadSolver(): Promise<Solver> {
  const { default: loadHighs } = await import("highs");
  return loadHighs();
}

export type Relaxed = {
  readonly status: "optimal" | "infeasible" | "stopped";
  /** Of the relaxation, with what is fixed; meaningful where optimal. */
  readonly objective: number;
  readonly columnValue: Float64Array;
  /** What one more of the column would bring: at most 0 for columns at 0, at least 0 for those at 1. */
  readonly reducedCost: Float64Array;
  /** By row of the model: what one more unit of it would bring; never negative for limits. */
  readonly rowPrice: Float64Array;
};

export function dataOf(solver: Solver, model: LinearModel, integer: boolean): ModelData {
  const { columnCount } = model;
  return {
    numCols: columnCount,
    numRows: model.rowLower.length,
    sense: solver.constants.objectiveSense.maximize,
    offset: model.constant,
    colCost: model.cost,
    colLower: new Float64Array(columnCount),
    colUpper: new Float64Array(columnCount).fill(1),
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: { format: "csr", numRows: model.rowLower.length, numCols: columnCount, starts: model.rowFrom, indices: model.columns, values: model.values },
    ...(integer ? { integrality: new Int32Array(columnCount).fill(solver.constants.variableType.integer) } : {}),
  };
}

/** The linear relaxation, in at most `seconds`. */
export function relax(solver: Solver, model: LinearModel, seconds: number): Relaxed {
  if (model.columnCount === 0) return relaxedOfNothing(model);
  const { modelStatus } = solver.constants;
  const loaded = solver.createModel(dataOf(solver, model, false));
  try {
    loaded.options.set({ output_flag: false, time_limit: seconds });
    const { modelStatus: status } = loaded.run();
    const { colValue, colDual, rowDual } = loaded.getSolution();
    return {
      status: status === modelStatus.optimal ? "optimal" : status === modelStatus.infeasible ? "infeasible" : "stopped",
      objective: loaded.getObjectiveValue(),
      columnValue: colValue,
      reducedCost: colDual,
      rowPrice: rowDual,
    };
  } finally {
    loaded.dispose();
  }
}

/** HiGHS gives no solution for a model without columns. */
function relaxedOfNothing({ rowLower, rowUpper, constant }: LinearModel): Relaxed {
  const isKept = rowLower.every((lower, row) => lower <= 0 && (rowUpper[row] ?? 0) >= 0);
  return { status: isKept ? "optimal" : "infeasible", objective: constant, columnValue: new Float64Array(0), reducedCost: new Float64Array(0), rowPrice: new Float64Array(rowLower.length) };
}
