import { numberInYear, type Quarter } from "#app/domain/calendar/quarter.ts";
import { t } from "#app/i18n/de/plan-run.ts";
import { formatInteger } from "#app/i18n/format.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { QuarterHead } from "#app/ui/quarter-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PlanData } from "./plan-run-data.ts";

type Cell = PlanData["staff"][number]["cells"][number];

/** Own staff the plan asks of each team, quarter by quarter, against its capacity. */
export function PlanStaff({ quarters, rows }: { quarters: readonly Quarter[]; rows: PlanData["staff"] }) {
  if (rows.length === 0) return <p>{t("staff.none")}</p>;
  return (
    <>
      <DataTable caption={t("staff.caption")} captionHidden>
        <QuarterHead quarters={quarters} rowsOf={t("staff.team")} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.teamId}>
              <th scope="row" className="heat__name">
                {row.name}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.quarter} className={classNames("heat__cell", `heat__cell--${levelOf(cell)}`, numberInYear(cell.quarter) === 1 && "heat__year-start")}>
                  <span className="heat__empty">
                    <span className="heat__figures">
                      {levelOf(cell) === "over" && <Icon name="warning" />}
                      {formatInteger(cell.personDays)}
                    </span>
                    <span className="heat__extra">{t("staff.of", { capacity: formatInteger(cell.capacity) })}</span>
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="table-note">{t("staff.legend")}</p>
    </>
  );
}

function levelOf({ personDays, capacity }: Cell): "none" | "unknown" | "low" | "full" | "over" {
  if (personDays === 0) return "none";
  if (capacity === null) return "unknown";
  if (personDays > capacity) return "over";
  return personDays * 5 > capacity * 4 ? "full" : "low";
}
