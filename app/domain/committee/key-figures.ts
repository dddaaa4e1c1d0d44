import type { CostItem } from "#app/domain/measures/measure.ts";
import { budgetKinds, measureStatuses, type BudgetKind, type MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import { sumCents, sumKnown, type Cents, type PartialSum } from "#app/domain/money/cents.ts";
import { claimsMoney, claimsStaff } from "#app/domain/resources/plan-scope.ts";
import type { FrozenResources } from "./freeze-resources.ts";
import type { SnapshotContent } from "./snapshot.ts";

/** The figures a committee asks for first. Raw values; what is unknown is counted, never taken as zero. */
export type KeyFigures = {
  readonly measureCount: number;
  readonly byStatus: ReadonlyArray<{ readonly status: MeasureStatus; readonly count: number }>;
  /** Expense within the planning years. */
  readonly horizon: { readonly firstYear: number; readonly lastYear: number };
  readonly expense: PartialSum;
  readonly investive: PartialSum;
  readonly consumptive: PartialSum;
  /** Null unless every year and kind has a frame. */
  readonly frame: Cents | null;
  /** All one-off and all yearly running expense of the planned measures, whenever it falls due. */
  readonly oneOff: PartialSum;
  readonly runningPerYear: PartialSum;
  readonly internalDays: number;
  readonly unknownStaff: number;
  /** Teams and quarters in which more is asked of a team than it can give. */
  readonly overloadedCells: number;
  readonly overspentYears: number;
  readonly ratedCount: number;
  readonly redLights: number;
};

export function keyFigures({ portfolio, ranking, resources }: SnapshotContent): KeyFigures {
  const planned = portfolio.measures.filter((measure) => claimsMoney(measure, "planned"));
  const items = planned.flatMap((measure) => measure.costItems).filter((item) => item.direction === "expense");
  const cells = resources.staff.flatMap((row) => row.cells);
  const frames = resources.budgetTotals.map((total) => total.frame);
  const { firstFiscalYear, fiscalHorizon } = portfolio.municipality;
  return {
    measureCount: portfolio.measures.length,
    byStatus: measureStatuses
      .map((status) => ({ status, count: portfolio.measures.filter((measure) => measure.status === status).length }))
      .filter(({ count }) => count > 0),
    horizon: { firstYear: firstFiscalYear, lastYear: firstFiscalYear + fiscalHorizon - 1 },
    expense: within(resources, items, budgetKinds),
    investive: within(resources, items, ["investive"]),
    consumptive: within(resources, items, ["consumptive"]),
    frame: frames.length > 0 && frames.every((frame) => frame !== null) ? sumCents(frames) : null,
    oneOff: sumKnown(items.filter((item) => item.rhythm === "oneOff").map((item) => item.amountCents)),
    runningPerYear: sumKnown(items.filter((item) => item.rhythm === "running").map((item) => item.amountCents)),
    internalDays: cells.reduce((total, cell) => total + cell.internal, 0),
    unknownStaff: portfolio.measures
      .filter((measure) => claimsStaff(measure, "planned"))
      .flatMap((measure) => measure.staffDemands)
      .filter((demand) => demand.personDays === null).length,
    overloadedCells: cells.filter((cell) => cell.capacity !== null && cell.internal > cell.capacity).length,
    overspentYears: resources.budget.filter((cell) => cell.frame !== null && cell.expense > cell.frame).length,
    ratedCount: ranking.entries.length,
    redLights: portfolio.measures.filter((measure) => measure.trafficLight === "red").length,
  };
}

/** An estimate that is missing in several years is one missing estimate, so items are counted, not year sums. */
const within = (resources: FrozenResources, items: readonly CostItem[], kinds: readonly BudgetKind[]): PartialSum => ({
  known: sumCents(resources.budgetTotals.filter((total) => kinds.includes(total.budgetKind)).map((total) => total.expense)),
  unknownCount: items.filter((item) => item.amountCents === null && kinds.includes(item.budgetKind)).length,
});
