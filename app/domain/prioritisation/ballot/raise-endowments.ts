import { runEqualShares, type EqualSharesRun } from "./equal-shares.ts";
import { approximate, compareFractions, fraction, type Fraction } from "./fraction.ts";
import type { Tally } from "./tally.ts";

/**
 * Add-one completion (equalshares.net, "Completion"; `add1` of Pabulib): the method alone leaves money over, so everybody is
 * given more, one currency unit at a time, and the method is run anew. It begins with the equal share of the budget, goes on
 * with the next whole unit above it, and stops as soon as the next outcome would cost more than the budget, or nothing can
 * change any more. The last outcome within the budget stands; what is returned is its endowment.
 *
 * With `untilExhaustive` it also stops at the first exhaustive outcome: no eligible project that is left would fit into the
 * budget. That keeps closer to equal endowments, and is what equalshares.net recommends; the outcomes of Pabulib's
 * `equalshares/add1` were counted without it (Wieliczka 2023 shows the difference).
 *
 * A run knows up to which endowment every one of its decisions stays the same; the steps below that need no run of their
 * own, which gives the same result as taking every one.
 */
export function raiseEndowments({
  tally,
  budgetCents,
  stepCents,
  minimumScore,
  untilExhaustive,
  everyStep = false,
}: {
  readonly tally: Tally;
  readonly budgetCents: number;
  readonly stepCents: number;
  readonly minimumScore: number;
  readonly untilExhaustive: boolean;
  /** A run for every step: slow, and the proof that leaving runs out is right. */
  readonly everyStep?: boolean;
}): Fraction {
  let run = runEqualShares({ tally, endowment: equalShare(tally, budgetCents), minimumScore });
  while (run.lasting !== Infinity && !isComplete(run)) {
    const next = runEqualShares({ tally, endowment: nextEndowment(run.endowment, everyStep ? 0 : run.lasting, stepCents), minimumScore });
    if (cost(next) > budgetCents) {
      const before = fraction(next.endowment.numerator - BigInt(stepCents));
      return compareFractions(before, run.endowment) > 0 ? before : run.endowment;
    }
    run = next;
  }
  return run.endowment;

  function cost({ purchases }: EqualSharesRun): number {
    return purchases.reduce((sum, { index }) => sum + (tally.projects[index]?.costCents ?? 0), 0);
  }

  /** Nothing left to fund for anybody, or (if that counts) nothing that would fit. */
  function isComplete(of: EqualSharesRun): boolean {
    const left = budgetCents - cost(of);
    const funded = new Set(of.purchases.map(({ index }) => index));
    const open = tally.projects.filter(({ index, score }) => !funded.has(index) && score >= minimumScore);
    return open.every(({ voteCount }) => voteCount === 0) || (untilExhaustive && open.every(({ costCents }) => costCents > left));
  }
}

export const equalShare = (tally: Tally, budgetCents: number): Fraction => fraction(BigInt(budgetCents), BigInt(Math.max(1, tally.voterCount)));

/** The first whole number of steps above `endowment` that is not clearly below `endowment + lasting`. */
function nextEndowment(endowment: Fraction, lasting: number, stepCents: number): Fraction {
  const step = BigInt(stepCents);
  const following = endowment.numerator / (endowment.denominator * step) + 1n;
  const jump = BigInt(Math.ceil((approximate(endowment) + lasting) / stepCents - CAUTION));
  return fraction((jump > following ? jump : following) * step);
}

/** In steps; more than the doubles can be wrong by, so that no step is passed over that might matter. */
const CAUTION = 1e-6;
