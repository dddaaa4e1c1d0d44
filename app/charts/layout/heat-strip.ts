import { lastDayOf, firstDayOf, quarterFrom } from "#app/domain/calendar/quarter.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import type { TimelineHeat } from "#app/domain/planning/timeline-entry.ts";
import type { MoveShare } from "#app/domain/planning/move-share.ts";
import { cut } from "./round-numbers.ts";
import type { TimelineAxis } from "./timeline-axis.ts";

/** Told apart by shade, and "over" by hatching as well: how much of the limit is used. "open": nobody stated the limit. */
export const heatLevels = ["none", "low", "middle", "high", "over", "open"] as const;
export type HeatLevel = (typeof heatLevels)[number];

export type HeatCell = {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  readonly level: HeatLevel;
  /** In person-days, or in cents. */
  readonly used: number;
  readonly limit: number | null;
  /** What a move that is only tried would change it by; 0 without one. */
  readonly change: number;
};
export type HeatRow =
  | { readonly kind: "team"; readonly id: number; readonly name: string; readonly y: number; readonly cells: readonly HeatCell[] }
  | { readonly kind: "budget"; readonly id: BudgetKind; readonly name: null; readonly y: number; readonly cells: readonly HeatCell[] };

export const HEAT_ROW_HEIGHT = 20;

/** A move that is tried: what the measure takes where it stands, and what it would take there. */
export type HeatTrial = { readonly before: MoveShare; readonly after: MoveShare };

/** Staff by team and quarter and money by kind and year, on the axis of the picture. */
export function heatStrip(heat: TimelineHeat, axis: TimelineAxis, width: number, trial: HeatTrial | null): HeatRow[] {
  const staff = trial === null ? new Map<string, number>() : differences(trial, "staff", ({ teamId, quarter }) => `${teamId} ${quarter}`, ({ demand }) => demand);
  const money = trial === null ? new Map<string, number>() : differences(trial, "budget", ({ kind, fiscalYear }) => `${kind} ${fiscalYear}`, ({ expense }) => expense);
  const cellAt = (key: string, from: number, to: number, used: number, limit: number | null, change: number): HeatCell[] => {
    const [left, right] = [Math.max(0, from), Math.min(width, to)];
    return right > left ? [{ key, x: cut(left), width: cut(right - left), level: levelOf(used + change, limit), used: used + change, limit, change }] : [];
  };
  const teams = heat.teams.map(({ id, name, cells }, index): HeatRow => ({
    kind: "team",
    id,
    name,
    y: index * HEAT_ROW_HEIGHT,
    cells: cells.flatMap(({ quarter, demand, capacity }) => cellAt(quarter, axis.xOf(firstDayOf(quarter)), axis.xAfter(lastDayOf(quarter)), demand, capacity, staff.get(`${id} ${quarter}`) ?? 0)),
  }));
  const budget = heat.budget.map(({ kind, cells }, index): HeatRow => ({
    kind: "budget",
    id: kind,
    name: null,
    y: (heat.teams.length + index) * HEAT_ROW_HEIGHT,
    cells: cells.flatMap(({ fiscalYear, expense, frame }) => {
      const [first, last] = [quarterFrom(fiscalYear, 1), quarterFrom(fiscalYear, 4)];
      return cellAt(String(fiscalYear), axis.xOf(firstDayOf(first)), axis.xAfter(lastDayOf(last)), expense, frame, money.get(`${kind} ${fiscalYear}`) ?? 0);
    }),
  }));
  return [...teams, ...budget];
}

function differences<K extends keyof MoveShare>({ before, after }: HeatTrial, part: K, keyOf: (cell: MoveShare[K][number]) => string, amountOf: (cell: MoveShare[K][number]) => number): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (cells: ReadonlyArray<MoveShare[K][number]>, sign: number) => cells.forEach((cell) => sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + sign * amountOf(cell)));
  add(before[part], -1);
  add(after[part], 1);
  return sums;
}

function levelOf(used: number, limit: number | null): HeatLevel {
  if (used <= 0) return "none";
  if (limit === null) return "open";
  if (used > limit) return "over";
  const share = used / limit;
  return share > 0.8 ? "high" : share > 0.5 ? "middle" : "low";
}
