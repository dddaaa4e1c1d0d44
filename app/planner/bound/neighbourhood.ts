import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { LEFT_OUT } from "#app/planner/search/plan-in-work.ts";
import { buildModel, DECIDED_OUT, OPEN, type LinearModel } from "./linear-model.ts";
import { dataOf, type Solver } from "./solver.ts";

/** What the linear relaxation says of each option: its value there, and what choosing it costs at the relaxation's prices. */
export type Guide = { readonly value: Float64Array; readonly reducedCost: Float64Array };

/** Activities a neighbourhood leaves open. */
type Open = Set<number>;

/**
 * Some activities to decide anew together while all others stay: those that share rows with one picked by chance in a stretch of
 * time, or those the relaxation sees otherwise than the plan (relaxation induced, Danna, Rothberg & Le Pape 2005), or any.
 */
export function openActivities(compiled: CompiledProblem, chosen: Int32Array, guide: Guide, size: number, chance: () => number): Open {
  const { activityCount, optionFrom, rowCount, usageFrom, usageRow } = compiled;
  const weight = new Float64Array(activityCount);
  const kind = chance();
  const row = Math.floor(chance() * rowCount);
  const center = Math.floor(chance() * compiled.problem.quarters);
  const reach = 1 + Math.floor((chance() * compiled.problem.quarters) / 4);
  for (let activity = 0; activity < activityCount; activity += 1) {
    const from = optionFrom[activity] ?? 0;
    const to = optionFrom[activity + 1] ?? 0;
    if (from === to) continue;
    const option = chosen[activity] ?? LEFT_OUT;
    let near = 0;
    if (kind < 0.35) {
      // Who stands in the stretch, or is left out but could stand there at a good price.
      const candidates = option === LEFT_OUT ? bestByCost(from, to, guide) : option;
      near = (compiled.optionStart[candidates] ?? 0) <= center + reach && (compiled.optionEnd[candidates] ?? 0) > center - reach ? 1 : 0;
    } else if (kind < 0.6) {
      const candidate = option === LEFT_OUT ? bestByCost(from, to, guide) : option;
      for (let at = usageFrom[candidate] ?? 0; at < (usageFrom[candidate + 1] ?? 0); at += 1) if (usageRow[at] === row) near = 1;
    } else if (kind < 0.85) {
      const there = option === LEFT_OUT ? outsideOf(from, to, guide) : (guide.value[option] ?? 0);
      near = 1 - there;
    }
    // Who is left out although the relaxation would not mind it comes before who it sees no use in.
    const isPromising = option !== LEFT_OUT || (guide.reducedCost[bestByCost(from, to, guide)] ?? 0) > -1e-6 ? 1 : 0.3;
    weight[activity] = (near + 0.02) * isPromising * chance();
  }
  const open: Open = new Set();
  const order = Array.from(weight.keys()).sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0));
  for (const activity of order.slice(0, size)) if ((weight[activity] ?? 0) > 0) open.add(activity);
  return open;
}

/** How much of an activity the relaxation leaves in. */
function outsideOf(from: number, to: number, { value }: Guide): number {
  let inside = 0;
  for (let option = from; option < to; option += 1) inside += value[option] ?? 0;
  return 1 - Math.min(1, inside);
}

function bestByCost(from: number, to: number, { reducedCost }: Guide): number {
  let best = from;
  for (let option = from; option < to; option += 1) if ((reducedCost[option] ?? 0) > (reducedCost[best] ?? 0)) best = option;
  return best;
}

export type Improved = { readonly chosen: Int32Array; readonly isExhausted: boolean };

/** Objectives are whole numbers: what is worth less than one more is no better. */
const ABSOLUTE_GAP = 0.99;

export type BranchTerms = {
  /** By option: 1 where it may be chosen; what the plan holds already may be in any case. */
  readonly allowed: Uint8Array;
  readonly seconds: number;
  readonly seed: number;
  /** Asked often; from then on the best so far is the answer. */
  readonly stopped: () => boolean;
  /** Told what branch and cut has proven so far: no plan that holds what is not open is worth more, up to the solver's tolerances. */
  readonly onBound?: (bound: number) => void;
};

/** Decides the open activities anew by branch and cut, in at most `seconds`, beginning with the plan as it is. */
export function improveOpen(
  compiled: CompiledProblem,
  solver: Solver,
  chosen: Int32Array,
  open: Open,
  { allowed, seconds, seed, stopped, onBound }: BranchTerms,
): Improved {
  const decided = chosen.map((option, activity) => (open.has(activity) ? OPEN : option === LEFT_OUT ? DECIDED_OUT : option));
  const usable = allowed.slice();
  for (const option of chosen) if (option !== LEFT_OUT) usable[option] = 1;
  const model = buildModel(compiled, { decided, allowed: usable, forced: true });
  const loaded = solver.createModel(dataOf(solver, model, true));
  try {
    loaded.options.set({ output_flag: false, time_limit: seconds, random_seed: seed, mip_rel_gap: 0, mip_abs_gap: ABSOLUTE_GAP });
    loaded.setSolution({ colValue: startOf(compiled, model, chosen) });
    const { modelStatus } = loaded.run({
      [solver.constants.callbackType.mipInterrupt](event) {
        onBound?.(event.data.mip_dual_bound ?? Infinity);
        if (stopped()) event.interrupt();
        return undefined;
      },
    });
    const { colValue } = loaded.getSolution();
    const isExhausted = modelStatus === solver.constants.modelStatus.optimal;
    if (isExhausted) onBound?.(loaded.getObjectiveValue() + ABSOLUTE_GAP);
    if (colValue.length !== model.columnCount) return { chosen, isExhausted };
    const improved = chosen.slice();
    for (const activity of open) improved[activity] = LEFT_OUT;
    model.columnOption.forEach((option, column) => {
      if (option >= 0 && (colValue[column] ?? 0) > 0.5) improved[compiled.optionActivity[option] ?? 0] = option;
    });
    return { chosen: improved, isExhausted };
  } finally {
    loaded.dispose();
  }
}

function startOf(compiled: CompiledProblem, model: LinearModel, chosen: Int32Array): Float64Array {
  const start = new Float64Array(model.columnCount);
  for (const option of chosen) if (option !== LEFT_OUT && (model.optionColumn[option] ?? -1) >= 0) start[model.optionColumn[option] ?? 0] = 1;
  compiled.problem.synergies.forEach(({ first, second }, synergy) => {
    const column = model.synergyColumn[synergy] ?? -1;
    if (column >= 0 && chosen[first] !== LEFT_OUT && chosen[second] !== LEFT_OUT) start[column] = 1;
  });
  return start;
}
