import type { Election } from "#app/domain/prioritisation/ballot/election.ts";
import { addFractions, compareFractions, fraction, type Fraction } from "#app/domain/prioritisation/ballot/fraction.ts";

const minus = (a: Fraction, b: Fraction) => addFractions(a, fraction(-b.numerator, b.denominator));
const times = (a: Fraction, factor: bigint, divisor = 1n) => fraction(a.numerator * factor, a.denominator * divisor);

/**
 * The definition of Peters, Pierczyński, Skowron (2021) taken word by word, voter by voter, in fractions throughout and
 * without a single shortcut: what the fast count is held against. Returns the ids in the order they were funded.
 */
export function referenceShares({ voteType, projects, ballots }: Election, endowment: Fraction): string[] {
  const money = ballots.map(() => endowment);
  const funded: string[] = [];
  for (;;) {
    const offers = projects.flatMap(({ id, costCents }, index) => {
      if (funded.includes(id)) return [];
      const supporters = ballots.flatMap((ballot, voter) => {
        const support = ballot.support.get(id) ?? 0;
        return support > 0 ? [{ voter, support, utility: voteType === "approval" ? Math.max(1, costCents) : support }] : [];
      });
      const price = smallestPrice(supporters.map(({ voter, utility }) => ({ money: money[voter]!, utility: BigInt(utility) })), BigInt(costCents));
      return price === null ? [] : [{ id, index, costCents, supporters, price, score: supporters.reduce((sum, { support }) => sum + support, 0) }];
    });
    const [best] = offers.sort((a, b) => compareFractions(a.price, b.price) || a.costCents - b.costCents || b.score - a.score || a.index - b.index);
    if (!best) return funded;
    for (const { voter, utility } of best.supporters) {
      const due = times(best.price, BigInt(utility));
      money[voter] = compareFractions(money[voter]!, due) <= 0 ? fraction(0n) : minus(money[voter]!, due);
    }
    funded.push(best.id);
  }
}

/** ρ with Σ min(money, ρ·utility) = cost, found by trying every number of voters that pay all they have. */
function smallestPrice(supporters: { money: Fraction; utility: bigint }[], cost: bigint): Fraction | null {
  const sorted = [...supporters].sort((a, b) => compareFractions(times(a.money, b.utility), times(b.money, a.utility)));
  for (let poor = 0; poor < sorted.length; poor += 1) {
    const paid = sorted.slice(0, poor).reduce((sum, each) => addFractions(sum, each.money), fraction(0n));
    const weight = sorted.slice(poor).reduce((sum, each) => sum + each.utility, 0n);
    const price = times(minus(fraction(cost), paid), 1n, weight);
    if (compareFractions(times(price, sorted[poor]!.utility), sorted[poor]!.money) <= 0) return price;
  }
  return null;
}
