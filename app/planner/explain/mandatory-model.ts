import type { Solver } from "#app/planner/bound/solver.ts";
import { checkChoice } from "#app/planner/check-choice.ts";
import type { Choice, PlanningProblem } from "#app/planner/problem.ts";

/** What a row lacks; in the unit of the row. */
export type Lack = { readonly row: number; readonly amount: number };

export type Meeting =
  /** All find a place; `lacking` is empty unless rows could be stretched. `isLeast`: hardly less would do, see TOLERANCE. */
  | { readonly kind: "met"; readonly choice: Choice; readonly lacking: readonly Lack[]; readonly isLeast: boolean }
  | { readonly kind: "impossible" }
  /** Not known within the time. */
  | { readonly kind: "open" };

type Terms = {
  /** Whether rows may be exceeded, at a price by their size: an elastic programme (Chinneck 2008). */
  readonly elastic: boolean;
  readonly seconds: number;
};

/** The sum of what is missing may lie so far above the least possible, as a share. */
const TOLERANCE = 0.02;

/** Looks for places for exactly the activities given, none of which waits for one that is not. */
export function meet(solver: Solver, problem: PlanningProblem, needed: ReadonlySet<number>, { elastic, seconds }: Terms): Meeting {
  const columns = [...needed].flatMap((activity) => (problem.activities[activity]?.options ?? []).map((option, position) => ({ activity, position, option })));
  const none = problem.activities.map(() => null);
  if (columns.length === 0) return needed.size === 0 ? { kind: "met", choice: none, lacking: [], isLeast: true } : { kind: "impossible" };
  const of = new Map<number, number[]>();
  columns.forEach(({ activity }, column) => of.set(activity, [...(of.get(activity) ?? []), column]));
  const matrix = createRows();
  for (const activity of needed) matrix.add((of.get(activity) ?? []).map((column) => [column, 1]), 1, 1);
  for (const { predecessor, successor, lag } of problem.precedences) {
    if (!needed.has(predecessor) || !needed.has(successor)) continue;
    const [before, after] = [of.get(predecessor) ?? [], of.get(successor) ?? []];
    const starts = new Set(after.map((column) => columns[column]?.option.start ?? 0));
    for (const start of starts) {
      const begun = after.filter((column) => (columns[column]?.option.start ?? 0) <= start);
      const finished = before.filter((column) => (columns[column]?.option.end ?? Infinity) + lag <= start);
      matrix.add([...begun.map((column) => [column, 1] as const), ...finished.map((column) => [column, -1] as const)], -Infinity, 0);
    }
  }
  for (const [first, second] of problem.exclusions) if (needed.has(first) && needed.has(second)) matrix.add([], 1, 1);
  const takers = new Map<number, Array<readonly [number, number]>>();
  columns.forEach(({ option }, column) => option.usage.forEach(({ row, amount }) => takers.set(row, [...(takers.get(row) ?? []), [column, amount]])));
  const stretched: number[] = [];
  const cost = columns.map(() => 0);
  for (const [row, entries] of takers) {
    const capacity = Math.max(0, problem.rows[row]?.capacity ?? 0);
    if (!elastic) matrix.add(entries, -Infinity, capacity);
    else {
      matrix.add([...entries, [columns.length + stretched.length, -1]], -Infinity, capacity);
      stretched.push(row);
      cost.push(1 / Math.max(capacity, ...entries.map(([, amount]) => amount)));
    }
  }
  const { modelStatus, objectiveSense, variableType } = solver.constants;
  const { lower, upper, from, indices, values } = matrix;
  const model = solver.createModel({
    numCols: cost.length,
    numRows: lower.length,
    sense: objectiveSense.minimize,
    colCost: Float64Array.from(cost),
    colLower: new Float64Array(cost.length),
    colUpper: Float64Array.from(cost, (_, column) => (column < columns.length ? 1 : Infinity)),
    rowLower: Float64Array.from(lower),
    rowUpper: Float64Array.from(upper),
    matrix: { format: "csr", numRows: lower.length, numCols: cost.length, starts: Int32Array.from(from), indices: Int32Array.from(indices), values: Float64Array.from(values) },
    integrality: Int32Array.from(cost, (_, column) => (column < columns.length ? variableType.integer : variableType.continuous)),
  });
  try {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: TOLERANCE });
    const { modelStatus: status } = model.run();
    if (status === modelStatus.infeasible) return { kind: "impossible" };
    if (status !== modelStatus.optimal && status !== modelStatus.timeLimit) return { kind: "open" };
    const { colValue } = model.getSolution();
    const choice: Array<number | null> = none.slice();
    columns.forEach(({ activity, position }, column) => {
      if ((colValue[column] ?? 0) > 0.5) choice[activity] = position;
    });
    // What the solver gives is counted once more; at the end of its time it may have nothing.
    const { violations } = checkChoice({ ...problem, activities: problem.activities.map((each, activity) => ({ ...each, mandatory: needed.has(activity) })) }, choice);
    const lacking = violations.flatMap((violation) => (violation.kind === "rowExceeded" ? [{ row: violation.row, amount: violation.excess }] : []));
    if (violations.length > lacking.length || (!elastic && lacking.length > 0)) return { kind: "open" };
    return { kind: "met", choice, lacking, isLeast: status === modelStatus.optimal };
  } finally {
    model.dispose();
  }
}

function createRows() {
  const lower: number[] = [];
  const upper: number[] = [];
  const from: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const add = (entries: ReadonlyArray<readonly [number, number]>, least: number, most: number) => {
    for (const [column, value] of entries) {
      indices.push(column);
      values.push(value);
    }
    lower.push(least);
    upper.push(most);
    from.push(indices.length);
  };
  return { lower, upper, from, indices, values, add };
}
