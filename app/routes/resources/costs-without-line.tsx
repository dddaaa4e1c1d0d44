import { codeLabels, codeText, t } from "#app/i18n/de/budget-lines.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { UnmappedData } from "./line-data.ts";

type Cost = UnmappedData["costs"][number];

/** What is planned at codes that have no line in that year, with the measures it belongs to. */
export function CostsWithoutLine({ shown }: { shown: UnmappedData }) {
  const { costs, years, canEdit, budgetSystem } = shown;
  const labels = codeLabels(budgetSystem);
  return (
    <DataTable caption={t("lonely.costsCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{labels.product}</th>
          <th scope="col">{labels.account}</th>
          <th scope="col">{t("measures")}</th>
          {years.map((year) => (
            <th scope="col" className="numeric" key={year}>
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {costs.map((cost) => (
          <tr key={JSON.stringify([cost.budgetProduct, cost.budgetAccount, cost.budgetKind, cost.direction])}>
            <td data-label={labels.product}>{hasCode(cost) ? cost.budgetProduct || t("lonely.withoutCodeShort") : t("lonely.withoutCodeShort")}</td>
            <th scope="row">
              {hasCode(cost) ? cost.budgetAccount || t("lonely.withoutCodeShort") : t("lonely.withoutCodeShort")}
              <span className="line-note">{t("kindAndDirection", { kind: budgetKindLabels[cost.budgetKind], direction: cashDirectionLabels[cost.direction] })}</span>
            </th>
            <td data-label={t("measures")}>
              <ul className="plain-list">
                {cost.measures.map(({ measureId, title }) => (
                  <li key={measureId}>
                    <a href={`/massnahmen/${measureId}`}>{title}</a>
                  </li>
                ))}
              </ul>
              {!hasCode(cost) && <span className="line-note">{t("lonely.assign")}</span>}
            </td>
            {years.map((year) => (
              <td className="numeric" data-label={String(year)} key={year}>
                <YearAmount cost={cost} year={year} canEdit={canEdit} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const hasCode = ({ budgetProduct, budgetAccount }: Cost): boolean => budgetProduct !== "" || budgetAccount !== "";

function YearAmount({ cost, year, canEdit }: { cost: Cost; year: number; canEdit: boolean }) {
  const amount = cost.amounts.find((each) => each.fiscalYear === year);
  if (amount === undefined) return t("nothing");
  const { budgetProduct, budgetAccount, budgetKind, direction } = cost;
  const params = new URLSearchParams({ jahr: String(year), produkt: budgetProduct, konto: budgetAccount, art: budgetKind, richtung: direction, cent: String(amount.amountCents) });
  return (
    <>
      {formatAmount(amount.amountCents)}
      {amount.unknownCount > 0 && <span className="line-note">{t("unknownPlanned", { count: amount.unknownCount })}</span>}
      {canEdit && hasCode(cost) && (
        <a className="line-create" href={`/ressourcen/haushalt/stellen/neu?${params}`} aria-label={t("lonely.createFor", { code: codeText(cost), year: String(year) })}>
          {t("lonely.create")}
        </a>
      )}
    </>
  );
}
