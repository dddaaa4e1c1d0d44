import { HEAT_ROW_HEIGHT, type HeatCell, type HeatRow } from "#app/charts/layout/heat-strip.ts";
import { heatWords } from "#app/i18n/de/timeline-picture.ts";

const GAP = 1;

export const heatHeight = (rows: readonly HeatRow[]): number => rows.length * HEAT_ROW_HEIGHT;

export const heatBox = (row: HeatRow, { x, width }: HeatCell) => ({ x: x + GAP, y: row.y + GAP, width: Math.max(0, width - 2 * GAP), height: HEAT_ROW_HEIGHT - 2 * GAP });

export const heatRowName = (row: HeatRow): string => row.name ?? heatWords.budget[row.id];

/** The share of the limit; without one, the amount itself. */
export function heatText(row: HeatRow, { used, limit }: HeatCell): string {
  if (limit !== null && limit > 0) return heatWords.percent(Math.round((100 * used) / limit));
  return row.kind === "team" ? heatWords.days(used) : heatWords.thousands(Math.round(used / 100_000));
}
