import { codeLabels, codeText, t } from "#app/i18n/de/budget-lines.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { UnmappedData } from "./line-data.ts";

type Cost = UnmappedData["costs"][number];

/** What is planned at codes that have no line in that year, with the measures it belongs to. */
export function CostsWithoutLine({ shown }: { shown: UnmappedData }) {
  const { costs, canEdit, budgetSystem } = shown;
  const labels = codeLabels(budgetSystem);
  return (
    <DataTable caption={t("lonely.costsCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("year")}</th>
          <th scope="col">{labels.product}</th>
          <th scope="col">{labels.account}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col" className="numeric">
            {t("planned")}
          </th>
          <th scope="col">{t("measures")}</th>
          {canEdit && <th scope="col">{t("lonely.action")}</th>}
        </tr>
      </thead>
      <tbody>
        {costs.map((cost) => (
          <tr key={JSON.stringify([cost.fiscalYear, cost.budgetProduct, cost.budgetAccount, cost.budgetKind, cost.direction])}>
            <th scope="row">{cost.fiscalYear}</th>
            {hasCode(cost) ? (
              <>
                <td data-label={labels.product}>{cost.budgetProduct || t("lonely.withoutCodeShort")}</td>
                <td data-label={labels.account}>{cost.budgetAccount || t("lonely.withoutCodeShort")}</td>
              </>
            ) : (
              <td colSpan={2} data-label={labels.account}>
                {t("lonely.withoutCode")}
              </td>
            )}
            <td data-label={t("kind")}>{t("kindAndDirection", { kind: budgetKindLabels[cost.budgetKind], direction: cashDirectionLabels[cost.direction] })}</td>
            <td className="numeric" data-label={t("planned")}>
              {formatAmount(cost.amount[cost.direction])}
              {cost.amount.unknownCount > 0 && <span className="line-note">{t("unknownPlanned", { count: cost.amount.unknownCount })}</span>}
            </td>
            <td data-label={t("measures")}>
              <ul className="plain-list">
                {cost.amount.measures.map(({ measureId, title }) => (
                  <li key={measureId}>
                    <a href={`/massnahmen/${measureId}`}>{title}</a>
                  </li>
                ))}
              </ul>
            </td>
            {canEdit && <td data-label={t("lonely.action")}>{hasCode(cost) ? <CreateLink cost={cost} /> : <span className="muted">{t("lonely.assign")}</span>}</td>}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const hasCode = ({ budgetProduct, budgetAccount }: Cost): boolean => budgetProduct !== "" || budgetAccount !== "";

function CreateLink({ cost }: { cost: Cost }) {
  const { fiscalYear, budgetProduct, budgetAccount, budgetKind, direction, amount } = cost;
  const params = new URLSearchParams({ jahr: String(fiscalYear), produkt: budgetProduct, konto: budgetAccount, art: budgetKind, richtung: direction, cent: String(amount[direction]) });
  return (
    <a href={`/ressourcen/haushalt/stellen/neu?${params}`} aria-label={t("lonely.createFor", { code: codeText(cost), year: String(fiscalYear) })}>
      {t("lonely.create")}
    </a>
  );
}
