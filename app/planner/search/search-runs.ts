import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { Annealing } from "./annealing.ts";
import { isBetter, type SharedPlan } from "#app/planner/shared-plan.ts";
import { coolingOf, SMALL_PORTFOLIO } from "./cooling.ts";
import { planFrom } from "./first-plan.ts";
import { OrderTempering } from "./order-tempering.ts";
import { worthOf } from "./plan-in-work.ts";

/** One step of the search; what the limit of a search is counted in. */
export const MOVES_PER_STEP = 2_048;
/** The shortest run, for each activity. */
const STEPS_PER_ACTIVITY = 20;
const LEAST_STEPS = 200;
/** A run that goes on from the best plan begins as warm as a run from scratch is after this part of it. */
const REHEATED = 0.5;

/** A run over orders is so many times as long as one over moves, as long as its best is worth this share of the best known. */
const ORDERS_TAKE = 3;
const ORDERS_PAY_FROM = 0.99;

type Kind = "reheated" | "anew" | "orders";
const KINDS: Readonly<Record<"small" | "large", readonly Kind[]>> = { small: ["anew", "orders", "reheated"], large: ["anew", "reheated"] };

/**
 * Runs of annealing in turn: one begins anew, one goes on from the best plan, reheated, and on small portfolios, where few
 * activities fit together, the search over orders goes on for a while. They grow longer as in Luby, Sinclair & Zuckerman (1993), since nobody knows
 * beforehand how long a run must be; the last one is cut to what is left, so that it still ends cold.
 */
export class SearchRuns {
  readonly annealing: Annealing;
  private readonly chance: () => number;
  private readonly climateAt: ReturnType<typeof coolingOf>;
  private orders: OrderTempering | null = null;
  private readonly kinds: readonly Kind[];
  private readonly shortest: number;
  private kind: Kind = "anew";
  private run = 1;
  private done = 0;
  private left: number;
  steps = 0;
  private told = -Infinity;
  private heard = 0;

  constructor(private readonly compiled: CompiledProblem, price: Float64Array, seed: number, start: Int32Array) {
    this.chance = mulberry(seed);
    this.annealing = new Annealing(compiled, price, this.chance);
    this.annealing.restart(start);
    this.climateAt = coolingOf(compiled);
    this.kinds = KINDS[compiled.activityCount <= SMALL_PORTFOLIO ? "small" : "large"];
    this.shortest = Math.max(LEAST_STEPS, STEPS_PER_ACTIVITY * compiled.activityCount);
    this.left = this.shortest * lubyTerm(1);
  }

  /** One step. `remaining`: how many there will be, this one included, as far as is known. */
  step(remaining: number): void {
    if (this.left <= 0) this.beginRun();
    // What would be left for another run afterwards must be worth beginning it.
    const length = remaining < 1.5 * this.left || remaining - this.left < this.shortest / 2 ? Math.max(1, remaining) : this.left;
    if (this.kind === "orders") this.searchOrders();
    else this.annealing.run(MOVES_PER_STEP, this.climateAt(this.done));
    this.done = Math.min(1, this.done + (1 - this.done) / length);
    this.left = length - 1;
    this.steps += 1;
  }

  /** As long as a step of single moves takes, about. */
  private searchOrders(): void {
    this.orders ??= new OrderTempering(this.compiled, this.chance);
    this.orders.step();
    const { best } = this.orders;
    if (isBetter(best, { worth: this.annealing.bestWorth, missing: this.annealing.bestMissing })) this.annealing.adopt(best);
  }

  /** Makes a plan that keeps every rule of where the search stands now: it may be the best long before a run ends cold. */
  repair(): void {
    const { annealing, compiled } = this;
    const plan = planFrom(compiled, Array.from(annealing.chosen, (option) => (option < 0 ? null : (compiled.optionPosition[option] ?? null))));
    const worth = worthOf(compiled, plan.chosen);
    if (worth !== null && (annealing.bestMissing > 0 || worth > annealing.bestWorth)) annealing.adopt({ chosen: plan.chosen, worth, missing: 0 });
  }

  get isBetweenRuns(): boolean {
    return this.left <= 0;
  }

  /** Whether searching orders comes near the best plan, or might: where there is room for much, single moves do better. */
  get ordersPay(): boolean {
    if (!this.kinds.includes("orders")) return false;
    return this.orders === null || this.annealing.bestMissing > 0 || this.orders.best.worth >= ORDERS_PAY_FROM * this.annealing.bestWorth;
  }

  /** Tells the other threads of the best plan here, or takes theirs where it is better. */
  exchange(shared: SharedPlan): void {
    const { best, bestWorth, bestMissing } = this.annealing;
    if (bestWorth !== this.told) shared.offer({ chosen: best, worth: bestWorth, missing: bestMissing });
    this.told = bestWorth;
    if (shared.version === this.heard) return;
    this.heard = shared.version;
    const better = shared.betterThan({ worth: bestWorth, missing: bestMissing });
    if (better !== null) this.annealing.adopt(better);
  }

  private beginRun(): void {
    this.kind = this.kinds[this.run % this.kinds.length] ?? "anew";
    this.left = this.shortest * lubyTerm(Math.floor(this.run / this.kinds.length) + 1) * (this.kind === "orders" && this.ordersPay ? ORDERS_TAKE : 1);
    this.run += 1;
    this.done = this.kind === "reheated" ? REHEATED : 0;
    if (this.kind === "reheated") this.annealing.restart(this.annealing.best.slice());
  }
}

/** How many steps fit into the seconds left, as fast as they went so far. */
export const stepsLeft = (steps: number, spentSeconds: number, leftSeconds: number): number => (leftSeconds <= 0 ? 0 : (leftSeconds / Math.max(spentSeconds, 0.01)) * Math.max(steps, 50));

/** 1, 1, 2, 1, 1, 2, 4, 1, …, by position from 1. */
export function lubyTerm(position: number): number {
  let size = 1;
  while (size < position) size = 2 * size + 1;
  return size === position ? (size + 1) / 2 : lubyTerm(position - (size - 1) / 2);
}
