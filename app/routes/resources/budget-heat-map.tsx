import type { HeatCell, HeatRow } from "#app/domain/resources/budget-heat.ts";
import { yearRole } from "#app/domain/resources/budget-periods.ts";
import { subtractCents } from "#app/domain/money/cents.ts";
import { codeText } from "#app/i18n/de/budget-lines.ts";
import { t } from "#app/i18n/de/budget-heat.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatWholeEuros } from "#app/i18n/format.ts";
import { classNames } from "#app/ui/class-names.ts";
import { DataTable } from "#app/ui/table.tsx";
import { selectionPath, type BudgetData } from "./budget-data.ts";
import { roleText } from "./budget-period.ts";

/** Frames and limiting lines by year. Every cell says figure, limit and level in words; shade and pattern only repeat it. */
export function BudgetHeatMap({ budget }: { budget: BudgetData }) {
  const { years, heat, period, scope, selected } = budget;
  const lineRows = heat.filter((row) => row.kind === "line");
  const selectedCell = selected === null || selected.of === "outside" || selected.of.codes !== null ? null : selected.of;
  return (
    <div className="budget-heat">
      <DataTable caption={t("caption")}>
        <thead>
          <tr>
            <th scope="col" className="heat__name">
              {t("row")}
            </th>
            {years.map((year) => (
              <th scope="col" className="budget-heat__year" key={year}>
                {year}
                <span className="line-note">{roleText(yearRole(period, year))}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat
            .filter((row) => row.kind === "frame")
            .map((row) => (
              <Row key={row.budgetKind} row={row} years={years} scope={scope} isSelected={(year) => selectedCell?.budgetKind === row.budgetKind && selectedCell.fiscalYear === year} />
            ))}
        </tbody>
        {lineRows.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={years.length + 1} className="budget-heat__group">
                {t("lines")}
              </th>
            </tr>
            {lineRows.map((row) => (
              <Row key={`${codeText(row)} ${row.budgetKind}`} row={row} years={years} scope={scope} isSelected={() => false} />
            ))}
          </tbody>
        )}
      </DataTable>
      <p className="table-note">{t("legend")}</p>
    </div>
  );
}

type RowProps = { row: HeatRow; years: readonly number[]; scope: BudgetData["scope"]; isSelected: (year: number) => boolean };

function Row({ row, years, scope, isSelected }: RowProps) {
  const name = row.kind === "frame" ? t("frame", { kind: budgetKindLabels[row.budgetKind] }) : codeText(row);
  return (
    <tr>
      <th scope="row" className="heat__name">
        {name}
        {row.kind === "line" && row.label !== "" && <span className="heat__note">{row.label}</span>}
      </th>
      {years.map((year, index) => {
        const cell = row.cells[index] ?? null;
        if (cell === null) {
          return (
            <td key={year} className="heat__cell">
              <span className="heat__empty">
                <span aria-hidden="true">{t("noLine")}</span>
                <span className="visually-hidden">{t("noLineLabel")}</span>
              </span>
            </td>
          );
        }
        const to = cell.lineId === null ? selectionPath(scope, { fiscalYear: year, budgetKind: row.budgetKind, codes: null }) : `/ressourcen/haushalt/stellen/${cell.lineId}`;
        return (
          <td key={year} className={classNames("heat__cell", "budget-heat__cell", `budget-heat__cell--${cell.level}`)} aria-current={isSelected(year) ? "true" : undefined}>
            {cell.measureCount === 0 && cell.lineId === null ? (
              <span className="heat__empty">
                <Figures cell={cell} isFrame />
              </span>
            ) : (
              <a href={to} data-keep-scroll={cell.lineId === null || undefined}>
                <span className="visually-hidden">{`${name}, ${year}: `}</span>
                <Figures cell={cell} isFrame={row.kind === "frame"} />
                <span className="visually-hidden">{`, ${t("measures", { count: cell.measureCount })}`}</span>
              </a>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Figures({ cell, isFrame }: { cell: HeatCell; isFrame: boolean }) {
  const { burden, limit, level, unknownCount } = cell;
  return (
    <>
      <span className="heat__figures">{formatWholeEuros(burden)} </span>
      <span className="heat__extra">{limit === null ? t(isFrame ? "noFrame" : "noAmount") : t("of", { limit: formatWholeEuros(limit) })} </span>
      <span className="heat__extra budget-heat__level">{level === "over" && limit !== null ? t("over", { amount: formatWholeEuros(subtractCents(burden, limit)) }) : t(`level.${level}`)}</span>
      {unknownCount > 0 && <span className="heat__extra"> {t("unknown", { count: unknownCount })}</span>}
    </>
  );
}
