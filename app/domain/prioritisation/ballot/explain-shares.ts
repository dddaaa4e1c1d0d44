import { cents } from "#app/domain/money/cents.ts";
import type { EqualSharesRun, Purchase } from "./equal-shares.ts";
import { addFractions, approximate, fraction, roundCents, roundTogether, type Fraction } from "./fraction.ts";
import type { FundedByShares, UnaffordableForSupporters } from "./outcome.ts";
import type { Supporter, TalliedProject, Tally } from "./tally.ts";

/** Why a project was funded by equal shares, or was not; from a run that noted its payments. */
export function explainShares(
  project: TalliedProject,
  { tally, run, approval }: { readonly tally: Tally; readonly run: EqualSharesRun; readonly approval: boolean },
): FundedByShares | UnaffordableForSupporters | { readonly kind: "noSupport" } {
  const position = run.purchases.findIndex(({ index }) => index === project.index);
  const purchase = run.purchases[position];
  if (purchase) return explainPurchase(project, purchase, position + 1, approval);
  if (project.voteCount === 0) return { kind: "noSupport" };
  const dropped = run.dropped.get(project.index);
  const payments = run.purchases
    .map((made, index) => ({ made, round: index + 1, paid: sumOver(project.supporters, ({ group }) => made.payments.get(group)) }))
    .filter(({ paid }) => paid.numerator > 0n);
  const left = sumOver(project.supporters, ({ group }) => run.left[group]);
  const [leftCents = cents(0), ...spent] = roundTogether([left, ...payments.map(({ paid }) => paid)]);
  return {
    kind: "supportersCannotPay",
    afterRound: dropped?.after ?? 0,
    heldCents: dropped ? floorCents(dropped.held) : leftCents,
    leftCents,
    spentOn: payments.map(({ made, round }, index) => ({
      projectId: tally.projects[made.index]?.id ?? "",
      round,
      paidCents: spent[index] ?? cents(0),
    })),
  };
}

function explainPurchase(project: TalliedProject, purchase: Purchase, round: number, approval: boolean): FundedByShares {
  const full = project.supporters.filter(({ group, support }) => paysInFull(purchase, group, support));
  const paid = sumOver(full, ({ group }) => purchase.payments.get(group));
  const rest = fraction(BigInt(project.costCents) * paid.denominator - paid.numerator, paid.denominator);
  const [fullCents = cents(0), restCents = cents(0)] = roundTogether([paid, rest]);
  const share = approximate(purchase.share);
  return {
    kind: "fundedByShares",
    round,
    pricePerUtility: approximate(purchase.price),
    effectiveVotes: approval ? (share > 0 ? project.costCents / share : project.voteCount) : null,
    shareCents: roundCents(purchase.share),
    paidInFull: { voterCount: project.voteCount - purchase.poorCount, paidCents: fullCents },
    paidWithTheRest: { voterCount: purchase.poorCount, paidCents: restCents },
  };
}

function paysInFull({ payments, share }: Purchase, group: number, support: number): boolean {
  const paid = payments.get(group);
  return paid !== undefined && paid.numerator * share.denominator === share.numerator * BigInt(support) * paid.denominator;
}

function sumOver(supporters: readonly Supporter[], amount: (supporter: Supporter) => Fraction | undefined): Fraction {
  let total = fraction(0n);
  for (const supporter of supporters) {
    const each = amount(supporter);
    if (each && each.numerator > 0n) total = addFractions(fraction(each.numerator * BigInt(supporter.size), each.denominator), total);
  }
  return total;
}

/** Rounded down: what is not enough must not look as if it were. */
const floorCents = ({ numerator, denominator }: Fraction) => cents(Number(numerator / denominator));
