import { fraction, greatestCommonDivisor, type Fraction } from "./fraction.ts";
import { crossing, exactDue, exactMoney, fillPurses, splitCost, type Purses, type Split } from "./purses.ts";
import type { TalliedProject, Tally } from "./tally.ts";

/**
 * The Method of Equal Shares for one given endowment per voter.
 * Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021.
 *
 * Every voter i holds the same money bᵢ. A project p is ρ-affordable when Σᵢ min(bᵢ, ρ·uᵢ(p)) = cost(p): each supporter pays
 * ρ for a unit of utility, or what is left. Round by round the project with the smallest ρ is funded, until none is affordable.
 *
 * Utilities: under approval the cost of the project ("cost utilities", the standard of equalshares.net and of Pabulib's
 * `equalshares`; 1/ρ then is the effective vote count, and money reaches large projects too); with points the points
 * themselves, which is what the paper calls additive utilities and how Aarau counted in 2023.
 *
 * Ties (exactly equal ρ), as equalshares.net recommends: lower cost, then more votes (points), then – in place of the lot –
 * the order of the ballot paper. A project that costs nothing is funded as soon as anybody supports it.
 */
export type EqualSharesRun = {
  readonly endowment: Fraction;
  /** In the order they were funded. */
  readonly purchases: readonly Purchase[];
  /** Projects with support that could not be paid any more: after how many purchases this was seen, what supporters then held. */
  readonly dropped: ReadonlyMap<number, { readonly after: number; readonly held: Fraction }>;
  /** What each voter of a group has left. */
  readonly left: readonly Fraction[];
  /** Any endowment higher by less than this many cents leads to the same purchases. Infinite where nothing can change. */
  readonly lasting: number;
};

export type Purchase = {
  readonly index: number;
  /** Cents paid for each unit of support by those who pay the full share. */
  readonly share: Fraction;
  /** ρ, in cents for each unit of utility. */
  readonly price: Fraction;
  /** By group: what each of its voters paid. Empty unless asked for. */
  readonly payments: ReadonlyMap<number, Fraction>;
  /** Voters who paid all they had left because it was less than the share. */
  readonly poorCount: number;
};

type Candidate = { readonly project: TalliedProject; readonly split: Split; readonly price: number; readonly priceSlope: number };

/** Prices closer than this, relatively, are compared exactly. */
const CLOSE = 1e-6;

export function runEqualShares({
  tally,
  endowment,
  minimumScore = 0,
  detailed = false,
}: {
  readonly tally: Tally;
  readonly endowment: Fraction;
  readonly minimumScore?: number;
  /** Look at every project in every round and note every payment: for the explanation, not for the search of an endowment. */
  readonly detailed?: boolean;
}): EqualSharesRun {
  const purses = fillPurses(tally.groupSizes.length, endowment);
  const purchases: Purchase[] = [];
  const dropped = new Map<number, { after: number; held: Fraction }>();
  let lasting = Infinity;
  // A price never falls while the money runs out: the last one known is a lower bound, and saves looking at most projects.
  let open = tally.projects
    .filter((project) => project.voteCount > 0 && project.score >= minimumScore)
    .map((project) => ({ project, price: 0, priceSlope: 0 }));
  while (open.length > 0) {
    open.sort((a, b) => a.price - b.price);
    const candidates: Candidate[] = [];
    let lowest = Infinity;
    const stillOpen: typeof open = [];
    for (const bound of open) {
      if (!detailed && bound.price > lowest * (1 + CLOSE)) {
        stillOpen.push(bound);
        continue;
      }
      const split = splitCost(bound.project, purses);
      lasting = Math.min(lasting, split.lasting);
      if (!split.affordable) {
        dropped.set(bound.project.index, { after: purchases.length, held: fraction(exactMoney(bound.project, purses), purses.denominator) });
        continue;
      }
      const scale = bound.project.utilityPerSupport;
      const candidate = { project: bound.project, split, price: split.share / scale, priceSlope: split.shareSlope / scale };
      candidates.push(candidate);
      stillOpen.push(candidate);
      lowest = Math.min(lowest, candidate.price);
    }
    const winner = cheapest(candidates, lowest, purses);
    if (winner === null) break;
    open = stillOpen.filter(({ project }) => project !== winner.project);
    for (const other of open) {
      lasting = Math.min(lasting, crossing(other.price * (1 - CLOSE) - winner.price, winner.priceSlope - other.priceSlope));
    }
    purchases.push(pay(winner, purses, detailed));
  }
  return { endowment, purchases, dropped, left: purses.exact.map((exact) => fraction(exact, purses.denominator)), lasting };
}

function cheapest(candidates: readonly Candidate[], lowest: number, purses: Purses): Candidate | null {
  const close = candidates.filter(({ price }) => price <= lowest * (1 + CLOSE));
  if (close.length < 2) return close[0] ?? null;
  // The common denominator cancels out.
  const exact = close.map((candidate) => ({
    candidate,
    due: exactDue(candidate.project, candidate.split.poor, purses),
    per: BigInt(candidate.split.weight) * BigInt(candidate.project.utilityPerSupport),
  }));
  const best = exact.reduce((a, b) => {
    const [left, right] = [a.due * b.per, b.due * a.per];
    if (left !== right) return left < right ? a : b;
    return compareTied(a.candidate.project, b.candidate.project) <= 0 ? a : b;
  });
  return best.candidate;
}

const compareTied = (a: TalliedProject, b: TalliedProject): number => a.costCents - b.costCents || b.score - a.score || a.index - b.index;

/** Takes the money out of the purses. */
function pay({ project, split }: Candidate, purses: Purses, detailed: boolean): Purchase {
  const { exact, approx, slope } = purses;
  const before = purses.denominator;
  const due = exactDue(project, split.poor, purses);
  const common = greatestCommonDivisor(due, BigInt(split.weight));
  const shareNumerator = due / common;
  const factor = BigInt(split.weight) / common;
  const denominator = before * factor;
  const payments = new Map<number, Fraction>();
  let poorCount = 0;
  for (let group = 0; group < exact.length; group += 1) exact[group] = (exact[group] ?? 0n) * factor;
  for (const { group, size, support } of project.supporters) {
    const held = exact[group] ?? 0n;
    const poor = split.poor.has(group);
    const paid = poor ? held : shareNumerator * BigInt(support);
    if (poor) poorCount += size;
    if (detailed) payments.set(group, fraction(paid, denominator));
    exact[group] = held - paid;
    approx[group] = held === paid ? 0 : (approx[group] ?? 0) - split.share * support;
    slope[group] = poor ? 0 : (slope[group] ?? 0) - split.shareSlope * support;
  }
  purses.denominator = denominator;
  const share = fraction(shareNumerator, denominator);
  return { index: project.index, share, price: fraction(shareNumerator, denominator * BigInt(project.utilityPerSupport)), payments, poorCount };
}
