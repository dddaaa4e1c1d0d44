import { t } from "#app/i18n/de/resources.ts";
import { formatHundredths, formatInteger, formatPercent, formatQuarter, UNKNOWN } from "#app/i18n/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { staffAddress, type StaffCellData, type StaffView } from "./staff-data.ts";

export const heatLevels = ["low", "full", "over", "unknown"] as const;
type HeatLevel = (typeof heatLevels)[number];

/** How full a cell is; null where nobody is asked for anything. */
export function levelOf({ capacity, internal, overuse }: StaffCellData, { side }: StaffView): HeatLevel | null {
  if (side === "external" || internal === 0) return null;
  if (capacity === null || overuse === null) return "unknown";
  if (overuse > 0) return "over";
  return internal * 5 > capacity * 4 ? "full" : "low";
}

/** The figures of one cell; with demand they lead to the measures behind it. */
export function StaffCellContent({ cell, row, view }: { cell: StaffCellData; row: { readonly key: string; readonly name: string; readonly teamCount: number }; view: StaffView }) {
  const figures = view.side === "external" ? <ExternalFigures cell={cell} view={view} /> : <InternalFigures cell={cell} view={view} hasCapacity={row.teamCount > 0} />;
  const isBare = view.side === "external" ? cell.external === 0 && cell.unknownCount === 0 : cell.measureCount === 0;
  if (isBare) return <span className="heat__empty">{row.teamCount > 0 && view.side === "internal" ? figures : "–"}</span>;
  return (
    <a href={`${staffAddress(view)}&team=${row.key}&quartal=${cell.quarter}#dahinter`}>
      {figures}
      <span className="visually-hidden">{describeCell(row.name, cell, view)}</span>
    </a>
  );
}

/** A figure of the cell in the unit shown. */
const figure = (cell: StaffCellData, name: "internal" | "external" | "capacity" | "overuse", { unit }: StaffView): string => {
  if (unit === "days") return formatInteger(cell[name]);
  const posts = cell.inPosts[name];
  return posts === null ? UNKNOWN : formatHundredths(posts);
};

function InternalFigures({ cell, view, hasCapacity }: { cell: StaffCellData; view: StaffView; hasCapacity: boolean }) {
  const { internal, capacity, overuse, external, unknownCount } = cell;
  const isOver = (overuse ?? 0) > 0;
  return (
    <>
      <span className="heat__figures">
        {isOver && <Icon name="warning" />}
        {figure(cell, "internal", view)}
      </span>
      {hasCapacity && <span className="heat__extra">{t("staff.ofCapacity", { capacity: figure(cell, "capacity", view) })}</span>}
      {isOver && <span className="heat__extra heat__extra--over">{t("staff.overuse", { overuse: figure(cell, "overuse", view) })}</span>}
      {!isOver && internal > 0 && capacity !== null && capacity > 0 && <span className="heat__extra">{formatPercent(Math.round((internal * 100) / capacity))}</span>}
      {external > 0 && <span className="heat__extra">{t("staff.external", { external: figure(cell, "external", view) })}</span>}
      {unknownCount > 0 && <span className="heat__extra">{t("staff.unknown", { count: unknownCount })}</span>}
    </>
  );
}

const ExternalFigures = ({ cell, view }: { cell: StaffCellData; view: StaffView }) => (
  <>
    <span className="heat__figures">{figure(cell, "external", view)}</span>
    {cell.unknownCount > 0 && <span className="heat__extra">{t("staff.unknown", { count: cell.unknownCount })}</span>}
  </>
);

function describeCell(name: string, cell: StaffCellData, view: StaffView): string {
  const { unit } = view;
  const quarter = formatQuarter(cell.quarter);
  const external = cell.external > 0 ? figure(cell, "external", view) : "none";
  const figures =
    view.side === "external"
      ? t("staff.externalLabel", { name, quarter, unit, external: figure(cell, "external", view) })
      : t("staff.cellLabel", { name, quarter, unit, external, internal: figure(cell, "internal", view), capacity: figure(cell, "capacity", view), overuse: (cell.overuse ?? 0) > 0 ? figure(cell, "overuse", view) : "none" });
  return figures + t("staff.cellRest", { unknown: cell.unknownCount });
}
