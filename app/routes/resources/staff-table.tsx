import { numberInYear, yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import { scopeWord } from "#app/forms/resources.ts";
import { t } from "#app/i18n/de/resources.ts";
import { formatInteger, formatQuarter } from "#app/i18n/format.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { StaffCellData, StaffData } from "./staff-data.ts";

/** Teams × quarters. Every cell says demand and capacity in figures; shade and sign only repeat it. */
export function StaffTable({ staff }: { staff: StaffData }) {
  const { quarters, rows, selected, scope } = staff;
  const years = [...new Set(quarters.map(yearOfQuarter))];
  return (
    <div>
      <DataTable caption={t("staff.caption")}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="heat__name">
              {t("staff.team")}
            </th>
            {years.map((year) => (
              <th scope="colgroup" colSpan={quarters.filter((quarter) => yearOfQuarter(quarter) === year).length} key={year} className="heat__year">
                {year}
              </th>
            ))}
          </tr>
          <tr>
            {quarters.map((quarter) => (
              <th scope="col" key={quarter} className={classNames("heat__quarter", numberInYear(quarter) === 1 && "heat__year-start")}>
                <abbr title={formatQuarter(quarter)}>Q{numberInYear(quarter)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="heat__name">
                {row.name}
                <span className="heat__note">{row.kind === "unit" ? t("staff.unit") : row.isArchived ? t("staff.archivedTeam") : row.unitName}</span>
              </th>
              {row.cells.map((cell) => (
                <td
                  key={cell.quarter}
                  className={classNames("heat__cell", `heat__cell--${levelOf(cell)}`, numberInYear(cell.quarter) === 1 && "heat__year-start")}
                  aria-current={selected?.name === row.name && selected.quarter === cell.quarter ? "true" : undefined}
                >
                  <CellLink cell={cell} rowKey={row.key} name={row.name} scope={scopeWord(scope)} hasCapacity={row.kind === "team"} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="table-note">{t("staff.legend")}</p>
    </div>
  );
}

function CellLink({ cell, rowKey, name, scope, hasCapacity }: { cell: StaffCellData; rowKey: string; name: string; scope: string; hasCapacity: boolean }) {
  const { quarter, internal, external, capacity, overuse, unknownCount, measureCount } = cell;
  const figures = (
    <>
      <span className="heat__figures">
        {(overuse ?? 0) > 0 && <Icon name="warning" />}
        {formatInteger(internal)}
      </span>
      {hasCapacity && <span className="heat__extra">{t("staff.ofCapacity", { capacity: formatInteger(capacity) })}</span>}
      {(overuse ?? 0) > 0 && <span className="heat__extra heat__extra--over">{t("staff.overuse", { overuse: formatInteger(overuse) })}</span>}
      {external > 0 && <span className="heat__extra">{t("staff.external", { external: formatInteger(external) })}</span>}
      {unknownCount > 0 && <span className="heat__extra">{t("staff.unknown", { count: unknownCount })}</span>}
    </>
  );
  if (measureCount === 0) return <span className="heat__empty">{hasCapacity ? figures : "–"}</span>;
  return (
    <a href={`?umfang=${scope}&team=${rowKey}&quartal=${quarter}#dahinter`}>
      {figures}
      <span className="visually-hidden">{describeCell(name, cell)}</span>
    </a>
  );
}

const describeCell = (name: string, { quarter, internal, external, capacity, overuse, unknownCount }: StaffCellData): string =>
  t("staff.cellLabel", { name, quarter: formatQuarter(quarter), internal: formatInteger(internal), capacity: formatInteger(capacity) }) +
  t("staff.cellRest", { overuse: overuse ?? 0, external, unknown: unknownCount });

function levelOf({ capacity, internal, overuse }: StaffCellData): "none" | "unknown" | "low" | "full" | "over" {
  if (internal === 0) return "none";
  if (capacity === null || overuse === null) return "unknown";
  if (overuse > 0) return "over";
  return internal * 5 > capacity * 4 ? "full" : "low";
}
