import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { Annealing } from "./annealing.ts";
import type { SharedPlan } from "#app/planner/shared-plan.ts";
import { coolingOf } from "./cooling.ts";
import { planFrom } from "./first-plan.ts";
import { worthOf } from "./plan-in-work.ts";

/** One step of the search; what the limit of a search is counted in. */
export const MOVES_PER_STEP = 2_048;
/** The shortest run, for each activity. */
const STEPS_PER_ACTIVITY = 20;
const LEAST_STEPS = 200;
/** A run that goes on from the best plan begins as warm as a run from scratch is after this part of it. */
const REHEATED = 0.5;

/**
 * Runs of annealing, one after the other. Every other run goes on from the best plan, reheated; the others begin anew. They grow
 * longer as in Luby, Sinclair & Zuckerman (1993), since nobody knows beforehand how long a run must be; the last one is cut to
 * what is left, so that it still ends cold.
 */
export class SearchRuns {
  readonly annealing: Annealing;
  private readonly climateAt: ReturnType<typeof coolingOf>;
  private readonly shortest: number;
  private run = 0;
  private done = 0;
  private left: number;
  steps = 0;
  private told = -Infinity;
  private heard = 0;

  constructor(private readonly compiled: CompiledProblem, price: Float64Array, seed: number, start: Int32Array) {
    this.annealing = new Annealing(compiled, price, mulberry(seed));
    this.annealing.restart(start);
    this.climateAt = coolingOf(compiled);
    this.shortest = Math.max(LEAST_STEPS, STEPS_PER_ACTIVITY * compiled.activityCount);
    this.left = this.shortest * lubyTerm(1);
  }

  /** One step. `remaining`: how many there will be, this one included, as far as is known. */
  step(remaining: number): void {
    if (this.left <= 0) this.beginRun();
    // What would be left for another run afterwards must be worth beginning it.
    const length = remaining < 1.5 * this.left || remaining - this.left < this.shortest / 2 ? Math.max(1, remaining) : this.left;
    this.annealing.run(MOVES_PER_STEP, this.climateAt(this.done));
    this.done = Math.min(1, this.done + (1 - this.done) / length);
    this.left = length - 1;
    this.steps += 1;
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
    this.run += 1;
    const isReheated = this.run % 2 === 1;
    this.left = this.shortest * lubyTerm((this.run >> 1) + 1);
    this.done = 0;
    if (!isReheated) return;
    this.done = REHEATED;
    this.annealing.restart(this.annealing.best.slice());
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
