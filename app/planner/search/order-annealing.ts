import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { LEFT_OUT } from "./plan-in-work.ts";

/** Share of moves by which two activities change places in the order; by the others one moves to any place. */
const SWAP = 0.8;
/** A mandatory activity that is missing costs as much as this many average values. */
const MANDATORY = 20;

/**
 * Simulated annealing over orders: an order stands for the plan that serial insertion makes of it, each activity at the most
 * valuable option that fits beside those before it (activity list representation, Hartmann 1998). Every order is a plan without
 * gaps that keeps all rules, so there are far fewer of them than of plans: where little fits together this finds what single
 * moves, which would have to take apart many activities at once, do not.
 */
export class OrderAnnealing {
  /** The best plan met, and its worth: one that lacks fewer mandatory activities is better than any that lacks more. */
  readonly best: Int32Array;
  bestWorth = -Infinity;
  bestMissing = Infinity;
  private readonly order: Int32Array;
  private readonly chosen: Int32Array;
  private readonly tried: Int32Array;
  private readonly triedChosen: Int32Array;
  /** By place in the order, one more than there are, and row: what those before the place leave free. */
  private readonly free: Float64Array;
  private readonly triedFree: Float64Array;
  /** By place in the order, one more than there are: what those before the place are worth, and how many mandatory ones are among them. */
  private readonly worth: Float64Array;
  private readonly present: Int32Array;
  private readonly triedWorth: Float64Array;
  private readonly triedPresent: Int32Array;
  private readonly mandatory: Uint8Array;
  private readonly mandatoryWorth: number;
  private readonly mandatoryCount: number;

  /** Begins with the activities in any order. */
  constructor(
    private readonly compiled: CompiledProblem,
    private readonly chance: () => number,
  ) {
    const { activityCount, rowCount, optionFrom, optionCount, optionValue, problem } = compiled;
    this.order = Int32Array.from(compiled.order.filter((activity) => optionFrom[activity] !== optionFrom[activity + 1] && isWorthInserting(compiled, activity)));
    this.tried = this.order.slice();
    this.chosen = new Int32Array(activityCount).fill(LEFT_OUT);
    this.triedChosen = this.chosen.slice();
    this.best = this.chosen.slice();
    const places = this.order.length + 1;
    this.free = new Float64Array(places * rowCount);
    this.triedFree = this.free.slice();
    this.worth = new Float64Array(places);
    this.triedWorth = this.worth.slice();
    this.present = new Int32Array(places);
    this.triedPresent = this.present.slice();
    this.mandatory = Uint8Array.from(problem.activities, ({ mandatory }) => (mandatory ? 1 : 0));
    this.mandatoryCount = this.order.reduce((count, activity) => count + (this.mandatory[activity] ?? 0), 0);
    this.mandatoryWorth = (MANDATORY * optionValue.reduce((sum, value) => sum + Math.abs(value), 1)) / Math.max(1, optionCount);
    shuffle(this.order, chance);
    this.decodeAll();
  }

  /** What the plan it stands at is worth, with what a mandatory activity counts. */
  get standing(): number {
    const last = this.order.length;
    return (this.worth[last] ?? 0) + this.mandatoryWorth * (this.present[last] ?? 0);
  }

  /** Tries so many other orders. */
  run(moves: number, temperature: number): void {
    for (let move = 0; move < moves; move += 1) this.tryMove(temperature);
  }

  private tryMove(temperature: number): void {
    const { order, tried, chosen, triedChosen, chance } = this;
    const { rowCount } = this.compiled;
    const from = (chance() * order.length) | 0;
    const to = (chance() * order.length) | 0;
    const activity = order[from] ?? 0;
    const other = order[to] ?? 0;
    const isSwap = chance() < SWAP;
    const isOut = chosen[activity] === LEFT_OUT;
    // What is left out and comes later still, or changes places with another that is left out, changes nothing.
    if (from === to || (isOut && (isSwap ? chosen[other] === LEFT_OUT : from < to))) return;
    tried.set(order);
    tried[to] = activity;
    if (isSwap) tried[from] = other;
    else if (from < to) tried.set(order.subarray(from + 1, to + 1), from);
    else tried.set(order.subarray(to, from), to + 1);
    const first = Math.min(from, to);
    triedChosen.set(chosen);
    for (let place = first; place < order.length; place += 1) triedChosen[tried[place] ?? 0] = LEFT_OUT;
    this.triedFree.set(this.free.subarray(first * rowCount, (first + 1) * rowCount), first * rowCount);
    this.triedWorth[first] = this.worth[first] ?? 0;
    this.triedPresent[first] = this.present[first] ?? 0;
    this.decode(first);
    const last = order.length;
    const gain = (this.triedWorth[last] ?? 0) - (this.worth[last] ?? 0) + this.mandatoryWorth * ((this.triedPresent[last] ?? 0) - (this.present[last] ?? 0));
    if (gain >= 0 || chance() < Math.exp(gain / temperature)) this.accept(first);
  }

  private decodeAll(): void {
    this.tried.set(this.order);
    this.triedChosen.fill(LEFT_OUT);
    this.triedFree.set(this.compiled.capacity);
    this.decode(0);
    this.accept(0);
  }

  /** Inserts what the tried order holds from a place on. */
  private decode(first: number): void {
    const { tried, triedChosen, triedFree, triedWorth, triedPresent } = this;
    const { rowCount, usageFrom, usageRow, usageAmount } = this.compiled;
    for (let place = first; place < tried.length; place += 1) {
      const activity = tried[place] ?? 0;
      const base = place * rowCount;
      const option = this.bestFitting(activity, base);
      triedFree.copyWithin(base + rowCount, base, base + rowCount);
      let value = 0;
      if (option !== LEFT_OUT) {
        const to = usageFrom[option + 1] ?? 0;
        for (let at = usageFrom[option] ?? 0; at < to; at += 1) {
          const cell = base + rowCount + (usageRow[at] ?? 0);
          triedFree[cell] = (triedFree[cell] ?? 0) - (usageAmount[at] ?? 0);
        }
        value = (this.compiled.optionValue[option] ?? 0) + this.bonusOf(activity);
        triedChosen[activity] = option;
      }
      triedWorth[place + 1] = (triedWorth[place] ?? 0) + value;
      triedPresent[place + 1] = (triedPresent[place] ?? 0) + (option === LEFT_OUT ? 0 : (this.mandatory[activity] ?? 0));
    }
  }

  private accept(first: number): void {
    const { rowCount } = this.compiled;
    this.order.set(this.tried);
    this.chosen.set(this.triedChosen);
    this.free.set(this.triedFree.subarray(first * rowCount), first * rowCount);
    this.worth.set(this.triedWorth.subarray(first), first);
    this.present.set(this.triedPresent.subarray(first), first);
    const worth = this.worth[this.order.length] ?? 0;
    const missing = this.mandatoryCount - (this.present[this.order.length] ?? 0);
    if (missing > this.bestMissing || (missing === this.bestMissing && worth <= this.bestWorth)) return;
    this.bestWorth = worth;
    this.bestMissing = missing;
    this.best.set(this.chosen);
  }

  /** The most valuable option that keeps every rule beside what stands before; its successors are not there yet. */
  private bestFitting(activity: number, base: number): number {
    const { predecessors, predecessorLag, exclusions, optionFrom, optionStart, optionEnd } = this.compiled;
    const { triedChosen } = this;
    const lastExclusion = exclusions.from[activity + 1] ?? 0;
    for (let at = exclusions.from[activity] ?? 0; at < lastExclusion; at += 1) {
      if (triedChosen[exclusions.values[at] ?? 0] !== LEFT_OUT) return LEFT_OUT;
    }
    let earliest = -Infinity;
    const lastPredecessor = predecessors.from[activity + 1] ?? 0;
    for (let at = predecessors.from[activity] ?? 0; at < lastPredecessor; at += 1) {
      const before = triedChosen[predecessors.values[at] ?? 0] ?? LEFT_OUT;
      if (before === LEFT_OUT) return LEFT_OUT;
      const start = (optionEnd[before] ?? 0) + (predecessorLag[at] ?? 0);
      if (start > earliest) earliest = start;
    }
    const to = optionFrom[activity + 1] ?? 0;
    for (let option = optionFrom[activity] ?? 0; option < to; option += 1) {
      if ((optionStart[option] ?? 0) >= earliest && this.hasRoom(option, base)) return option;
    }
    return LEFT_OUT;
  }

  private hasRoom(option: number, base: number): boolean {
    const { usageFrom, usageRow, usageAmount } = this.compiled;
    const { triedFree } = this;
    const to = usageFrom[option + 1] ?? 0;
    for (let at = usageFrom[option] ?? 0; at < to; at += 1) {
      if ((usageAmount[at] ?? 0) > (triedFree[base + (usageRow[at] ?? 0)] ?? 0)) return false;
    }
    return true;
  }

  private bonusOf(activity: number): number {
    const { synergies, synergyBonus } = this.compiled;
    let bonus = 0;
    const to = synergies.from[activity + 1] ?? 0;
    for (let at = synergies.from[activity] ?? 0; at < to; at += 1) {
      if (this.triedChosen[synergies.values[at] ?? 0] !== LEFT_OUT) bonus += synergyBonus[at] ?? 0;
    }
    return bonus;
  }
}

/** Serial insertion leaves out nothing that fits, so what could only do harm must not stand in the order. */
function isWorthInserting({ problem, optionFrom, optionValue, successors, synergies }: CompiledProblem, activity: number): boolean {
  const isAlone = successors.from[activity] === successors.from[activity + 1] && synergies.from[activity] === synergies.from[activity + 1];
  return !isAlone || problem.activities[activity]?.mandatory === true || (optionValue[optionFrom[activity] ?? 0] ?? 0) > 0;
}

/** Fisher & Yates. */
function shuffle(order: Int32Array, chance: () => number): void {
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = (chance() * (place + 1)) | 0;
    const activity = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = activity;
  }
}
