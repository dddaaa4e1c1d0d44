import { sumKnown } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/resources.ts";
import { budgetKindLabels, cashDirectionLabels, costRhythmLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney, formatPartialSum } from "#app/i18n/format.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { BudgetData } from "./budget-data.ts";

/** Costs that no year holds, because nobody has said when they fall. */
export function UndatedCosts({ costs }: { costs: BudgetData["undated"] }) {
  if (costs.length === 0) return null;
  const expenses = costs.filter((cost) => cost.direction === "expense");
  return (
    <Section title={t("budget.undatedTitle")} id="ohne-zeitraum">
      <p className="page-intro">
        {t("budget.undatedIntro")} {expenses.length > 0 && t("budget.undatedSum", { sum: formatPartialSum(sumKnown(expenses.map((cost) => cost.amountCents))) })}
      </p>
      <DataTable caption={t("budget.undatedCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("budget.measure")}</th>
            <th scope="col">{t("budget.kind")}</th>
            <th scope="col">{t("budget.direction")}</th>
            <th scope="col">{t("budget.rhythm")}</th>
            <th scope="col" className="numeric">
              {t("budget.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {costs.map((cost) => (
            <tr key={cost.costItemId}>
              <th scope="row">
                <a href={`/massnahmen/${cost.measureId}`}>{cost.title}</a>
              </th>
              <td data-label={t("budget.kind")}>{budgetKindLabels[cost.budgetKind]}</td>
              <td data-label={t("budget.direction")}>{cashDirectionLabels[cost.direction]}</td>
              <td data-label={t("budget.rhythm")}>{costRhythmLabels[cost.rhythm]}</td>
              <td className="numeric" data-label={t("budget.amount")}>
                {formatMoney(cost.amountCents)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
