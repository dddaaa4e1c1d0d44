import type { ReactNode } from "react";
import type { MeasureColumn, MeasureListView, MeasureSort } from "#app/domain/measures/list-filter.ts";
import { listAddress } from "#app/forms/measure-list.ts";
import { columnLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { DataTable, SortHeading } from "#app/ui/table.tsx";
import { LightBadge } from "./light-badge.tsx";
import type { Cell, ListRow } from "./measure-cells.ts";

const sortOf: Readonly<Partial<Record<MeasureColumn, MeasureSort>>> = {
  priority: "priority",
  actionField: "actionField",
  leadUnit: "leadUnit",
  status: "status",
  period: "start",
  trafficLight: "trafficLight",
  progress: "progress",
  oneOffCost: "oneOffCost",
  updatedAt: "updatedAt",
};
const numeric: ReadonlySet<MeasureColumn> = new Set(["progress", "oneOffCost", "runningCost", "personDays"]);

/** A dense table; below 640 px every row is a card. */
export function MeasureTable({ rows, view, selectable }: { rows: readonly ListRow[]; view: MeasureListView; selectable: boolean }) {
  const { columns } = view;
  return (
    <DataTable caption={t("list.caption")} captionHidden stacked>
      <thead>
        <tr>
          {selectable && (
            <th scope="col" className="select-cell">
              <span className="visually-hidden">{t("list.selectColumn")}</span>
            </th>
          )}
          <Heading label={t("list.titleColumn")} sort="title" view={view} />
          {columns.map((column) => (
            <Heading key={column} label={columnLabels[column]} sort={sortOf[column]} view={view} isNumeric={numeric.has(column)} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {selectable && (
              <td className="select-cell">
                <input type="checkbox" name="auswahl" value={`${row.id}.${row.version}`} aria-labelledby={`m${row.id}`} />
              </td>
            )}
            <th scope="row" className="title-cell">
              <a id={`m${row.id}`} href={`/massnahmen/${row.id}`}>
                {row.title}
              </a>
            </th>
            {columns.map((column, index) => (
              <td key={column} data-label={columnLabels[column]} className={numeric.has(column) ? "numeric" : undefined}>
                {cellContent(row.cells[index] ?? "")}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Heading({ label, sort, view, isNumeric = false }: { label: string; sort: MeasureSort | undefined; view: MeasureListView; isNumeric?: boolean }) {
  if (sort === undefined) {
    return (
      <th scope="col" className={isNumeric ? "numeric" : undefined}>
        {label}
      </th>
    );
  }
  const current = view.sort === sort;
  const to = listAddress({ ...view, sort, descending: current && !view.descending, page: 1 });
  return <SortHeading label={label} to={to} direction={current ? (view.descending ? "descending" : "ascending") : null} numeric={isNumeric} />;
}

function cellContent(cell: Cell): ReactNode {
  if (typeof cell === "string") return cell;
  if ("light" in cell) return <LightBadge light={cell.light} />;
  if (cell.hint !== undefined) return <span title={cell.hint}>{cell.text}</span>;
  return (
    <>
      {cell.text}
      <span className="cell-note">{cell.note}</span>
    </>
  );
}
