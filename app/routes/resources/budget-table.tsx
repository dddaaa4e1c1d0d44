import type { Cents } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/resources.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount, formatMoney } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { selectionPath, type BudgetData } from "./budget-data.ts";

/** Years and kinds against their frames; the expense of each leads to the measures behind it. */
export function BudgetTable({ budget }: { budget: BudgetData }) {
  const { cells, totals, scope } = budget;
  const hasGrants = [...cells, ...totals].some((cell) => cell.earmarked > 0);
  return (
    <DataTable caption={t("budget.caption")} stacked>
      <thead>
        <tr>
          <th scope="col">{t("budget.year")}</th>
          <th scope="col">{t("budget.kind")}</th>
          {(["expenseGross", "revenue", ...(hasGrants ? (["earmarked"] as const) : []), "net", "frame"] as const).map((column) => (
            <th scope="col" className="numeric" key={column}>
              {t(`budget.${column}`)}
            </th>
          ))}
          <th scope="col">{t("budget.rest")}</th>
          <th scope="col" className="numeric">
            {t("budget.unknown")}
          </th>
          <th scope="col">{t("budget.measures")}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <Row key={`${cell.fiscalYear}-${cell.budgetKind}`} cell={cell} year={cell.fiscalYear} scope={scope} hasGrants={hasGrants} />
        ))}
      </tbody>
      <tfoot>
        {totals.map((total) => (
          <Row key={total.budgetKind} cell={{ ...total, ...restOf(total.frame) }} year={null} scope={scope} hasGrants={hasGrants} />
        ))}
      </tfoot>
    </DataTable>
  );
}

type Cell = Omit<BudgetData["cells"][number], "fiscalYear">;

/** A frame for the whole horizon exists only where every year has one; over-use is a matter of each year. */
const restOf = (frame: Cents | null) => ({ frame, free: null, overuse: null });

function Row({ cell, year, scope, hasGrants }: { cell: Cell; year: number | null; scope: BudgetData["scope"]; hasGrants: boolean }) {
  const kind = budgetKindLabels[cell.budgetKind];
  const isOver = (cell.overuse ?? 0) > 0;
  const yearText = year === null ? t("budget.total") : String(year);
  return (
    <tr className={isOver ? "budget__row--over" : undefined}>
      <th scope="row">{yearText}</th>
      <td data-label={t("budget.kind")}>{kind}</td>
      <td className="numeric" data-label={t("budget.expenseGross")}>
        {formatAmount(cell.expense)}
        {cell.followUpExpense > 0 && <span className="line-note">{t("budget.followUpLine", { amount: formatAmount(cell.followUpExpense) })}</span>}
      </td>
      <td className="numeric" data-label={t("budget.revenue")}>
        {formatAmount(cell.revenue)}
      </td>
      {hasGrants && (
        <td className="numeric" data-label={t("budget.earmarked")}>
          {formatAmount(cell.earmarked)}
        </td>
      )}
      <td className="numeric" data-label={t("budget.net")}>
        {formatAmount(cell.net)}
      </td>
      <td className="numeric" data-label={t("budget.frame")}>
        {cell.frame === null ? <span className="muted">{year === null ? "" : t("budget.noFrame")}</span> : formatAmount(cell.frame)}
      </td>
      <td data-label={t("budget.rest")}>
        {isOver ? (
          <Badge kind="danger" icon="warning">
            {t("budget.overuse", { amount: formatMoney(cell.overuse) })}
          </Badge>
        ) : (
          cell.free !== null && t("budget.free", { amount: formatMoney(cell.free) })
        )}
      </td>
      <td className="numeric" data-label={t("budget.unknown")}>
        {cell.unknownCount === 0 ? t("budget.unknownNone") : t("budget.unknownCount", { count: cell.unknownCount })}
      </td>
      <td className="budget__measures" data-label={t("budget.measures")}>
        {cell.measureCount > 0 && (
          <MeasuresLink to={selectionPath(scope, { fiscalYear: year, budgetKind: cell.budgetKind, codes: null })} count={cell.measureCount} what={`${yearText}, ${kind}`} />
        )}
      </td>
    </tr>
  );
}

function MeasuresLink({ to, count, what }: { to: string; count: number; what: string }) {
  const measures = t("budget.showMeasures", { count });
  return (
    <a href={to} data-keep-scroll aria-label={t("budget.showMeasuresOf", { measures, what })}>
      {measures}
    </a>
  );
}

/** One-off items before or after the years of the table; nothing where there are none. */
export function OutsideNote({ budget: { outside, scope } }: { budget: Pick<BudgetData, "outside" | "scope"> }) {
  if (outside.measureCount === 0) return null;
  return (
    <p className="table-note">
      {t("budget.outside", { expense: formatMoney(outside.expense), revenue: formatMoney(outside.revenue), unknown: outside.unknownCount })}{" "}
      <MeasuresLink to={selectionPath(scope, "outside")} count={outside.measureCount} what={t("budget.detailOutside")} />
    </p>
  );
}
