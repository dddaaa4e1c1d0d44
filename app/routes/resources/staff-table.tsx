import { numberInYear } from "#app/domain/calendar/quarter.ts";
import { t } from "#app/i18n/de/resources.ts";
import { classNames } from "#app/ui/class-names.ts";
import { QuarterHead } from "#app/ui/quarter-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { heatLevels, levelOf, StaffCellContent } from "./staff-cell.tsx";
import type { StaffData } from "./staff-data.ts";
import { newTeamPath } from "./unit-capacities.tsx";

function describeRow({ kind, isArchived, unitName, teamCount }: StaffData["rows"][number]): string | null {
  if (kind === "unit") return t("staff.unit");
  if (kind === "unitWithTeams") return t("staff.teamCount", { count: teamCount });
  return isArchived ? t("staff.archivedTeam") : unitName;
}

/** Teams or units × quarters. Every cell says demand and capacity in figures; shade, pattern and sign only repeat it. */
export function StaffTable({ staff }: { staff: StaffData }) {
  const { quarters, rows, selected, view, canEdit } = staff;
  return (
    <div className="heat-map">
      <DataTable caption={t("staff.caption", { side: view.side, unit: view.unit, by: view.by })}>
        <QuarterHead quarters={quarters} rowsOf={t(view.by === "unit" ? "staff.unitWithTeams" : "staff.team")} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="heat__name">
                {row.name}
                <span className="heat__note">{describeRow(row)}</span>
                {canEdit && row.unitWithoutTeam !== null && (
                  <span className="heat__note">
                    <a href={newTeamPath(row.unitWithoutTeam)} aria-label={t("teams.giveCapacityOf", { name: row.name })}>
                      {t("teams.giveCapacity")}
                    </a>
                  </span>
                )}
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
