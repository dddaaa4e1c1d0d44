import type { BudgetPeriod, YearRole } from "#app/domain/resources/budget-periods.ts";
import { t } from "#app/i18n/de/budget-lines.ts";

/** "Doppelhaushalt 2027/2028 · mittelfristige Planung 2029 bis 2030" */
export function periodText({ budgetYears, midTermYears, outlookYears }: BudgetPeriod): string {
  const [first, last] = [String(budgetYears[0] ?? ""), String(budgetYears.at(-1) ?? "")];
  return [
    budgetYears.length > 1 ? t("period.double", { first, last }) : t("period.single", { year: first }),
    ...(midTermYears.length > 0 ? [t("period.midTerm", { first: String(midTermYears[0]), last: String(midTermYears.at(-1)) })] : []),
    ...(outlookYears.length > 0 ? [t("period.outlook", { first: String(outlookYears[0]) })] : []),
  ].join(" · ");
}

const roleTexts = { budget: "period.roleBudget", midTerm: "period.roleMidTerm", outlook: "period.roleOutlook" } as const;

export const roleText = (role: YearRole | null): string => t(role === null ? "period.rolePast" : roleTexts[role]);
