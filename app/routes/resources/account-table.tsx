import { codeLabels } from "#app/i18n/de/budget-lines.ts";
import { t } from "#app/i18n/de/resources.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/table.tsx";
import { selectionPath, type BudgetData } from "./budget-data.ts";

type Row = BudgetData["rows"][number];
type Amount = Row["total"];

/** Amounts per Produkt, Konto and year; each leads to the measures behind it. */
export function AccountTable({ budget }: { budget: BudgetData }) {
  const { years, rows, scope } = budget;
  const labels = codeLabels(budget.budgetSystem);
  return (
    <div>
      <DataTable caption={t("budget.accountsCaption", { by: labels.byCode })}>
        <thead>
          <tr>
            <th scope="col">{labels.product}</th>
            <th scope="col">{labels.account}</th>
            <th scope="col">{t("budget.kind")}</th>
            {years.map((year) => (
              <th scope="col" className="numeric" key={year}>
                {year}
              </th>
            ))}
            <th scope="col" className="numeric">
              {t("budget.total")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { budgetProduct, budgetAccount, budgetKind } = row;
            const codes = { budgetProduct, budgetAccount };
            const hasNone = budgetProduct === "" && budgetAccount === "";
            return (
              <tr key={`${budgetProduct} ${budgetAccount} ${budgetKind}`}>
                {hasNone ? (
                  <th scope="row" colSpan={2}>
                    {labels.missing}
                  </th>
                ) : (
                  <>
                    <th scope="row">{budgetProduct || t("budget.withoutCode")}</th>
                    <td>{budgetAccount || t("budget.withoutCode")}</td>
                  </>
                )}
                <td>{budgetKindLabels[budgetKind]}</td>
                {row.years.map((amount) => (
                  <td className="numeric" key={amount.fiscalYear}>
                    <Figure amount={amount} to={selectionPath(scope, { fiscalYear: amount.fiscalYear, budgetKind, codes })} what={`${labelOf(row, labels.missing)}, ${amount.fiscalYear}`} />
                  </td>
                ))}
                <td className="numeric">
                  <Figure amount={row.total} to={selectionPath(scope, { fiscalYear: null, budgetKind, codes })} what={`${labelOf(row, labels.missing)}, ${t("budget.total")}`} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      <p className="table-note">{t("budget.accountsNote")}</p>
    </div>
  );
}

const labelOf = ({ budgetProduct, budgetAccount }: Row, missing: string): string =>
  budgetProduct === "" && budgetAccount === "" ? missing : `${budgetProduct || t("budget.withoutCode")} / ${budgetAccount || t("budget.withoutCode")}`;

function Figure({ amount, to, what }: { amount: Amount; to: string; what: string }) {
  const { expense, revenue, earmarked, unknownCount, measureCount } = amount;
  if (measureCount === 0) return t("budget.nothing");
  const lines = [
    ...(expense > 0 || (revenue === 0 && unknownCount === 0) ? [formatAmount(expense)] : []),
    ...(earmarked > 0 ? [t("budget.earmarkedLine", { amount: formatAmount(earmarked) })] : []),
    ...(revenue > 0 ? [t("budget.revenueLine", { amount: formatAmount(revenue) })] : []),
    ...(unknownCount > 0 ? [t("budget.plusUnknown", { count: unknownCount })] : []),
  ];
  return (
    <a href={to} className="figure-link">
      {lines.map((line) => (
        <span key={line}>{line} </span>
      ))}
      <span className="visually-hidden">{t("budget.showMeasuresOf", { measures: t("budget.showMeasures", { count: measureCount }), what })}</span>
    </a>
  );
}
