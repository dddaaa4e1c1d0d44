import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";

/**
 * The time-indexed integer programme of a planning problem: one column per option (1: chosen) and one per synergy. Precedences
 * stand in their disaggregated form, by quarter: a successor started by t needs its predecessor finished by t, which gives the
 * tightest known relaxation of this size (Christofides, Alvarez-Valdes & Tamarit 1987). Rows are listed one after the other.
 */
export type LinearModel = {
  readonly columnCount: number;
  /** By column: the option it stands for; -1 for a synergy. */
  readonly columnOption: Int32Array;
  /** By option: its column, -1 where the option is not part of the model. */
  readonly optionColumn: Int32Array;
  /** By synergy: its column, or -1. */
  readonly synergyColumn: Int32Array;
  readonly cost: Float64Array;
  /** What is gained already by what is fixed. */
  readonly constant: number;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** How many of the first rows say that an activity has at most, or exactly, one option. */
  readonly choiceRows: number;
  readonly rowFrom: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  /** By limit row of the problem: its row in the model, or -1. */
  readonly limitRow: Int32Array;
};

/** What is decided already, by activity: `DECIDED_OUT`, an option that is chosen, or `OPEN`. */
export const OPEN = -2;
export const DECIDED_OUT = -1;
export type Decided = Int32Array;

export type ModelTerms = {
  readonly decided: Decided;
  /** By option: 1 where it may be chosen; all may when missing. */
  readonly allowed?: Uint8Array;
  /** Whether mandatory activities must be chosen; where not, they may be left out. */
  readonly forced: boolean;
};

export function buildModel(compiled: CompiledProblem, { decided, allowed, forced }: ModelTerms): LinearModel {
  const { activityCount, rowCount, optionFrom, optionStart, optionEnd, optionValue, usageFrom, usageRow, usageAmount } = compiled;
  const { synergies } = compiled.problem;
  const optionColumn = new Int32Array(compiled.optionCount).fill(-1);
  const columnOption: number[] = [];
  const cost: number[] = [];
  let constant = 0;
  const free = compiled.capacity.slice();
  const openRow = new Uint8Array(rowCount);

  for (let activity = 0; activity < activityCount; activity += 1) {
    const state = decided[activity] ?? OPEN;
    if (state >= 0) {
      constant += optionValue[state] ?? 0;
      for (let at = usageFrom[state] ?? 0; at < (usageFrom[state + 1] ?? 0); at += 1) free[usageRow[at] ?? 0] = (free[usageRow[at] ?? 0] ?? 0) - (usageAmount[at] ?? 0);
    }
    if (state !== OPEN) continue;
    for (let option = optionFrom[activity] ?? 0; option < (optionFrom[activity + 1] ?? 0); option += 1) {
      if (allowed !== undefined && allowed[option] !== 1) continue;
      optionColumn[option] = columnOption.length;
      columnOption.push(option);
      cost.push(optionValue[option] ?? 0);
    }
  }

  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const rowFrom: number[] = [0];
  const columns: number[] = [];
  const values: number[] = [];
  const add = (column: number, value: number) => {
    columns.push(column);
    values.push(value);
  };
  const closeRow = (lower: number, upper: number): number => {
    rowLower.push(lower);
    rowUpper.push(upper);
    rowFrom.push(columns.length);
    return rowLower.length - 1;
  };
  /** Adds the open options of an activity for which the test holds; returns how often what is decided fulfils it. */
  const addWhere = (activity: number, value: number, test: (option: number) => boolean): number => {
    const state = decided[activity] ?? OPEN;
    if (state !== OPEN) return state >= 0 && test(state) ? value : 0;
    for (let option = optionFrom[activity] ?? 0; option < (optionFrom[activity + 1] ?? 0); option += 1) {
      const column = optionColumn[option] ?? -1;
      if (column >= 0 && test(option)) add(column, value);
    }
    return 0;
  };
  const always = () => true;
  /** Closes a row "at most", unless it can be broken by nothing. */
  const closeAtMost = (upper: number, fixed: number): void => {
    const from = rowFrom[rowFrom.length - 1] ?? 0;
    if (columns.length > from) closeRow(-Infinity, upper - fixed);
  };

  for (let activity = 0; activity < activityCount; activity += 1) {
    if ((decided[activity] ?? OPEN) !== OPEN) continue;
    addWhere(activity, 1, always);
    const isForced = forced && compiled.problem.activities[activity]?.mandatory === true;
    if (isForced) closeRow(1, 1);
    else closeAtMost(1, 0);
  }
  const choiceRows = rowLower.length;
  compiled.problem.precedences.forEach(({ predecessor, successor, lag }) => {
    if ((decided[predecessor] ?? OPEN) !== OPEN && (decided[successor] ?? OPEN) !== OPEN) return;
    for (const quarter of quartersOf(successor)) {
      const started = addWhere(successor, 1, (option) => (optionStart[option] ?? 0) <= quarter);
      const finished = addWhere(predecessor, -1, (option) => (optionEnd[option] ?? 0) + lag <= quarter);
      closeAtMost(0, started + finished);
    }
  });
  for (const [first, second] of compiled.problem.exclusions) {
    const fixed = addWhere(first, 1, always) + addWhere(second, 1, always);
    closeAtMost(1, fixed);
  }

  const synergyColumn = new Int32Array(synergies.length).fill(-1);
  synergies.forEach(({ first, second, bonus }, synergy) => {
    const states = [decided[first] ?? OPEN, decided[second] ?? OPEN];
    if (states.includes(DECIDED_OUT)) return;
    if (!states.includes(OPEN)) {
      constant += bonus;
      return;
    }
    const column = columnOption.length;
    synergyColumn[synergy] = column;
    columnOption.push(-1);
    cost.push(bonus);
    for (const activity of [first, second]) {
      add(column, 1);
      closeAtMost(0, addWhere(activity, -1, always));
    }
  });

  // The limits last: collected by row from the options' usage.
  const uses: Array<Array<readonly [number, number]>> = Array.from({ length: rowCount }, () => []);
  columnOption.forEach((option, column) => {
    if (option < 0) return;
    for (let at = usageFrom[option] ?? 0; at < (usageFrom[option + 1] ?? 0); at += 1) {
      uses[usageRow[at] ?? 0]?.push([column, usageAmount[at] ?? 0]);
      openRow[usageRow[at] ?? 0] = 1;
    }
  });
  const limitRow = new Int32Array(rowCount).fill(-1);
  for (let row = 0; row < rowCount; row += 1) {
    if (openRow[row] !== 1) continue;
    for (const [column, amount] of uses[row] ?? []) add(column, amount);
    limitRow[row] = closeRow(-Infinity, free[row] ?? 0);
  }

  return {
    columnCount: columnOption.length,
    columnOption: Int32Array.from(columnOption),
    optionColumn,
    synergyColumn,
    cost: Float64Array.from(cost),
    constant,
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    choiceRows,
    rowFrom: Int32Array.from(rowFrom),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
    limitRow,
  };

  function quartersOf(successor: number): number[] {
    const state = decided[successor] ?? OPEN;
    if (state === DECIDED_OUT) return [];
    if (state >= 0) return [optionStart[state] ?? 0];
    const starts = new Set<number>();
    for (let option = optionFrom[successor] ?? 0; option < (optionFrom[successor + 1] ?? 0); option += 1) starts.add(optionStart[option] ?? 0);
    return [...starts].sort((a, b) => a - b);
  }
}
