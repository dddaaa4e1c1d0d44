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
  const shares = new Map<number, MeasureShare>();
  const shareOf = (measureId: number) => shares.get(measureId) ?? { measureId, ...NOTHING };
  for (const part of parts) shares.set(part.measureId, addPart(shareOf(part.measureId), part));
  for (const grant of grants) shares.set(grant.measureId, addGrant(shareOf(grant.measureId), grant));
  const measures = [...shares.values()].sort((a, b) => a.measureId - b.measureId);
  const sum = grants.reduce<Sum>(addGrant, parts.reduce<Sum>(addPart, NOTHING));
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
const NOTHING: Sum = { expense: ZERO_CENTS, followUpExpense: ZERO_CENTS, revenue: ZERO_CENTS, earmarked: ZERO_CENTS, unknownCount: 0 };

function addPart<S extends Sum>(sum: S, { rhythm, direction, amountCents }: Part): S {
  if (amountCents === null) return { ...sum, unknownCount: sum.unknownCount + 1 };
  const followUpExpense = rhythm === "running" && direction === "expense" ? addCents(sum.followUpExpense, amountCents) : sum.followUpExpense;
  return { ...sum, followUpExpense, [direction]: addCents(sum[direction], amountCents) };
}

const addGrant = <S extends Sum>(sum: S, { amountCents }: Grant): S => ({ ...sum, earmarked: addCents(sum.earmarked, amountCents) });
