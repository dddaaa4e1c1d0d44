import { noFilter } from "#app/domain/measures/list-filter.ts";
import { listAddress } from "#app/forms/measure-list.ts";
import { t } from "#app/i18n/de/overview.ts";
import { budgetKindLabels, statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatInteger, formatMoney, formatPartialSum } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { OverviewData } from "./overview.tsx";

type Figures = NonNullable<OverviewData["figures"]>;

/** How many measures stand where; each number leads to them. */
export function StatusFigures({ figures, ownUnitId }: { figures: Figures } & Pick<OverviewData, "ownUnitId">) {
  return (
    <Section title={t("byStatus")} id="status">
      <p className="muted">{t("measureTotal", { count: figures.measureCount, open: figures.openCount })}</p>
      <ul className="count-list">
        {figures.byStatus
          .filter(({ count }) => count > 0)
          .map(({ status, count }) => (
            <li key={status}>
              <a href={listAddress({ filter: { ...noFilter, leadUnitId: ownUnitId, status } })}>{statusLabels[status]}</a>
              <span className="numeric">{formatInteger(count)}</span>
            </li>
          ))}
      </ul>
    </Section>
  );
}

export function BudgetFigures({ budget }: Pick<Figures, "budget">) {
  const year = String(budget[0]?.fiscalYear ?? "");
  return (
    <Section title={t("budget", { year })} id="haushalt">
      <DataTable caption={t("budgetCaption", { year })} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            <th scope="col" className="numeric">
              {t("planned")}
            </th>
            <th scope="col" className="numeric">
              {t("frame")}
            </th>
            <th scope="col">{t("standing")}</th>
          </tr>
        </thead>
        <tbody>
          {budget.map((cell) => (
            <tr key={cell.budgetKind}>
              <th scope="row">
                <a href="/ressourcen/haushalt">{budgetKindLabels[cell.budgetKind]}</a>
              </th>
              <td className="numeric" data-label={t("planned")}>
                {formatPartialSum({ known: cell.expense, unknownCount: cell.unknownCount })}
                {cell.earmarked > 0 && <span className="line-note">{t("earmarked", { amount: formatMoney(cell.earmarked) })}</span>}
              </td>
              <td className="numeric" data-label={t("frame")}>
                {formatMoney(cell.frame)}
              </td>
              <td data-label={t("standing")}>
                <Standing cell={cell} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

function Standing({ cell: { frame, free, overuse } }: { cell: Figures["budget"][number] }) {
  if (frame === null) return <Badge>{t("noFrame")}</Badge>;
  if (overuse !== null && overuse > 0) {
    return (
      <Badge kind="danger" icon="danger">
        {t("over", { amount: formatMoney(overuse) })}
      </Badge>
    );
  }
  return (
    <Badge kind="success" icon="check">
      {t("free", { amount: formatMoney(free) })}
    </Badge>
  );
}
