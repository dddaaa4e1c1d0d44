import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { LEFT_OUT, synergyBonus } from "./plan-in-work.ts";

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
  /** By row: what the plan leaves free. */
  private readonly free: Float64Array;
  private readonly triedFree: Float64Array;
  private worth = 0;
  private triedWorth = 0;
  /** How many mandatory activities the plan holds. */
  private present = 0;
  private triedPresent = 0;
  /** By option, where the usage of the compiled problem begins: what it takes, the largest share of a row first, since that row is most likely full. */
  private readonly needRow: Int32Array;
  private readonly needAmount: Float64Array;
  private readonly mandatory: Uint8Array;
  private readonly mandatoryWorth: number;
  private readonly mandatoryCount: number;

  /** Begins with the activities in any order. */
  constructor(
    private readonly compiled: CompiledProblem,
    private readonly chance: () => number,
  ) {
    const { activityCount, optionFrom, optionCount, optionValue, problem } = compiled;
    this.order = Int32Array.from(compiled.order.filter((activity) => optionFrom[activity] !== optionFrom[activity + 1] && isWorthInserting(compiled, activity)));
    this.tried = this.order.slice();
    this.chosen = new Int32Array(activityCount).fill(LEFT_OUT);
    this.triedChosen = this.chosen.slice();
    this.best = this.chosen.slice();
    this.free = compiled.capacity.slice();
    this.triedFree = this.free.slice();
    ({ row: this.needRow, amount: this.needAmount } = needsOf(compiled));
    this.mandatory = Uint8Array.from(problem.activities, ({ mandatory }) => (mandatory ? 1 : 0));
    this.mandatoryCount = this.order.reduce((count, activity) => count + (this.mandatory[activity] ?? 0), 0);
    this.mandatoryWorth = (MANDATORY * optionValue.reduce((sum, value) => sum + Math.abs(value), 1)) / Math.max(1, optionCount);
    shuffle(this.order, chance);
    this.tried.set(this.order);
    this.insertFrom(0);
    this.accept();
  }

  /** What the plan it stands at is worth, with what a mandatory activity counts. */
  get standing(): number {
    return this.worth + this.mandatoryWorth * this.present;
  }

  /** Tries so many other orders. */
  run(moves: number, temperature: number): void {
    for (let move = 0; move < moves; move += 1) this.tryMove(temperature);
  }

  private tryMove(temperature: number): void {
    const { order, tried, chosen, chance } = this;
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
    this.insertFrom(Math.min(from, to));
    const gain = this.triedWorth - this.worth + this.mandatoryWorth * (this.triedPresent - this.present);
    if (gain >= 0 || chance() < Math.exp(gain / temperature)) this.accept();
  }

  /** Makes the plan of the tried order: what stands before a place stays as it is, what comes from there on is taken out and inserted anew. */
  private insertFrom(first: number): void {
    const { tried, triedChosen } = this;
    triedChosen.set(this.chosen);
    this.triedFree.set(this.free);
    this.triedWorth = this.worth;
    this.triedPresent = this.present;
    for (let place = first; place < tried.length; place += 1) {
      const activity = tried[place] ?? 0;
      const option = triedChosen[activity] ?? LEFT_OUT;
      if (option === LEFT_OUT) continue;
      triedChosen[activity] = LEFT_OUT;
      this.take(activity, option, -1);
    }
    for (let place = first; place < tried.length; place += 1) {
      const activity = tried[place] ?? 0;
      const option = this.bestFitting(activity);
      if (option === LEFT_OUT) continue;
      this.take(activity, option, 1);
      triedChosen[activity] = option;
    }
  }

  /** Puts an activity that is not in the plan in, or, with -1, one that was in it out. */
  private take(activity: number, option: number, times: 1 | -1): void {
    const { usageFrom, usageRow, usageAmount, optionValue } = this.compiled;
    const { triedFree } = this;
    const to = usageFrom[option + 1] ?? 0;
    for (let at = usageFrom[option] ?? 0; at < to; at += 1) {
      const row = usageRow[at] ?? 0;
      triedFree[row] = (triedFree[row] ?? 0) - times * (usageAmount[at] ?? 0);
    }
    this.triedWorth += times * ((optionValue[option] ?? 0) + synergyBonus(this.compiled, this.triedChosen, activity));
    this.triedPresent += times * (this.mandatory[activity] ?? 0);
  }

  private accept(): void {
    this.order.set(this.tried);
    this.chosen.set(this.triedChosen);
    this.free.set(this.triedFree);
    this.worth = this.triedWorth;
    this.present = this.triedPresent;
    const missing = this.mandatoryCount - this.present;
    if (missing > this.bestMissing || (missing === this.bestMissing && this.worth <= this.bestWorth)) return;
    this.bestWorth = this.worth;
    this.bestMissing = missing;
    this.best.set(this.chosen);
  }

  /** The most valuable option that keeps every rule beside what stands before; its successors are not there yet. */
  private bestFitting(activity: number): number {
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
      if ((optionStart[option] ?? 0) >= earliest && this.hasRoom(option)) return option;
    }
    return LEFT_OUT;
  }

  private hasRoom(option: number): boolean {
    const { usageFrom } = this.compiled;
    const { triedFree, needRow, needAmount } = this;
    const to = usageFrom[option + 1] ?? 0;
    for (let at = usageFrom[option] ?? 0; at < to; at += 1) {
      if ((needAmount[at] ?? 0) > (triedFree[needRow[at] ?? 0] ?? 0)) return false;
    }
    return true;
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

function needsOf({ optionCount, usageFrom, usageRow, usageAmount, capacity }: CompiledProblem): { row: Int32Array; amount: Float64Array } {
  const row = usageRow.slice();
  const amount = usageAmount.slice();
  const share = (at: number): number => (usageAmount[at] ?? 0) / (capacity[usageRow[at] ?? 0] ?? 1);
  for (let option = 0; option < optionCount; option += 1) {
    const from = usageFrom[option] ?? 0;
    const entries = Array.from({ length: (usageFrom[option + 1] ?? 0) - from }, (_, entry) => from + entry).sort((a, b) => share(b) - share(a));
    entries.forEach((at, entry) => {
      row[from + entry] = usageRow[at] ?? 0;
      amount[from + entry] = usageAmount[at] ?? 0;
    });
  }
  return { row, amount };
}
