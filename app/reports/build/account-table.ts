import type { BudgetAmount } from "#app/domain/resources/budget-amount.ts";
import type { BudgetByAccount } from "#app/domain/resources/budget-by-account.ts";
import type { BudgetSystem, CashDirection } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { codeLabels } from "#app/i18n/de/budget-lines.ts";
import { t } from "#app/i18n/de/resources.ts";

/**
 * The table per Produkt and Konto as text for a spreadsheet: expense, revenue and earmarked grants in lines of their own, amounts as "1234,56".
 * The number of items without an estimate stands on the first line of each code and counts both directions.
 */
export function buildAccountTable({ years, rows }: BudgetByAccount, system: BudgetSystem): string[][] {
  const labels = codeLabels(system);
  const heading = [labels.product, labels.account, t("budget.kind"), t("budget.direction"), ...years.map(String), t("budget.total"), t("budget.unknown")];
  const lines = rows.flatMap((row) => {
    const codes = [row.budgetProduct, row.budgetAccount, budgetKindLabels[row.budgetKind]];
    const amounts = (direction: CashDirection) => [...row.years, row.total].map((amount) => spreadsheetAmount(amount[direction]));
    const grants = row.total.earmarked === 0 ? [] : [[...codes, t("budget.earmarked"), ...[...row.years, row.total].map((amount) => spreadsheetAmount(amount.earmarked)), ""]];
    return [...directionsOf(row.total).map((direction, index) => [...codes, cashDirectionLabels[direction], ...amounts(direction), index === 0 ? String(row.total.unknownCount) : ""]), ...grants];
  });
  return [heading, ...lines];
}

function directionsOf({ expense, revenue }: BudgetAmount): CashDirection[] {
  if (revenue === 0) return ["expense"];
  return expense === 0 ? ["revenue"] : ["expense", "revenue"];
}

/** Without thousands separators, which spreadsheets take for text. */
const spreadsheetAmount = (amount: Cents): string => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, "0")}`;
