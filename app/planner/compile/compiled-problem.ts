import type { PlanningProblem } from "#app/planner/problem.ts";

/** Lists of lists, one after the other: those of `item` are `values[from[item]] … values[from[item + 1] - 1]`. */
export type Ragged = { readonly from: Int32Array; readonly values: Int32Array };

/**
 * A planning problem in flat arrays, with what can be seen at once already taken away: options that need more than there is,
 * that no predecessor or successor leaves time for, or that another option of the same time beats in everything.
 * An option is a number from 0; those of an activity stand together, the most valuable first.
 */
export type CompiledProblem = {
  readonly problem: PlanningProblem;
  readonly activityCount: number;
  readonly rowCount: number;
  readonly optionCount: number;
  readonly capacity: Float64Array;
  /** By activity, one more than there are: where its options begin. */
  readonly optionFrom: Int32Array;
  readonly optionActivity: Int32Array;
  /** Position in the activity's own list of options. */
  readonly optionPosition: Int32Array;
  readonly optionStart: Int32Array;
  readonly optionEnd: Int32Array;
  readonly optionValue: Float64Array;
  /** By option, one more than there are: where its usage begins. */
  readonly usageFrom: Int32Array;
  readonly usageRow: Int32Array;
  readonly usageAmount: Float64Array;
  readonly predecessors: Ragged;
  readonly predecessorLag: Int32Array;
  readonly successors: Ragged;
  readonly successorLag: Int32Array;
  readonly exclusions: Ragged;
  readonly synergies: Ragged;
  readonly synergyBonus: Float64Array;
  /** 1 where the activity is mandatory or a mandatory one needs it. */
  readonly required: Uint8Array;
  /** Mandatory activities, or ones they need, that no option is left for: no plan can keep all rules. */
  readonly impossible: readonly number[];
  /** Activities in an order in which each stands after its predecessors. */
  readonly order: Int32Array;
};
