import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { MeasureColumn, MeasureListView, MeasureSort } from "#app/domain/measures/list-filter.ts";
import { listAddress } from "#app/forms/measure-list.ts";
import { columnLabels, factLabels, t } from "#app/i18n/de/measures.ts";
import { planningHorizonLabels, statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDateTime, formatInteger, formatPercent, formatQuarterShort, formatWholeEuros, UNKNOWN } from "#app/i18n/format.ts";
import type { MeasureList } from "#app/services/measures/list-measures.server.ts";
import { DataTable, SortHeading } from "#app/ui/table.tsx";
import { LightBadge } from "./light-badge.tsx";

type Row = MeasureList["rows"][number];

const sortOf: Readonly<Partial<Record<MeasureColumn, MeasureSort>>> = {
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
export function MeasureTable({ rows, view, selectable }: { rows: readonly Row[]; view: MeasureListView; selectable: boolean }) {
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
                <input type="checkbox" name="auswahl" value={`${row.id}.${row.rowVersion}`} aria-label={t("list.select", { title: row.title })} />
              </td>
            )}
            <th scope="row" className="title-cell">
              <Link to={`/massnahmen/${row.id}`}>{row.title}</Link>
            </th>
            {columns.map((column) => (
              <td key={column} data-label={columnLabels[column]} className={numeric.has(column) ? "numeric" : undefined}>
                {cell[column](row)}
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

type Sum = Row["oneOff"];
const withUnknown = ({ known, unknownCount, count }: Pick<Sum, "unknownCount" | "count"> & { known: string }): ReactNode => {
  if (count === 0) return UNKNOWN;
  if (unknownCount === count) return UNKNOWN;
  if (unknownCount === 0) return known;
  return (
    <>
      {known}
      <span className="cell-note">{t("list.plusUnknown", { count: unknownCount })}</span>
    </>
  );
};
const money = (sum: Sum) => withUnknown({ ...sum, known: formatWholeEuros(sum.known) });

const cell: Readonly<Record<MeasureColumn, (row: Row) => ReactNode>> = {
  actionField: (row) => row.actionField ?? UNKNOWN,
  leadUnit: (row) => row.leadUnit ?? UNKNOWN,
  responsiblePerson: (row) => row.responsiblePerson || UNKNOWN,
  status: (row) => statusLabels[row.status],
  period: (row) => <span className={row.startQuarter === null && row.endQuarter === null ? undefined : "period"}>{periodText(row)}</span>,
  planningHorizon: (row) => (row.planningHorizon === null ? UNKNOWN : planningHorizonLabels[row.planningHorizon]),
  trafficLight: (row) => <LightBadge light={row.trafficLight} />,
  progress: (row) => formatPercent(row.progressPercent),
  oneOffCost: (row) => money(row.oneOff),
  runningCost: (row) => money(row.running),
  personDays: (row) => withUnknown({ ...row.personDays, known: formatInteger(row.personDays.known) }),
  missing: (row) => <MissingFacts row={row} />,
  updatedAt: (row) => formatDateTime(row.updatedAt),
  confirmedAt: (row) => (row.confirmedAt === null ? t("list.never") : formatDateTime(row.confirmedAt)),
};

function MissingFacts({ row }: { row: Row }) {
  if (row.missing.length === 0) return <span className="muted">{t("list.complete")}</span>;
  const facts = t("list.missingHint", { facts: row.missing.map((code) => factLabels[code]).join(", ") });
  return (
    <span title={facts}>
      {t("list.missingCount", { count: row.missing.length })}
      <span className="visually-hidden">. {facts}</span>
    </span>
  );
}

export function periodText(row: Pick<Row, "startQuarter" | "endQuarter" | "permanentTask" | "timeframeText">): string {
  const { startQuarter, endQuarter } = row;
  if (startQuarter !== null && endQuarter !== null) return `${formatQuarterShort(startQuarter)} – ${formatQuarterShort(endQuarter)}`;
  if (startQuarter !== null) return t("list.from", { start: formatQuarterShort(startQuarter) });
  if (endQuarter !== null) return t("list.until", { end: formatQuarterShort(endQuarter) });
  if (row.timeframeText !== "") return row.timeframeText;
  return row.permanentTask ? t("list.permanent") : UNKNOWN;
}
