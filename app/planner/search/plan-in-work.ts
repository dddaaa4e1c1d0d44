import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import type { Choice } from "#app/planner/problem.ts";

export const LEFT_OUT = -1;

/** What the synergies with chosen activities add when this one is chosen, in the unit of the options' values. */
export function synergyBonus({ synergies, synergyBonus: bonuses }: CompiledProblem, chosen: Int32Array, activity: number): number {
  let bonus = 0;
  const to = synergies.from[activity + 1] ?? 0;
  for (let at = synergies.from[activity] ?? 0; at < to; at += 1) {
    if (chosen[synergies.values[at] ?? 0] !== LEFT_OUT) bonus += bonuses[at] ?? 0;
  }
  return bonus;
}

/**
 * A plan that keeps every rule except that mandatory activities may still be missing, with what it leaves of each row.
 * `worth` counts a bonus for every mandatory activity, larger than all values together, so that more of them is always better.
 */
export class PlanInWork {
  readonly chosen: Int32Array;
  readonly free: Float64Array;
  worth = 0;

  constructor(
    readonly compiled: CompiledProblem,
    readonly mandatoryBonus: Float64Array = mandatoryBonusOf(compiled),
  ) {
    this.chosen = new Int32Array(compiled.activityCount).fill(LEFT_OUT);
    this.free = compiled.capacity.slice();
  }

  /** Whether the rows have room for an option. */
  hasRoom(option: number): boolean {
    const { usageFrom, usageRow, usageAmount } = this.compiled;
    const { free } = this;
    const to = usageFrom[option + 1] ?? 0;
    for (let at = usageFrom[option] ?? 0; at < to; at += 1) {
      if ((usageAmount[at] ?? 0) > (free[usageRow[at] ?? 0] ?? 0)) return false;
    }
    return true;
  }

  /** The first quarter its predecessors leave open; Infinity where one is missing or an excluded activity is chosen. */
  earliestStart(activity: number): number {
    const { predecessors, predecessorLag, exclusions, optionEnd } = this.compiled;
    let earliest = -Infinity;
    const lastExclusion = exclusions.from[activity + 1] ?? 0;
    for (let at = exclusions.from[activity] ?? 0; at < lastExclusion; at += 1) {
      if ((this.chosen[exclusions.values[at] ?? 0] ?? LEFT_OUT) !== LEFT_OUT) return Infinity;
    }
    const to = predecessors.from[activity + 1] ?? 0;
    for (let at = predecessors.from[activity] ?? 0; at < to; at += 1) {
      const option = this.chosen[predecessors.values[at] ?? 0] ?? LEFT_OUT;
      if (option === LEFT_OUT) return Infinity;
      const start = (optionEnd[option] ?? 0) + (predecessorLag[at] ?? 0);
      if (start > earliest) earliest = start;
    }
    return earliest;
  }

  /** The last quarter by which its chosen successors need it finished. */
  latestEnd(activity: number): number {
    const { successors, successorLag, optionStart } = this.compiled;
    let latest = Infinity;
    const to = successors.from[activity + 1] ?? 0;
    for (let at = successors.from[activity] ?? 0; at < to; at += 1) {
      const option = this.chosen[successors.values[at] ?? 0] ?? LEFT_OUT;
      if (option === LEFT_OUT) continue;
      const end = (optionStart[option] ?? 0) - (successorLag[at] ?? 0);
      if (end < latest) latest = end;
    }
    return latest;
  }

  /** What choosing the activity adds besides the option's own value. */
  bonusOf(activity: number): number {
    return (this.mandatoryBonus[activity] ?? 0) + synergyBonus(this.compiled, this.chosen, activity);
  }

  /** Chooses an option of an activity that is left out; the caller has made sure that it fits. */
  place(activity: number, option: number): void {
    this.worth += (this.compiled.optionValue[option] ?? 0) + this.bonusOf(activity);
    this.chosen[activity] = option;
    this.take(option, 1);
  }

  /** Leaves a chosen activity out; the caller takes care of its successors. */
  remove(activity: number): void {
    const option = this.chosen[activity] ?? LEFT_OUT;
    this.chosen[activity] = LEFT_OUT;
    this.take(option, -1);
    this.worth -= (this.compiled.optionValue[option] ?? 0) + this.bonusOf(activity);
  }

  /** The worth without the bonus for mandatory activities: what the plan brings. */
  value(): number {
    let value = this.worth;
    this.chosen.forEach((option, activity) => {
      if (option !== LEFT_OUT) value -= this.mandatoryBonus[activity] ?? 0;
    });
    return value;
  }

  private take(option: number, times: number): void {
    const { usageFrom, usageRow, usageAmount } = this.compiled;
    const to = usageFrom[option + 1] ?? 0;
    for (let at = usageFrom[option] ?? 0; at < to; at += 1) {
      const row = usageRow[at] ?? 0;
      this.free[row] = (this.free[row] ?? 0) - times * (usageAmount[at] ?? 0);
    }
  }

  choice(): Choice {
    return Array.from(this.chosen, (option) => (option === LEFT_OUT ? null : (this.compiled.optionPosition[option] ?? null)));
  }
}

/** What a plan given by its options is worth; null where it breaks a rule or lacks a mandatory activity. */
export function worthOf(compiled: CompiledProblem, chosen: Int32Array): number | null {
  const plan = new PlanInWork(compiled);
  for (const activity of compiled.order) {
    const option = chosen[activity] ?? LEFT_OUT;
    if (option === LEFT_OUT) {
      if (compiled.required[activity] === 1) return null;
      continue;
    }
    if ((compiled.optionStart[option] ?? 0) < plan.earliestStart(activity) || !plan.hasRoom(option)) return null;
    plan.place(activity, option);
  }
  return plan.value();
}

/** By activity. Values are whole numbers, so the bonus is exact up to 2⁵³. */
export function mandatoryBonusOf({ problem }: CompiledProblem): Float64Array {
  const all = problem.activities.reduce((sum, { options }) => sum + options.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0), 0);
  const bonus = 1 + 2 * all + problem.synergies.reduce((sum, synergy) => sum + synergy.bonus, 0);
  return Float64Array.from(problem.activities, ({ mandatory }) => (mandatory ? bonus : 0));
}
