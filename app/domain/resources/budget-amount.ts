import { ZERO_CENTS, addCents, subtractCents, type Cents } from "#app/domain/money/cents.ts";
import type { YearCost } from "./dated-costs.ts";
import type { EarmarkedGrant } from "./earmarked-grants.ts";

/**
 * What one number of a budget table is made of. Amounts are the sums of the known parts; `unknownCount` cost items have
 * no estimate and stay out of them; an item that falls in several years is one item. `measures` names everything behind the number, by id.
 */
export type BudgetAmount = {
  readonly expense: Cents;
  /** The part of the expense that comes back every year (Folgekosten). */
  readonly followUpExpense: Cents;
  readonly revenue: Cents;
  /** Grants that may only be used for their measures; not in `revenue`. */
  readonly earmarked: Cents;
  /** Expense minus revenue and grants. */
  readonly net: Cents;
  readonly unknownCount: number;
  /** Those of them that are expenses: what the expense alone lacks. */
  readonly unknownExpenseCount: number;
  readonly measures: readonly MeasureShare[];
};

export type MeasureShare = { readonly measureId: number } & Sum;

type Part = Pick<YearCost, "measureId" | "costItemId" | "rhythm" | "direction" | "amountCents">;
type Grant = Pick<EarmarkedGrant, "measureId" | "amountCents">;

/** @param grants of the measures in `allParts`; others count, too */
export function sumBudget(allParts: readonly Part[], grants: readonly Grant[] = []): BudgetAmount {
  const parts = withoutRepeatedUnknowns(allParts);
  const sum = nothing();
  const shares = new Map<number, Changing<MeasureShare>>();
  const shareOf = (measureId: number) => {
    const share = shares.get(measureId) ?? { measureId, ...nothing() };
    shares.set(measureId, share);
    return share;
  };
  for (const part of parts) {
    addPart(sum, part);
    addPart(shareOf(part.measureId), part);
  }
  for (const grant of grants) {
    addGrant(sum, grant);
    addGrant(shareOf(grant.measureId), grant);
  }
  const measures = [...shares.values()].sort((a, b) => a.measureId - b.measureId);
  const unknownExpenseCount = parts.filter((part) => part.direction === "expense" && part.amountCents === null).length;
  return { ...sum, net: subtractCents(subtractCents(sum.expense, sum.revenue), sum.earmarked), unknownExpenseCount, measures };
}

function withoutRepeatedUnknowns(parts: readonly Part[]): Part[] {
  const seen = new Set<number>();
  return parts.filter(({ amountCents, costItemId }) => {
    if (amountCents !== null) return true;
    const isNew = !seen.has(costItemId);
    seen.add(costItemId);
    return isNew;
  });
}

type Sum = Pick<BudgetAmount, "expense" | "followUpExpense" | "revenue" | "earmarked" | "unknownCount">;
type Changing<S> = { -readonly [Key in keyof S]: S[Key] };
const nothing = (): Changing<Sum> => ({ expense: ZERO_CENTS, followUpExpense: ZERO_CENTS, revenue: ZERO_CENTS, earmarked: ZERO_CENTS, unknownCount: 0 });

/** In place: a large plan has some ten thousand parts. */
function addPart(sum: Changing<Sum>, { rhythm, direction, amountCents }: Part): void {
  if (amountCents === null) {
    sum.unknownCount += 1;
    return;
  }
  sum[direction] = addCents(sum[direction], amountCents);
  if (rhythm === "running" && direction === "expense") sum.followUpExpense = addCents(sum.followUpExpense, amountCents);
}

function addGrant(sum: Changing<Sum>, { amountCents }: Grant): void {
  sum.earmarked = addCents(sum.earmarked, amountCents);
}
