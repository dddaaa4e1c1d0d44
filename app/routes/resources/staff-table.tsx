import { numberInYear, yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import { t } from "#app/i18n/de/resources.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import { classNames } from "#app/ui/class-names.ts";
import { DataTable } from "#app/ui/table.tsx";
import { heatLevels, levelOf, StaffCellContent } from "./staff-cell.tsx";
import type { StaffData } from "./staff-data.ts";

function describeRow({ kind, isArchived, unitName, teamCount }: StaffData["rows"][number]): string | null {
  if (kind === "unit") return t("staff.unit");
  if (kind === "unitWithTeams") return t("staff.teamCount", { count: teamCount });
  return isArchived ? t("staff.archivedTeam") : unitName;
}

/** Teams or units × quarters. Every cell says demand and capacity in figures; shade, pattern and sign only repeat it. */
export function StaffTable({ staff }: { staff: StaffData }) {
  const { quarters, rows, selected, view } = staff;
  const years = [...new Set(quarters.map(yearOfQuarter))];
  return (
    <div className="heat-map">
      <DataTable caption={t("staff.caption", { side: view.side, unit: view.unit, by: view.by })}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="heat__name">
              {t(view.by === "unit" ? "staff.unitWithTeams" : "staff.team")}
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
                <span className="heat__note">{describeRow(row)}</span>
              </th>
              {row.cells.map((cell) => {
                const level = levelOf(cell, view);
                return (
                  <td
                    key={cell.quarter}
                    className={classNames("heat__cell", level !== null && `heat__cell--${level}`, numberInYear(cell.quarter) === 1 && "heat__year-start")}
                    aria-current={selected?.name === row.name && selected.quarter === cell.quarter ? "true" : undefined}
                  >
                    <StaffCellContent cell={cell} row={row} view={view} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {view.side === "internal" && (
        <ul className="heat-legend" aria-label={t("staff.legendTitle")}>
          {heatLevels.map((level) => (
            <li key={level}>
              <span className={`heat-legend__swatch heat__cell--${level}`} aria-hidden="true" />
              {t(`staff.level.${level}`)}
            </li>
          ))}
        </ul>
      )}
      <p className="table-note">
        {t("staff.legend")}
        {view.by === "unit" && ` ${t("staff.legendUnits")}`}
        {view.unit === "posts" && ` ${t("staff.legendPosts")}`}
      </p>
    </div>
  );
}
