import type { Cents } from "#app/domain/money/cents.ts";
import { summariseCosts } from "#app/domain/resources/cost-summary.ts";

/** Why a measure cannot stand on a ballot: unknown is not zero, and without one-off cost a budget has nothing to cap. */
export type CandidateObstacle = "costUnknown" | "noOneOffCost";
export type CandidateCost = { readonly costCents: Cents; readonly obstacle: null } | { readonly costCents: null; readonly obstacle: CandidateObstacle };

/** The one-off expense as it stands, gross: expected grants and yearly cost are left out, as in the frame. */
export function candidateCost(costItems: Parameters<typeof summariseCosts>[0]): CandidateCost {
  const { oneOffExpense } = summariseCosts(costItems);
  if (oneOffExpense.unknownCount > 0) return { costCents: null, obstacle: "costUnknown" };
  if (oneOffExpense.known <= 0) return { costCents: null, obstacle: "noOneOffCost" };
  return { costCents: oneOffExpense.known, obstacle: null };
}
