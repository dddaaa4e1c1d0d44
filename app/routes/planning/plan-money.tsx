import { t } from "#app/i18n/de/plan-run.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount, formatMoney } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PlanData } from "./plan-run-data.ts";

/** What the plan costs per year and kind: gross, what grants pay, net, and what is left of the frame. */
export function PlanMoney({ rows }: { rows: PlanData["money"] }) {
  return (
    <>
      <DataTable caption={t("money.caption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("money.year")}</th>
            <th scope="col">{t("money.kind")}</th>
            {(["expense", "grants", "revenue", "net", "frame"] as const).map((column) => (
              <th scope="col" className="numeric" key={column}>
                {t(`money.${column}`)}
              </th>
            ))}
            <th scope="col">{t("money.rest")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.fiscalYear} ${row.budgetKind}`}>
              <th scope="row">{row.fiscalYear}</th>
              <td data-label={t("money.kind")}>{budgetKindLabels[row.budgetKind]}</td>
              <td className="numeric" data-label={t("money.expense")}>
                {formatAmount(row.expense)}
              </td>
              <td className="numeric" data-label={t("money.grants")}>
                {formatAmount(row.earmarked)}
              </td>
              <td className="numeric" data-label={t("money.revenue")}>
                {formatAmount(row.revenue)}
              </td>
              <td className="numeric" data-label={t("money.net")}>
                {formatAmount(row.net)}
              </td>
              <td className="numeric" data-label={t("money.frame")}>
                {row.frame === null ? <span className="muted">{t("money.noFrame")}</span> : formatAmount(row.frame)}
              </td>
              <td data-label={t("money.rest")}>
                <Rest row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="table-note">{t("money.note")}</p>
    </>
  );
}

function Rest({ row: { free, overuse, unknownExpenseCount } }: { row: PlanData["money"][number] }) {
  return (
    <>
      {overuse !== null && overuse > 0 ? (
        <Badge kind="danger" icon="warning">
          {t("money.over", { amount: formatMoney(overuse) })}
        </Badge>
      ) : (
        free !== null && t("money.free", { amount: formatMoney(free) })
      )}
      {unknownExpenseCount > 0 && <span className="heat__note">{t("money.unknown", { count: unknownExpenseCount })}</span>}
    </>
  );
}
