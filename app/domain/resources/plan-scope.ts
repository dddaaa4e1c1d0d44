import type { Measure } from "#app/domain/measures/measure.ts";

/** Ideas are wishes, not plans: sums show either what is planned, or the ideas, or both together. */
export const planScopes = ["planned", "ideas", "all"] as const;
export type PlanScope = (typeof planScopes)[number];

/** Rejected and deferred measures cost nothing; implemented ones do, since their running costs burden later years. */
export function claimsMoney({ status }: Pick<Measure, "status">, scope: PlanScope): boolean {
  if (status === "rejected" || status === "deferred") return false;
  return isInScope(status, scope);
}

/** As with money, but an implemented measure needs nobody any more unless it has become a permanent task. */
export function claimsStaff(measure: Pick<Measure, "status" | "permanentTask">, scope: PlanScope): boolean {
  return claimsMoney(measure, scope) && (measure.status !== "implemented" || measure.permanentTask);
}

const isInScope = (status: Measure["status"], scope: PlanScope): boolean => scope === "all" || (status === "idea") === (scope === "ideas");
