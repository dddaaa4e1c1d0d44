const INTEGERS = 4;
const NUMBERS = 3;
const STOPPED = 0;
const LOCK = 1;
const VERSION = 2;
const IMPOSSIBLE = 3;
const WORTH = 0;
const MISSING = 1;
const BOUND = 2;
/** A thread that died while it held the lock must not hold up the other. */
const PATIENCE = 1_000_000;

export type Best = { readonly chosen: Int32Array; readonly worth: number; readonly missing: number };

/** The best plan, as options of the compiled problem, and the best bound that threads at work on the same problem have found, in memory they share. */
export class SharedPlan {
  private readonly integers: Int32Array;
  private readonly numbers: Float64Array;
  private readonly chosen: Int32Array;

  constructor(readonly memory: SharedArrayBuffer) {
    this.numbers = new Float64Array(memory, 0, NUMBERS);
    this.integers = new Int32Array(memory, NUMBERS * 8, INTEGERS);
    this.chosen = new Int32Array(memory, NUMBERS * 8 + INTEGERS * 4);
  }

  static of(best: Best, bound: number): SharedPlan {
    const shared = new SharedPlan(new SharedArrayBuffer(NUMBERS * 8 + INTEGERS * 4 + best.chosen.length * 4));
    shared.chosen.set(best.chosen);
    shared.numbers.set([best.worth, best.missing, bound]);
    return shared;
  }

  /** Changes with every better plan. */
  get version(): number {
    return Atomics.load(this.integers, VERSION);
  }

  get isStopped(): boolean {
    return Atomics.load(this.integers, STOPPED) === 1;
  }

  stop(): void {
    Atomics.store(this.integers, STOPPED, 1);
  }

  get isImpossible(): boolean {
    return Atomics.load(this.integers, IMPOSSIBLE) === 1;
  }

  proveImpossible(): void {
    Atomics.store(this.integers, IMPOSSIBLE, 1);
  }

  get bound(): number {
    return this.numbers[BOUND] ?? Infinity;
  }

  prove(bound: number): void {
    this.locked(() => {
      if (bound < this.bound) this.numbers[BOUND] = bound;
    });
  }

  offer(best: Best): void {
    this.locked(() => {
      if (!isBetter(best, this.standing())) return;
      this.chosen.set(best.chosen);
      this.numbers[WORTH] = best.worth;
      this.numbers[MISSING] = best.missing;
      Atomics.add(this.integers, VERSION, 1);
    });
  }

  /** A copy of the plan that stands here, if it is better than another. */
  betterThan(than: { readonly worth: number; readonly missing: number }): Best | null {
    let better: Best | null = null;
    this.locked(() => {
      if (isBetter(this.standing(), than)) better = { ...this.standing(), chosen: this.chosen.slice() };
    });
    return better;
  }

  private standing(): { readonly worth: number; readonly missing: number } {
    return { worth: this.numbers[WORTH] ?? -Infinity, missing: this.numbers[MISSING] ?? Infinity };
  }

  private locked(work: () => void): void {
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      if (Atomics.compareExchange(this.integers, LOCK, 0, 1) !== 0) continue;
      work();
      Atomics.store(this.integers, LOCK, 0);
      return;
    }
  }
}

type Worth = Pick<Best, "worth" | "missing">;

/** Fewer mandatory activities missing, then worth more. */
export const isBetter = (a: Worth, b: Worth): boolean => a.missing < b.missing || (a.missing === b.missing && a.worth > b.worth);
