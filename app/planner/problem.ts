/**
 * The planning problem as the optimiser sees it: whole numbers and positions in lists, no dates, names or euros.
 * Project portfolio selection and scheduling in its time-indexed form: every way of doing an activity is one option,
 * and every limit is one row that the chosen options must not exceed together.
 */
export type PlanningProblem = {
  /** Number of quarters planned; quarters are counted from 0. */
  readonly quarters: number;
  readonly rows: readonly LimitRow[];
  readonly activities: readonly Activity[];
  /** By position in `activities`. The successor needs the predecessor: chosen, and finished `lag` quarters before it starts. */
  readonly precedences: readonly Precedence[];
  /** Pairs of positions in `activities` of which at most one may be chosen. */
  readonly exclusions: ReadonlyArray<readonly [number, number]>;
  /** Extra value where both are chosen, in the unit of the options' values; never negative. */
  readonly synergies: readonly Synergy[];
};

/** One limit: a team in a quarter (person-days), an account in a year (cents), starts of a unit in a quarter (number). */
export type LimitRow = { readonly capacity: number };

export type Activity = {
  /** Must be chosen. */
  readonly mandatory: boolean;
  /** By start, then mode. Empty: it cannot be done within the quarters planned. */
  readonly options: readonly PlanOption[];
};

/** One way of doing an activity. */
export type PlanOption = {
  /** First quarter, from 0. */
  readonly start: number;
  /** The quarter after the last one; a successor without lag may start here. */
  readonly end: number;
  /** 0: paid alone. 1 and up: with a grant, whatever the builder of the problem means by it. */
  readonly mode: number;
  /** What the plan gains by it; a whole number, negative where it costs more than it brings. */
  readonly value: number;
  /** What it takes of the rows, each row at most once, amounts above 0. */
  readonly usage: ReadonlyArray<{ readonly row: number; readonly amount: number }>;
};

export type Precedence = { readonly predecessor: number; readonly successor: number; readonly lag: number };
export type Synergy = { readonly first: number; readonly second: number; readonly bonus: number };

/** For each activity the position of the chosen option in its list, or null where it is left out. */
export type Choice = ReadonlyArray<number | null>;
