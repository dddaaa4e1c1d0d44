import type { PostCost } from "#app/domain/resources/post-cost.ts";
import { t } from "./de/staff-plan.ts";
import { formatDate, formatPercent } from "./format.ts";

/** On what the yearly cost rests, in a line. */
export function describeCostBasis(cost: PostCost, payGrade: string): string {
  if (cost.basis === "own") return t("plan.basisOwn");
  if (cost.basis === "unknown") return payGrade === "" ? t("plan.basisNoGrade") : t("plan.basisUnknown", { payGrade });
  const { personnel, workplace, overhead } = cost;
  const extras = personnel.fullCost
    ? t("plan.fullCost")
    : [overhead === null || overhead.percent === null ? [] : t("plan.extraOverhead", { percent: formatPercent(overhead.percent) }), workplace === null ? [] : t("plan.extraWorkplace")].flat().join(" ");
  return t("plan.basisRates", { payGrade: personnel.payGrade, date: formatDate(personnel.validFrom), extras: extras === "" ? "none" : extras });
}
