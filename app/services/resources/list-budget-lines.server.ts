import { cashDirections, type BudgetKind, type CashDirection } from "#app/domain/measures/vocabulary.ts";
import { sumKnown, type Cents, type PartialSum } from "#app/domain/money/cents.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { budgetPeriodOf } from "#app/domain/resources/budget-periods.ts";
import type { LineUsage } from "#app/domain/resources/line-usage.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { plannedLines } from "./budget-line-rows.server.ts";
import { hasManyLines } from "./many-lines.server.ts";

/** "limiting": limits the plan; "locked": under a Sperrvermerk; "short": does not suffice; "unmapped": no measure. */
export const lineMarks = ["limiting", "locked", "short", "unmapped"] as const;
export type LineMark = (typeof lineMarks)[number];
export type LineFilter = {
  readonly fiscalYear: number | null;
  readonly budgetProduct: string | null;
  readonly budgetKind: BudgetKind | null;
  readonly mark: LineMark | null;
  /** From 1. */
  readonly page: number;
};

export const LINES_PER_PAGE = 100;

/** The lines by year and code, a page of them, with sums over all that the filter lets through. */
export function listLines({ db, user }: ServiceContext, filter: LineFilter) {
  if (!can(user, "plan:read")) return forbidden();
  const municipality = loadMunicipality(db);
  const { usages, withoutLine } = plannedLines(db);
  const chosen = usages.filter((usage) => passes(usage, filter));
  const pageCount = Math.max(1, Math.ceil(chosen.length / LINES_PER_PAGE));
  const page = Math.min(filter.page, pageCount);
  return ok({
    rows: chosen.slice((page - 1) * LINES_PER_PAGE, page * LINES_PER_PAGE).map(toRow),
    sums: cashDirections.flatMap((direction) => sumsOf(chosen, direction)),
    lineCount: usages.length,
    chosenCount: chosen.length,
    unmappedCount: usages.filter(isUnmapped).length + withoutLine.length,
    page,
    pageCount,
    years: [...new Set(usages.map(({ line }) => line.fiscalYear))],
    products: [...new Set(usages.map(({ line }) => line.budgetProduct).filter((product) => product !== ""))].sort(),
    budgetSystem: municipality.budgetSystem,
    period: budgetPeriodOf(municipality),
    canEdit: can(user, "resources:edit"),
  });
}

/** The same for a long budget, without holding up other requests. */
export const listLinesBeside = beside({ lane: "planning", name: "listLines", isLarge: hasManyLines }, listLines);

export const isUnmapped = ({ line, planned }: LineUsage): boolean => line.measureIds.length === 0 && planned.measures.length === 0;

function passes(usage: LineUsage, { fiscalYear, budgetProduct, budgetKind, mark }: LineFilter): boolean {
  const { line, free } = usage;
  if (fiscalYear !== null && line.fiscalYear !== fiscalYear) return false;
  if (budgetProduct !== null && line.budgetProduct !== budgetProduct) return false;
  if (budgetKind !== null && line.budgetKind !== budgetKind) return false;
  if (mark === null) return true;
  const holds = { limiting: line.limitsPlan, locked: line.locked, short: free !== null && free < 0, unmapped: isUnmapped(usage) };
  return holds[mark];
}

function toRow({ line, planned, burden, free }: LineUsage) {
  const { measureIds, ...fields } = line;
  return { ...fields, planned: line.direction === "revenue" ? planned.revenue : planned.expense, earmarked: planned.earmarked, burden, free, unknownCount: planned.unknownCount, measureCount: new Set([...measureIds, ...planned.measures.map((share) => share.measureId)]).size };
}

type LineSums = {
  readonly direction: CashDirection;
  readonly appropriation: PartialSum;
  readonly planned: PartialSum;
  readonly committed: PartialSum;
  readonly spent: PartialSum;
  /** Null for revenue, of which nothing is used up. */
  readonly free: PartialSum | null;
  readonly commitment: Cents;
};

/** Nothing where no line of this direction is among them. */
function sumsOf(usages: readonly LineUsage[], direction: CashDirection): LineSums[] {
  const own = usages.filter(({ line }) => line.direction === direction);
  if (own.length === 0) return [];
  const plannedSum = sumKnown(own.map(({ planned }) => (direction === "revenue" ? planned.revenue : planned.expense)));
  return [
    {
      direction,
      appropriation: sumKnown(own.map(({ line }) => line.appropriationCents)),
      planned: { known: plannedSum.known, unknownCount: own.reduce((sum, { planned }) => sum + planned.unknownCount, 0) },
      committed: sumKnown(own.map(({ line }) => line.committedCents)),
      spent: sumKnown(own.map(({ line }) => line.spentCents)),
      free: direction === "revenue" ? null : sumKnown(own.map(({ free }) => free)),
      commitment: sumKnown(own.map(({ line }) => line.commitmentAppropriationCents)).known,
    },
  ];
}
