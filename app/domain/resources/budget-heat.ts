import { budgetKinds, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { burdenOf, type BudgetByYear } from "./budget-by-year.ts";
import type { LineUsage } from "./line-usage.ts";

/**
 * How full a limit is. "none": nothing is planned; "open": there is no limit; "low": up to 80 % of it; "tight": above;
 * "over": more than it; "locked": planned, but the money is under a Sperrvermerk.
 */
export const heatLevels = ["none", "open", "low", "tight", "over", "locked"] as const;
export type HeatLevel = (typeof heatLevels)[number];

export type HeatCell = {
  readonly fiscalYear: number;
  /** What the limit has to bear: planned expense less earmarked grants. */
  readonly burden: Cents;
  readonly limit: Cents | null;
  readonly level: HeatLevel;
  readonly unknownCount: number;
  readonly measureCount: number;
  /** The budget line behind the cell; null in the rows of frames. */
  readonly lineId: number | null;
};

/** A row of the heat map; a year without a line has no cell. */
export type HeatRow =
  | { readonly kind: "frame"; readonly budgetKind: BudgetKind; readonly cells: readonly HeatCell[] }
  | { readonly kind: "line"; readonly budgetKind: BudgetKind; readonly budgetProduct: string; readonly budgetAccount: string; readonly label: string; readonly cells: ReadonlyArray<HeatCell | null> };

export function heatLevel({ burden, limit, locked }: { readonly burden: Cents; readonly limit: Cents | null; readonly locked: boolean }): HeatLevel {
  if (burden === 0) return "none";
  if (locked) return "locked";
  if (limit === null) return "open";
  if (burden > limit) return "over";
  return burden * 5 > limit * 4 ? "tight" : "low";
}

/** Budget by year: the frames, then every code of expense of which a line limits the plan in one of the years. */
export function budgetHeat({ byYear, usages }: { readonly byYear: Pick<BudgetByYear, "years" | "cells">; readonly usages: readonly LineUsage[] }): HeatRow[] {
  const frames = budgetKinds.map((budgetKind): HeatRow => {
    const cells = byYear.cells.filter((cell) => cell.budgetKind === budgetKind);
    return {
      kind: "frame",
      budgetKind,
      cells: cells.map((cell) => {
        const burden = burdenOf(cell);
        const level = heatLevel({ burden, limit: cell.frame, locked: false });
        return { fiscalYear: cell.fiscalYear, burden, limit: cell.frame, level, unknownCount: cell.unknownExpenseCount, measureCount: cell.measures.length, lineId: null };
      }),
    };
  });
  const byCode = new Map<string, LineUsage[]>();
  for (const usage of usages) {
    const { budgetProduct, budgetAccount, budgetKind, direction } = usage.line;
    if (direction !== "expense") continue;
    const key = JSON.stringify([budgetProduct, budgetAccount, budgetKind]);
    const group = byCode.get(key);
    if (group) group.push(usage);
    else byCode.set(key, [usage]);
  }
  const limiting = [...byCode].filter(([, group]) => group.some(({ line }) => line.limitsPlan && byYear.years.includes(line.fiscalYear))).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...frames, ...limiting.flatMap(([, group]) => lineRow(group, byYear.years))];
}

function lineRow(group: readonly LineUsage[], years: readonly number[]): HeatRow[] {
  const [first] = group;
  if (first === undefined) return [];
  const { budgetKind, budgetProduct, budgetAccount } = first.line;
  const cells = years.map((fiscalYear): HeatCell | null => {
    const usage = group.find(({ line }) => line.fiscalYear === fiscalYear);
    if (usage === undefined) return null;
    const { line, burden, planned } = usage;
    const level = heatLevel({ burden, limit: line.appropriationCents, locked: line.locked });
    return { fiscalYear, burden, limit: line.appropriationCents, level, unknownCount: planned.unknownExpenseCount, measureCount: planned.measures.length, lineId: line.id };
  });
  return [{ kind: "line", budgetKind, budgetProduct, budgetAccount, label: first.line.label, cells }];
}
