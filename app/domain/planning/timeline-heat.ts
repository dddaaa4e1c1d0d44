import { fromQuarterIndex, quarterIndex, type Quarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import type { CostItem, Measure, StaffDemand } from "#app/domain/measures/measure.ts";
import { allocateInteger } from "#app/domain/money/allocate.ts";
import { cents } from "#app/domain/money/cents.ts";
import type { BudgetFrame, Team, TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import { goLiveOf, paymentPeriod, profileWeights } from "#app/domain/resources/cost-by-quarter.ts";
import type { EarmarkedGrant } from "#app/domain/resources/earmarked-grants.ts";
import { firstQuarterOf, lastQuarterOf, yearsOf, type Horizon } from "#app/domain/resources/horizon.ts";
import { claimsMoney, claimsStaff } from "#app/domain/resources/plan-scope.ts";
import type { TimelineHeat } from "./timeline-entry.ts";

type Dated = Pick<Measure, "status" | "startQuarter" | "endQuarter" | "permanentTask">;
/** One demand or cost item with the dates of its measure. */
export type HeatDemand = Dated & Pick<StaffDemand, "teamId" | "basis" | "personDays" | "staffSource">;
export type HeatCost = Dated & Pick<CostItem, "rhythm" | "budgetKind" | "direction" | "profile" | "amountCents">;

export type HeatSources = {
  readonly demands: readonly HeatDemand[];
  readonly costs: readonly HeatCost[];
  readonly teams: readonly Team[];
  readonly capacities: readonly TeamCapacity[];
  readonly budgetFrames: readonly BudgetFrame[];
  readonly grants: ReadonlyArray<Pick<EarmarkedGrant, "fiscalYear" | "budgetKind" | "amountCents">>;
};

/**
 * What the plan without its ideas takes of staff and money in the years shown: the figures of `staffByQuarter` and
 * `budgetByYear`, which a test holds it against, without what stands behind them, since it is computed after every move.
 */
export const timelineHeat = (sources: HeatSources, years: Horizon): TimelineHeat => ({ teams: teamHeat(sources, years), budget: budgetHeat(sources, years) });

function teamHeat({ demands, teams, capacities }: HeatSources, years: Horizon): TimelineHeat["teams"] {
  const [first, last] = [quarterIndex(firstQuarterOf(years)), quarterIndex(lastQuarterOf(years))];
  const count = last - first + 1;
  const rows = new Map(teams.map((team) => [team.id, { days: new Float64Array(count), unknown: new Int32Array(count), capacity: Array<number | null>(count).fill(null) }]));
  for (const demand of demands) {
    const row = demand.teamId === null ? undefined : rows.get(demand.teamId);
    const period = staffPeriod(demand, last);
    if (row === undefined || period === null || !claimsStaff(demand, "planned")) continue;
    const [from, to] = period;
    const duration = to - from + 1;
    const total = demand.basis === "total" && demand.personDays !== null;
    // An even share by largest remainder: the first quarters take the rest.
    const share = demand.personDays === null ? 0 : total ? Math.floor(demand.personDays / duration) : demand.personDays;
    const rest = total ? (demand.personDays ?? 0) - share * duration : 0;
    for (let index = Math.max(from, first); index <= Math.min(to, last); index += 1) {
      const cell = index - first;
      if (demand.personDays === null) row.unknown[cell] = (row.unknown[cell] ?? 0) + 1;
      else if (demand.staffSource === "internal") row.days[cell] = (row.days[cell] ?? 0) + share + (index - from < rest ? 1 : 0);
    }
  }
  for (const { teamId, quarter, personDays } of capacities) {
    const cell = quarterIndex(quarter) - first;
    if (cell >= 0 && cell < count) rows.get(teamId)?.capacity.splice(cell, 1, personDays);
  }
  return teams.map(({ id, name }) => {
    const row = rows.get(id);
    const cells = Array.from({ length: count }, (_, cell) => ({
      quarter: fromQuarterIndex(first + cell),
      demand: row?.days[cell] ?? 0,
      unknownCount: row?.unknown[cell] ?? 0,
      capacity: row?.capacity[cell] ?? null,
    }));
    return { id, name, cells };
  });
}

/** As in `demandByQuarter`: an open-ended permanent task asks each quarter until the last one. */
function staffPeriod({ startQuarter, endQuarter, permanentTask, basis }: HeatDemand, last: number): readonly [number, number] | null {
  if (startQuarter === null) return null;
  if (endQuarter !== null) return [quarterIndex(startQuarter), quarterIndex(endQuarter)];
  return permanentTask && basis === "perQuarter" ? [quarterIndex(startQuarter), last] : null;
}

type YearSums = { readonly cents: Float64Array; readonly unknown: Int32Array };

function budgetHeat({ costs, budgetFrames, grants }: HeatSources, years: Horizon): TimelineHeat["budget"] {
  const all = yearsOf(years);
  const sumsOf: Record<BudgetKind, YearSums> = { investive: emptySums(all.length), consumptive: emptySums(all.length) };
  for (const cost of costs) {
    if (cost.direction !== "expense" || !claimsMoney(cost, "planned")) continue;
    if (cost.rhythm === "oneOff") addOneOff(sumsOf[cost.budgetKind], cost, years.firstYear);
    else addRunning(sumsOf[cost.budgetKind], cost, years);
  }
  for (const { fiscalYear, budgetKind, amountCents } of grants) add(sumsOf[budgetKind].cents, fiscalYear - years.firstYear, -amountCents);
  return budgetKinds.map((kind) => ({
    kind,
    cells: all.map((fiscalYear, index) => ({
      fiscalYear,
      expense: cents(sumsOf[kind].cents[index] ?? 0),
      unknownCount: sumsOf[kind].unknown[index] ?? 0,
      frame: budgetFrames.find((frame) => frame.fiscalYear === fiscalYear && frame.budgetKind === kind)?.amountCents ?? null,
    })),
  }));
}

const emptySums = (count: number): YearSums => ({ cents: new Float64Array(count), unknown: new Int32Array(count) });

function add(sums: Float64Array | Int32Array, index: number, amount: number): void {
  const before = sums[index];
  if (before !== undefined) sums[index] = before + amount;
}

function addOneOff(sums: YearSums, cost: HeatCost, firstYear: number): void {
  const period = paymentPeriod(cost, cost.profile);
  if (period === null) return;
  const [start, end] = period.map(quarterIndex) as [number, number];
  if (cost.amountCents === null) {
    for (let year = Math.floor(start / 4); year <= Math.floor(end / 4); year += 1) add(sums.unknown, year - firstYear, 1);
    return;
  }
  const shares = allocateInteger(cost.amountCents, profileWeights(cost.profile, end - start + 1));
  shares.forEach((share, index) => add(sums.cents, Math.floor((start + index) / 4) - firstYear, share));
}

/** A quarter of the year's amount in each quarter, so that full years have exactly the year's amount. */
function addRunning(sums: YearSums, cost: HeatCost, { firstYear, lastYear }: Horizon): void {
  const goLive: Quarter | null = goLiveOf(cost);
  if (goLive === null) return;
  const begins = quarterIndex(goLive);
  for (let year = Math.max(firstYear, Math.floor(begins / 4)); year <= lastYear; year += 1) {
    if (cost.amountCents === null) {
      add(sums.unknown, year - firstYear, 1);
      continue;
    }
    const missing = Math.max(0, begins - year * 4);
    const amount = missing === 0 ? cost.amountCents : allocateInteger(cost.amountCents, [1, 1, 1, 1]).slice(missing).reduce((total, share) => total + share, 0);
    add(sums.cents, year - firstYear, amount);
  }
}
