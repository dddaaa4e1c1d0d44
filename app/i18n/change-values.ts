import type { ComparedField, FieldValue } from "#app/domain/committee/field-changes.ts";
import type { PartChange } from "#app/domain/committee/part-changes.ts";
import { parsePlainDate } from "#app/domain/calendar/plain-date.ts";
import { parseQuarter } from "#app/domain/calendar/quarter.ts";
import { t } from "./de/versions.ts";
import {
  benefitKindLabels,
  budgetKindLabels,
  demandBasisLabels,
  effectDirectionLabels,
  planningHorizonLabels,
  staffSourceLabels,
  statusLabels,
  targetGroupLabels,
  trafficLightShortLabels,
} from "./de/vocabulary.ts";
import { formatDate, formatInteger, formatMoney, formatPercent, formatPersonDays, formatQuarter, UNKNOWN } from "./format.ts";

const codes: Partial<Record<ComparedField, Readonly<Record<string, string>>>> = {
  status: statusLabels,
  effectDirection: effectDirectionLabels,
  planningHorizon: planningHorizonLabels,
  trafficLight: trafficLightShortLabels,
  targetGroups: targetGroupLabels,
};

/** The old or new value of a field, as text. */
export function formatFieldValue(field: ComparedField, value: FieldValue): string {
  if (value === null || value === "") return UNKNOWN;
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (typeof value === "number") return field === "progressPercent" ? formatPercent(value) : formatInteger(value);
  const words = codes[field];
  if (typeof value !== "string") return value.length === 0 ? t("part.absent") : value.map((each) => words?.[each] ?? each).join(", ");
  if (field === "startQuarter" || field === "endQuarter") return formatQuarter(parseQuarter(value));
  if (field === "deadline" || field === "earliestStart") return formatDate(parsePlainDate(value));
  return words?.[value] ?? value;
}

/** One cost item, staff demand, milestone or benefit in a line. */
export function formatPart(change: PartChange, side: "before" | "after"): string {
  switch (change.part) {
    case "costItem": {
      const item = change[side];
      if (item === null) return t("part.absent");
      const amount = formatMoney(item.amountCents);
      return t("part.costItem", {
        title: item.title,
        amount: item.rhythm === "running" ? t("part.perYear", { amount }) : amount,
        kind: budgetKindLabels[item.budgetKind],
        direction: item.direction,
        code: [item.budgetProduct, item.budgetAccount].filter((code) => code !== "").join("/") || "none",
      });
    }
    case "staffDemand": {
      const demand = change[side];
      if (demand === null) return t("part.absent");
      return t("part.staffDemand", {
        addressee: demand.addressee,
        days: formatPersonDays(demand.personDays),
        basis: demandBasisLabels[demand.basis],
        source: staffSourceLabels[demand.staffSource],
      });
    }
    case "milestone": {
      const milestone = change[side];
      if (milestone === null) return t("part.absent");
      return t("part.milestone", { title: milestone.title, due: formatDate(milestone.dueDate), reached: milestone.reachedOn === null ? "none" : formatDate(milestone.reachedOn) });
    }
    case "benefit": {
      const benefit = change[side];
      if (benefit === null) return t("part.absent");
      const amount =
        benefit.kind === "savingPerYear" ? formatMoney(benefit.amountCents) : benefit.kind === "hoursPerYear" ? formatInteger(benefit.hoursPerYear) : "none";
      return t("part.benefit", { kind: benefitKindLabels[benefit.kind], amount, description: benefit.description === "" ? "none" : benefit.description });
    }
  }
}
