import type { MeasureColumn } from "#app/domain/measures/list-filter.ts";
import type { TrafficLight } from "#app/domain/measures/vocabulary.ts";
import type { AdoptedPlace } from "#app/domain/prioritisation/adopted-place.ts";
import { factLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { planningHorizonLabels, statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDateTime, formatInteger, formatPercent, formatQuarterShort, formatWholeEuros, UNKNOWN } from "#app/i18n/format.ts";
import { handNote } from "#app/i18n/priority.ts";
import type { MeasureList } from "#app/services/measures/list-measures.server.ts";

/**
 * A list row as text, one per chosen column: the page carries only what it shows, and formats it once.
 * A note stands under the text; a hint explains it.
 */
export type Cell = string | { readonly light: TrafficLight } | { readonly text: string; readonly note?: string; readonly hint?: string };
export type ListRow = { readonly id: number; readonly version: number; readonly title: string; readonly cells: readonly Cell[] };

type Row = MeasureList["rows"][number];
type Sum = Row["oneOff"];

export const listRow = (row: Row, columns: readonly MeasureColumn[]): ListRow => ({
  id: row.id,
  version: row.rowVersion,
  title: row.title,
  cells: columns.map((column) => cellOf[column](row)),
});

function withUnknown({ unknownCount, count }: Sum | Row["personDays"], text: string): Cell {
  if (count === 0 || unknownCount === count) return UNKNOWN;
  return unknownCount === 0 ? text : { text, note: t("list.plusUnknown", { count: unknownCount }) };
}
/** A place given by hand says why. */
function placeCell(place: AdoptedPlace): Cell {
  const note = handNote(place);
  return note === null ? formatInteger(place.position) : { text: formatInteger(place.position), note };
}
const money = (sum: Sum): Cell => withUnknown(sum, formatWholeEuros(sum.known));

const cellOf: Readonly<Record<MeasureColumn, (row: Row) => Cell>> = {
  priority: ({ priority }) => (priority === null ? t("list.noPlace") : placeCell(priority)),
  actionField: (row) => row.actionField ?? UNKNOWN,
  leadUnit: (row) => row.leadUnit ?? UNKNOWN,
  responsiblePerson: (row) => row.responsiblePerson || UNKNOWN,
  status: (row) => statusLabels[row.status],
  period: periodText,
  planningHorizon: (row) => (row.planningHorizon === null ? UNKNOWN : planningHorizonLabels[row.planningHorizon]),
  trafficLight: (row) => (row.trafficLight === null ? UNKNOWN : { light: row.trafficLight }),
  progress: (row) => formatPercent(row.progressPercent),
  oneOffCost: (row) => money(row.oneOff),
  runningCost: (row) => money(row.running),
  personDays: (row) => withUnknown(row.personDays, formatInteger(row.personDays.known)),
  missing: ({ missing }) =>
    missing.length === 0
      ? t("list.complete")
      : { text: missingCounts[missing.length] ?? String(missing.length), hint: `${t("list.missing")}: ${missing.map((code) => factLabels[code]).join(", ")}` },
  updatedAt: (row) => formatDateTime(row.updatedAt),
  confirmedAt: (row) => (row.confirmedAt === null ? t("list.never") : formatDateTime(row.confirmedAt)),
};

/** Made once: filling in a message for every row would cost more than the row. */
const missingCounts = Array.from({ length: Object.keys(factLabels).length + 1 }, (_, count) => t("list.missingCount", { count }));

export function periodText(row: Pick<Row, "startQuarter" | "endQuarter" | "permanentTask" | "timeframeText">): string {
  const { startQuarter, endQuarter } = row;
  if (startQuarter !== null && endQuarter !== null) return `${formatQuarterShort(startQuarter)}\u00a0– ${formatQuarterShort(endQuarter)}`;
  if (startQuarter !== null) return t("list.from", { start: formatQuarterShort(startQuarter) });
  if (endQuarter !== null) return t("list.until", { end: formatQuarterShort(endQuarter) });
  if (row.timeframeText !== "") return row.timeframeText;
  return row.permanentTask ? t("list.permanent") : UNKNOWN;
}
