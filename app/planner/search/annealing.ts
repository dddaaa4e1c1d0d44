import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import type { Best } from "#app/planner/shared-plan.ts";
import { LEFT_OUT, synergyBonus } from "./plan-in-work.ts";

/** How warm and how strict the search is at a moment. */
export type Climate = {
  /** In the unit of the options' values: how much worse a move may be and still be taken now and then. */
  readonly temperature: number;
  /** By how much the price of what exceeds a row is multiplied. */
  readonly strictness: number;
  /** In which share of the looks a row may be found exceeded before it grows dearer: from 0 to below 1. */
  readonly tolerance: number;
};

/** Share of moves that leave a chosen activity out, and of those the share that put another in its place. */
const LEAVE = 0.3;
const EXCHANGE = 0.8;
const TRIES = 6;
/** A mandatory activity that is missing costs as much as this many average values. */
const MANDATORY = 20;
/** Every so many moves each row is looked at: one that is exceeded grows dearer by this factor, any other cheaper. */
const MOVES_PER_LOOK = 8_192;
const DEARER = 1.05;
const DEARNESS = { least: 0.1, most: 10_000 };
/** Exceeding a row by what one option takes of it on average costs so many temperatures besides its price. */
const FEE = 0.3;

/**
 * Simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983) over single moves: choose, shift, leave out, exchange. Precedences and
 * exclusions always hold; rows may be exceeded at a price, dearer and dearer, as in strategic oscillation (Glover 1989). Millions
 * of such moves a second find what careful repair of complete plans does not.
 */
export class Annealing {
  readonly chosen: Int32Array;
  /** The best plan met that keeps all rows, and its worth: one that lacks fewer mandatory activities is better than any that lacks more. */
  readonly best: Int32Array;
  bestWorth = -Infinity;
  bestMissing = Infinity;
  private worth = 0;
  private missing = 0;
  private exceeded = 0;
  private sinceLook = 0;
  private readonly over: Float64Array;
  private readonly weight: Float64Array;
  private readonly dearness: Float64Array;
  private readonly movable: Int32Array;
  /** By row: how much an option takes of it on average where it takes any. */
  private readonly typical: Float64Array;
  private readonly mandatory: Uint8Array;
  private readonly mandatoryWorth: number;

  constructor(
    private readonly compiled: CompiledProblem,
    private readonly price: Float64Array,
    private readonly chance: () => number,
  ) {
    const { activityCount, rowCount, optionFrom, capacity, optionCount, optionValue } = compiled;
    this.chosen = new Int32Array(activityCount).fill(LEFT_OUT);
    this.best = this.chosen.slice();
    this.over = capacity.map((most) => -most);
    this.weight = new Float64Array(rowCount);
    this.dearness = new Float64Array(rowCount).fill(1);
    this.movable = Int32Array.from(Array.from({ length: activityCount }, (_, activity) => activity).filter((activity) => optionFrom[activity] !== optionFrom[activity + 1]));
    this.typical = typicalAmounts(compiled);
    this.mandatory = Uint8Array.from(compiled.problem.activities, ({ mandatory }) => (mandatory ? 1 : 0));
    this.mandatoryWorth = (MANDATORY * optionValue.reduce((sum, value) => sum + Math.abs(value), 1)) / Math.max(1, optionCount);
    for (const activity of this.movable) this.missing += this.mandatory[activity] ?? 0;
  }

  /** Goes on from a plan that keeps precedences and exclusions. */
  restart(from: Int32Array): void {
    for (const activity of this.movable) {
      const option = this.chosen[activity] ?? LEFT_OUT;
      if (option !== LEFT_OUT) this.leave(activity, option);
    }
    for (const activity of this.movable) {
      const option = from[activity] ?? LEFT_OUT;
      if (option !== LEFT_OUT) this.choose(activity, option);
    }
    this.keepBest();
  }

  /** Takes a better plan that was found elsewhere for its best; where it stands itself does not change. */
  adopt({ chosen, worth, missing }: Best): void {
    this.best.set(chosen);
    this.bestWorth = worth;
    this.bestMissing = missing;
  }

  /** Tries so many moves. */
  run(moves: number, climate: Climate): void {
    const { temperature } = climate;
    this.setWeights(moves, climate);
    const { chance, movable, chosen } = this;
    const { optionFrom } = this.compiled;
    for (let move = 0; move < moves; move += 1) {
      const activity = movable[(chance() * movable.length) | 0] ?? 0;
      const option = chosen[activity] ?? LEFT_OUT;
      if (option !== LEFT_OUT && chance() < LEAVE) {
        this.tryLeaving(activity, option, temperature);
        continue;
      }
      const from = optionFrom[activity] ?? 0;
      const target = from + ((chance() * ((optionFrom[activity + 1] ?? 0) - from)) | 0);
      if (target === option || !this.isOrdered(activity, target)) continue;
      const gain = option === LEFT_OUT ? this.choose(activity, target) : this.shift(activity, option, target);
      if (this.accepts(gain, temperature)) this.keepBest();
      else if (option === LEFT_OUT) this.leave(activity, target);
      else this.shift(activity, target, option);
    }
  }

  private tryLeaving(activity: number, option: number, temperature: number): void {
    if (this.isNeeded(activity)) return;
    let gain = this.leave(activity, option);
    const other = this.chance() < EXCHANGE ? this.someLeftOut(activity) : LEFT_OUT;
    let target = LEFT_OUT;
    if (other !== LEFT_OUT) {
      const from = this.compiled.optionFrom[other] ?? 0;
      target = from + ((this.chance() * ((this.compiled.optionFrom[other + 1] ?? 0) - from)) | 0);
      if (this.isOrdered(other, target)) gain += this.choose(other, target);
      else target = LEFT_OUT;
    }
    if (this.accepts(gain, temperature)) {
      this.keepBest();
      return;
    }
    if (target !== LEFT_OUT) this.leave(other, target);
    this.choose(activity, option);
  }

  private accepts(gain: number, temperature: number): boolean {
    return gain >= 0 || this.chance() < Math.exp(gain / temperature);
  }

  private keepBest(): void {
    if (this.exceeded > 0 || this.missing > this.bestMissing || (this.missing === this.bestMissing && this.worth <= this.bestWorth)) return;
    this.bestMissing = this.missing;
    this.bestWorth = this.worth;
    this.best.set(this.chosen);
  }

  private someLeftOut(besides: number): number {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const activity = this.movable[(this.chance() * this.movable.length) | 0] ?? 0;
      if (activity !== besides && this.chosen[activity] === LEFT_OUT) return activity;
    }
    return LEFT_OUT;
  }

  /** Each of these three returns what it gains, price of exceeded rows included. */
  private choose(activity: number, option: number): number {
    const value = (this.compiled.optionValue[option] ?? 0) + synergyBonus(this.compiled, this.chosen, activity);
    this.chosen[activity] = option;
    this.worth += value;
    const isMissing = this.mandatory[activity] ?? 0;
    this.missing -= isMissing;
    return value + isMissing * this.mandatoryWorth - this.take(option, 1);
  }

  private leave(activity: number, option: number): number {
    this.chosen[activity] = LEFT_OUT;
    const value = (this.compiled.optionValue[option] ?? 0) + synergyBonus(this.compiled, this.chosen, activity);
    this.worth -= value;
    const isMissing = this.mandatory[activity] ?? 0;
    this.missing += isMissing;
    return -value - isMissing * this.mandatoryWorth - this.take(option, -1);
  }

  private shift(activity: number, option: number, target: number): number {
    const value = (this.compiled.optionValue[target] ?? 0) - (this.compiled.optionValue[option] ?? 0);
    this.chosen[activity] = target;
    this.worth += value;
    return value - this.take(option, -1) - this.take(target, 1);
  }

  /** Takes of the rows, or gives back; returns by how much the price of what is exceeded rises. */
  private take(option: number, times: number): number {
    const { usageFrom, usageRow, usageAmount } = this.compiled;
    const { over, weight } = this;
    let rise = 0;
    const to = usageFrom[option + 1] ?? 0;
    for (let at = usageFrom[option] ?? 0; at < to; at += 1) {
      const row = usageRow[at] ?? 0;
      const before = over[row] ?? 0;
      const after = before + times * (usageAmount[at] ?? 0);
      over[row] = after;
      if (before <= 0 && after <= 0) continue;
      if (before <= 0) this.exceeded += 1;
      else if (after <= 0) this.exceeded -= 1;
      rise += (weight[row] ?? 0) * ((after > 0 ? after : 0) - (before > 0 ? before : 0));
    }
    return rise;
  }

  private isNeeded(activity: number): boolean {
    const { successors } = this.compiled;
    const to = successors.from[activity + 1] ?? 0;
    for (let at = successors.from[activity] ?? 0; at < to; at += 1) {
      if (this.chosen[successors.values[at] ?? 0] !== LEFT_OUT) return true;
    }
    return false;
  }

  /** Whether an option keeps precedences and exclusions beside what is chosen. */
  private isOrdered(activity: number, option: number): boolean {
    const { predecessors, predecessorLag, successors, successorLag, exclusions, optionStart, optionEnd } = this.compiled;
    const { chosen } = this;
    const start = optionStart[option] ?? 0;
    const end = optionEnd[option] ?? 0;
    const lastPredecessor = predecessors.from[activity + 1] ?? 0;
    for (let at = predecessors.from[activity] ?? 0; at < lastPredecessor; at += 1) {
      const before = chosen[predecessors.values[at] ?? 0] ?? LEFT_OUT;
      if (before === LEFT_OUT || (optionEnd[before] ?? 0) + (predecessorLag[at] ?? 0) > start) return false;
    }
    const lastSuccessor = successors.from[activity + 1] ?? 0;
    for (let at = successors.from[activity] ?? 0; at < lastSuccessor; at += 1) {
      const after = chosen[successors.values[at] ?? 0] ?? LEFT_OUT;
      if (after !== LEFT_OUT && end + (successorLag[at] ?? 0) > (optionStart[after] ?? 0)) return false;
    }
    const lastExclusion = exclusions.from[activity + 1] ?? 0;
    for (let at = exclusions.from[activity] ?? 0; at < lastExclusion; at += 1) {
      if (chosen[exclusions.values[at] ?? 0] !== LEFT_OUT) return false;
    }
    return true;
  }

  /** Rows find their own weight: one that is exceeded more often than tolerated grows dearer (compare Wah & Wang 1999). */
  private setWeights(moves: number, { temperature, strictness, tolerance }: Climate): void {
    const { over, dearness, weight, price, typical } = this;
    this.sinceLook += moves;
    const isLook = this.sinceLook >= MOVES_PER_LOOK;
    if (isLook) this.sinceLook = 0;
    const cheaper = DEARER ** (-tolerance / (1 - tolerance));
    for (let row = 0; row < over.length; row += 1) {
      let factor = dearness[row] ?? 1;
      if (isLook) factor = (over[row] ?? 0) > 0 ? Math.min(DEARNESS.most, factor * DEARER) : Math.max(DEARNESS.least, factor * cheaper);
      dearness[row] = factor;
      weight[row] = factor * strictness * ((price[row] ?? 0) + (FEE * temperature) / (typical[row] ?? 1));
    }
  }
}

function typicalAmounts({ rowCount, usageRow, usageAmount }: CompiledProblem): Float64Array {
  const total = new Float64Array(rowCount);
  const count = new Float64Array(rowCount);
  usageRow.forEach((row, at) => {
    total[row] = (total[row] ?? 0) + (usageAmount[at] ?? 0);
    count[row] = (count[row] ?? 0) + 1;
  });
  return total.map((amount, row) => amount / Math.max(1, count[row] ?? 1) || 1);
}
