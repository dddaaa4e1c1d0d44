import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import type { PortfolioInstance } from "#app/planner/portfolio-instance.ts";

export type InstanceKind = { readonly count: number; readonly quarters?: number; readonly teams?: number; readonly accounts?: number; readonly isTight?: boolean; readonly seed: number };

const PER_YEAR = 4;
const QUOTAS = [0.5, 0.65, 0.8, 0.9];

/** Portfolios of the same kind as the published instances (measures, scarcity, dependencies), so that others than those can be tried. */
export function generateInstance({ count, quarters = 16, teams = 4, accounts = 3, isTight = false, seed }: InstanceKind): PortfolioInstance {
  const next = mulberry(seed);
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const spread = (mean: number) => Math.max(1, Math.round(mean * (0.75 + 0.5 * next())));
  const years = Math.ceil(quarters / PER_YEAR);
  const measures = Array.from({ length: count }, (_, id) => {
    const dur = Math.min(quarters, between(1, 6));
    const main = between(0, teams - 1);
    const others = Array.from({ length: teams }, (_each, k) => k).filter((k) => k !== main && next() < 0.9 / Math.max(1, teams - 1));
    const effort = isTight ? 2 : 1;
    const fte = [main, ...others].sort((a, b) => a - b).map((k) => {
      const mean = effort * (k === main ? 2 + 8 * next() : 1 + 3 * next());
      return { k, q: Array.from({ length: dur }, () => spread(mean)) };
    });
    const costMean = Math.exp(Math.log(8) + next() * Math.log(12));
    const cost = Array.from({ length: dur }, () => spread(costMean));
    const total = cost.reduce((sum, each) => sum + each, 0);
    const near = Array.from({ length: 25 }, (_each, back) => id - 1 - back).filter((each) => each >= 0);
    const preds = next() < 0.2 && near.length > 0 ? [...new Set(Array.from({ length: next() < 0.3 ? 2 : 1 }, () => near[Math.floor(next() * near.length)] ?? 0))] : [];
    const from = between(0, Math.max(0, quarters - 7));
    const mandatory = next() < 0.085;
    return {
      id,
      dur,
      fte,
      acc: between(0, accounts - 1),
      cost,
      run: next() < 0.4 ? 0 : Math.round(costMean * 0.12 * next()),
      value: Math.max(8, Math.round(15 + 25 * next() + 25 * next() + 0.2 * total * next())),
      preds,
      mandatory,
      deadline: mandatory ? Math.min(quarters, dur + between(Math.floor(quarters * 0.4), quarters)) : quarters,
      grant: next() < 0.14 ? { from, to: from + 3, quota: QUOTAS[between(0, 3)] ?? 0.5 } : null,
    };
  });
  const pair = (): [number, number] => {
    const first = between(0, count - 2);
    return [first, between(first + 1, count - 1)];
  };
  const level = (demand: number, places: number, scarcity: number) => Array.from({ length: places }, () => Math.round((demand / scarcity / places) * (0.92 + 0.16 * next())));
  return {
    N: count,
    T: quarters,
    K: teams,
    A: accounts,
    Y: years,
    perYear: PER_YEAR,
    disc: isTight ? 0.6 : 0.3,
    cap: Array.from({ length: teams }, (_, k) => level(sum(measures.flatMap(({ fte }) => fte.filter((each) => each.k === k).flatMap(({ q }) => q))), quarters, isTight ? 1.82 : 1.17)),
    budget: Array.from({ length: accounts }, (_, a) =>
      level(sum(measures.filter(({ acc }) => acc === a).flatMap(({ cost, run }) => [...cost, (run * quarters) / 2])), years, isTight ? 2.02 : 1.56),
    ),
    excl: Array.from({ length: Math.round(count / 22) }, pair).filter(([first, second]) => !(measures[first]?.mandatory && measures[second]?.mandatory)),
    syn: Array.from({ length: Math.round(count / 12) }, () => [...pair(), between(6, 19)] as [number, number, number]),
    measures,
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
