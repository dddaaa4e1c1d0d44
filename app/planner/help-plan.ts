import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import { isWorthCutting, proveByCuts } from "./bound/prove-by-cuts.ts";
import { proveByRelaxation } from "./bound/prove-by-relaxation.ts";
import { improveOpen, openActivities, type Guide } from "./bound/neighbourhood.ts";
import { priceRows } from "./bound/row-prices.ts";
import { loadSolver } from "./bound/solver.ts";
import { compileProblem } from "./compile/compile-problem.ts";
import type { PlanningProblem } from "./problem.ts";
import { worthOf } from "./search/plan-in-work.ts";
import { SearchRuns, stepsLeft } from "./search/search-runs.ts";
import { SharedPlan } from "./shared-plan.ts";

/** What a second thread is given to help with a problem that `solve` is at work on. */
export type HelpJob = { readonly problem: PlanningProblem; readonly seed: number; readonly seconds: number; readonly memory: SharedArrayBuffer };

/** Share of the time for branch and cut over a few activities; it pays on small portfolios, where annealing gets caught, less where searching orders does. */
const BRANCHING = { few: 100, ofFew: 0.85, besideOrders: 0.35, ofMany: 0.1 };
const BRANCH_SECONDS = 0.7;
/** Branch and cut over the whole problem proves a better bound: when in the time it begins, and what share of it it takes. In less than `least` seconds it does not get that far. */
const CUTTING = { least: 5, begins: 0.25, few: 0.1, many: 0.45 };
const EXCHANGE_EVERY = 16;
const SIZE = { first: 24, least: 10, grow: 1.15, shrink: 0.85 };

/**
 * The second thread of `solve`: first the bound of the linear relaxation, then a search of its own, each telling the other of its
 * best plan, and where there is time for it a better bound by cuts.
 */
export async function helpPlan({ problem, seed, seconds, memory }: HelpJob, clock: () => number): Promise<void> {
  const begun = clock();
  const elapsed = () => (clock() - begun) / 1000;
  const shared = new SharedPlan(memory);
  const compiled = compileProblem(problem);
  if (compiled.optionCount === 0) return;
  const solver = await loadSolver();
  const proven = proveByRelaxation(compiled, solver, seconds);
  if (proven.isInfeasible) shared.proveImpossible();
  shared.prove(proven.bound);

  const start = shared.betterThan({ worth: -Infinity, missing: Infinity });
  if (start === null) return;
  const { price } = priceRows(compiled, Math.max(0, worthOf(compiled, start.chosen) ?? 0));
  const search = new SearchRuns(compiled, price, seed, start.chosen);
  const { annealing } = search;
  const allowed = compiled.optionValue.map((value, option) => ((proven.guide.reducedCost[option] ?? 0) > -Math.abs(value) ? 1 : 0));
  const chance = mulberry(seed);
  const isSmall = compiled.activityCount <= BRANCHING.few;
  let isCut = seconds < CUTTING.least || !isWorthCutting(compiled);
  const searchBegun = elapsed();
  let branched = 0;
  let cutting = 0;
  let size = SIZE.first;

  while (!shared.isStopped && elapsed() < seconds) {
    if (!isCut && elapsed() > CUTTING.begins * seconds && annealing.bestMissing === 0) {
      isCut = true;
      const from = elapsed();
      cut((isSmall ? CUTTING.few : CUTTING.many) * seconds);
      cutting = elapsed() - from;
      continue;
    }
    const share = !isSmall ? BRANCHING.ofMany : search.ordersPay ? BRANCHING.besideOrders : BRANCHING.ofFew;
    const spent = elapsed() - searchBegun - branched - cutting;
    if (search.isBetweenRuns && annealing.bestMissing === 0 && branched < share * (elapsed() - searchBegun - cutting)) {
      const from = elapsed();
      branch(proven.guide);
      branched += elapsed() - from;
      continue;
    }
    search.step(stepsLeft(search.steps, spent, (seconds - elapsed()) * (1 - share)));
    if (search.steps % EXCHANGE_EVERY === 0) search.exchange(shared);
  }

  function cut(most: number): void {
    search.exchange(shared);
    take(proveByCuts(compiled, solver, annealing.best, { seconds: most, seed: 0, stopped, onBound: (bound) => shared.prove(bound) }).chosen);
  }

  function branch(guide: Guide): void {
    search.exchange(shared);
    const open = openActivities(compiled, annealing.best, guide, Math.round(size), chance);
    const { chosen, isExhausted } = improveOpen(compiled, solver, annealing.best, open, { allowed: Uint8Array.from(allowed), seconds: BRANCH_SECONDS, seed: search.steps % 10_000, stopped });
    size = Math.max(SIZE.least, size * (isExhausted ? SIZE.grow : SIZE.shrink));
    take(chosen);
  }

  function stopped(): boolean {
    return shared.isStopped || elapsed() >= seconds;
  }

  function take(chosen: Int32Array): void {
    const worth = worthOf(compiled, chosen);
    if (worth !== null && worth > annealing.bestWorth) annealing.adopt({ chosen, worth, missing: 0 });
    search.exchange(shared);
  }
}
