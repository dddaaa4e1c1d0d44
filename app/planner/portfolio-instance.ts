import { z } from "zod";
import type { Choice, PlanningProblem, PlanOption } from "./problem.ts";

/**
 * The published test instances of municipal portfolios: staff in tenths of VZÄ per team and quarter, money in thousand euro
 * per account and year. Rows of the problem: first the teams by quarter, then the accounts by year.
 */
const count = z.number().int().nonnegative();
const measure = z.object({
  id: count,
  dur: count.min(1),
  fte: z.array(z.object({ k: count, q: z.array(z.number().nonnegative()) })),
  acc: count,
  cost: z.array(z.number().nonnegative()),
  run: z.number().nonnegative(),
  value: z.number(),
  preds: z.array(count),
  mandatory: z.boolean(),
  deadline: count,
  grant: z.object({ from: count, to: count, quota: z.number().min(0).max(1) }).nullable(),
});
const instance = z.object({
  N: count,
  T: count,
  K: count,
  A: count,
  Y: count,
  perYear: count.min(1),
  cap: z.array(z.array(z.number())),
  budget: z.array(z.array(z.number())),
  disc: z.number(),
  excl: z.array(z.tuple([count, count])),
  syn: z.array(z.tuple([count, count, z.number().nonnegative()])),
  measures: z.array(measure),
});

/** Ids run from 0 without a gap, and whatever names a measure names one that is there. */
export const portfolioInstanceSchema = instance.refine(({ measures, excl, syn }) => {
  const known = new Set(measures.map(({ id }) => id));
  const named = [...measures.flatMap(({ preds }) => preds), ...excl.flat(), ...syn.flatMap(([first, second]) => [first, second])];
  return known.size === measures.length && measures.every(({ id }) => id < measures.length) && named.every((id) => known.has(id));
}, "ids must run from 0, and every id that is named must be there");

export type PortfolioInstance = z.infer<typeof portfolioInstanceSchema>;
type InstanceMeasure = PortfolioInstance["measures"][number];

export function problemOfInstance(instance: PortfolioInstance): PlanningProblem {
  const { T, K, A, Y, measures } = instance;
  const rows = [
    ...Array.from({ length: K * T }, (_, row) => ({ capacity: instance.cap[Math.floor(row / T)]?.[row % T] ?? 0 })),
    ...Array.from({ length: A * Y }, (_, row) => ({ capacity: instance.budget[Math.floor(row / Y)]?.[row % Y] ?? 0 })),
  ];
  const position = new Map(measures.map(({ id }, index) => [id, index]));
  const positionOf = (id: number): number => position.get(id) ?? -1;
  return {
    quarters: T,
    rows,
    activities: measures.map((each) => ({ mandatory: each.mandatory, options: optionsOf(each, instance) })),
    precedences: measures.flatMap(({ preds }, successor) => preds.map((id) => ({ predecessor: positionOf(id), successor, lag: 0 }))),
    exclusions: instance.excl.map(([first, second]) => [positionOf(first), positionOf(second)] as const),
    synergies: instance.syn.map(([first, second, bonus]) => ({ first: positionOf(first), second: positionOf(second), bonus: 100 * bonus })),
  };
}

function optionsOf(measure: InstanceMeasure, instance: PortfolioInstance): PlanOption[] {
  const { T, disc } = instance;
  const { dur, grant, value, deadline } = measure;
  const options: PlanOption[] = [];
  for (let start = 0; start + dur <= Math.min(T, deadline); start += 1) {
    const shared = { start, end: start + dur, value: Math.round(100 * value * (1 - (disc * (start + dur - 1)) / T)) };
    options.push({ ...shared, mode: 0, usage: usageOf(measure, instance, start, 1) });
    if (grant !== null && start >= grant.from && start <= grant.to) {
      options.push({ ...shared, mode: 1, usage: usageOf(measure, instance, start, 1 - grant.quota) });
    }
  }
  return options;
}

/** `share`: how much of the cost the municipality pays itself; running costs from completion to the horizon in full. */
function usageOf({ dur, fte, acc, cost, run }: InstanceMeasure, { T, K, Y, perYear }: PortfolioInstance, start: number, share: number): PlanOption["usage"] {
  const staff = fte.flatMap(({ k, q }) => q.slice(0, dur).map((amount, quarter) => ({ row: k * T + start + quarter, amount })));
  const years = new Array<number>(Y).fill(0);
  const burden = (quarter: number, amount: number) => {
    const year = Math.floor(quarter / perYear);
    years[year] = (years[year] ?? 0) + amount;
  };
  cost.slice(0, dur).forEach((amount, quarter) => burden(start + quarter, share * amount));
  for (let quarter = start + dur; quarter < T; quarter += 1) burden(quarter, run);
  const money = years.map((amount, year) => ({ row: K * T + acc * Y + year, amount: roundHalfUp(amount) }));
  return [...staff, ...money].filter(({ amount }) => amount > 0);
}

/** A half counts as a whole even where binary fractions put it a hair below: never less than any other reading of "nearest". */
const roundHalfUp = (amount: number): number => Math.round(amount + 1e-9);

/** As the instances' checkers read a plan: by measure id, which must run from 0. */
export function planOfInstance(instance: PortfolioInstance, problem: PlanningProblem, choice: Choice): { start: Array<number | null>; mode: number[] } {
  const start = new Array<number | null>(instance.measures.length).fill(null);
  const mode = new Array<number>(instance.measures.length).fill(0);
  instance.measures.forEach(({ id }, index) => {
    const option = problem.activities[index]?.options[choice[index] ?? -1];
    start[id] = option?.start ?? null;
    mode[id] = option?.mode ?? 0;
  });
  return { start, mode };
}
