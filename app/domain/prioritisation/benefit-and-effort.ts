import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { CostItem, Measure, StaffDemand } from "#app/domain/measures/measure.ts";
import type { PartialSum } from "#app/domain/money/cents.ts";
import { summariseCosts } from "#app/domain/resources/cost-summary.ts";
import { demandByQuarter } from "#app/domain/resources/staff-by-quarter.ts";
import { rankMeasures, type Ranking } from "./rank-measures.ts";
import type { RoundData } from "./round-content.ts";

/** Person-days of which some parts may be unknown. */
export type PartialDays = { readonly known: number; readonly unknownCount: number };

export type Quadrant = "now" | "strategic" | "aside" | "later";

/** What keeps a measure out of the picture: a figure nobody gave, or the measure itself is no longer in the plan. */
export type MissingFigure = "plan" | "benefit" | "effort" | "cost";

export type PlacedMeasure = {
  readonly measureId: number;
  readonly title: string;
  readonly actionFieldId: number | null;
  /** In the round. */
  readonly position: number;
  /** Tenths of a point, 0 to 1000. */
  readonly benefitTenths: number;
  readonly effort: PartialDays;
  readonly cost: PartialSum;
  readonly quadrant: Quadrant;
};

export type UnplacedMeasure = Pick<PlacedMeasure, "measureId" | "title" | "actionFieldId"> & {
  readonly position: number | null;
  readonly benefitTenths: number | null;
  readonly effort: PartialDays | null;
  readonly cost: PartialSum | null;
  readonly missing: readonly MissingFigure[];
};

export type BenefitAndEffort = {
  /** By place in the round. */
  readonly placed: readonly PlacedMeasure[];
  /** By place in the round, then those without one. */
  readonly unplaced: readonly UnplacedMeasure[];
  /** Where the quadrants meet; without effort when nothing is placed. */
  readonly split: { readonly benefitTenths: number; readonly effortDays: number | null };
};

export type PlannedMeasure = Pick<Measure, "id" | "actionFieldId" | "startQuarter" | "endQuarter" | "permanentTask"> & {
  readonly costItems: ReadonlyArray<Pick<CostItem, "rhythm" | "direction" | "amountCents">>;
  readonly staffDemands: ReadonlyArray<Pick<StaffDemand, "basis" | "personDays" | "staffSource">>;
};

/** The middle of the scale of scores. */
const MIDDLE = 500;

/**
 * Places the measures of a round by benefit and effort.
 *
 * Benefit: the common score over the benefit criteria alone, computed as the ranking computes its score.
 * Effort: person-days of own staff over the measure's whole duration ({@link ownEffort}).
 * Cost: one-off expense. Unknown is not zero: a measure without a known figure is listed and not placed; where only some
 * parts of a figure are unknown the known ones are a lower bound, and `unknownCount` says so.
 * Quadrants meet at 50 points and at the median effort of the placed measures (of an even number the lower of the two
 * middle ones); what lies on the line counts as high benefit and low effort.
 */
export function arrangeByBenefitAndEffort({
  round,
  ranking,
  benefitCriteriaIds,
  plan,
  lastQuarter,
}: {
  readonly round: Pick<RoundData, "measures" | "criteria" | "raterGroups" | "groupWeights" | "ratings" | "overrides">;
  /** The round's result. */
  readonly ranking: Ranking;
  readonly benefitCriteriaIds: readonly number[];
  readonly plan: readonly PlannedMeasure[];
  /** Of the planning horizon. */
  readonly lastQuarter: Quarter;
}): BenefitAndEffort {
  const criteria = round.criteria.filter((criterion) => benefitCriteriaIds.includes(criterion.id));
  const benefits = new Map(rankMeasures({ ...round, criteria, overrides: [] }).entries.map((entry) => [entry.measureId, entry.scoreTenths]));
  const positions = new Map(ranking.entries.map((entry) => [entry.measureId, entry.position]));
  const planned = new Map(plan.map((measure) => [measure.id, measure]));
  const rows = round.measures
    .map(({ id, title }) => {
      const measure = planned.get(id);
      const figures = {
        position: positions.get(id) ?? null,
        benefitTenths: benefits.get(id) ?? null,
        effort: measure ? ownEffort(measure, lastQuarter) : null,
        cost: measure ? oneOffCost(measure.costItems) : null,
      };
      return { measureId: id, title, actionFieldId: measure?.actionFieldId ?? null, ...figures, missing: measure ? missingOf(figures) : (["plan"] as const) };
    })
    .sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || a.measureId - b.measureId);
  const complete = rows.flatMap(({ position, benefitTenths, effort, cost, missing: _, ...row }) =>
    position === null || benefitTenths === null || effort === null || cost === null ? [] : [{ ...row, position, benefitTenths, effort, cost }],
  );
  const split = { benefitTenths: MIDDLE, effortDays: lowerMedian(complete.map((row) => row.effort.known)) };
  return {
    placed: complete.map((row) => ({ ...row, quadrant: quadrantOf(row.benefitTenths, row.effort.known, split) })),
    unplaced: rows.filter((row) => row.missing.length > 0),
    split,
  };
}

/**
 * Person-days of own staff over the whole duration. Demands per quarter recur in each quarter from start to end, those of a
 * permanent task without an end until `lastQuarter`; what starts later counts from its start on as nothing yet known.
 * External staff is paid for and shows in the cost. Null: no demand is recorded, or none of the own ones is known.
 */
export function ownEffort(measure: Omit<PlannedMeasure, "costItems">, lastQuarter: Quarter): PartialDays | null {
  if (measure.staffDemands.length === 0) return null;
  const own = measure.staffDemands.filter((demand) => demand.staffSource === "internal").map((demand) => daysOf(measure, demand, lastQuarter));
  const known = own.filter((days) => days !== null);
  if (own.length > 0 && known.length === 0) return null;
  return { known: known.reduce((total, days) => total + days, 0), unknownCount: own.length - known.length };
}

function daysOf(measure: Omit<PlannedMeasure, "costItems">, demand: PlannedMeasure["staffDemands"][number], lastQuarter: Quarter): number | null {
  if (demand.personDays === null || demand.basis === "total") return demand.personDays;
  const quarters = demandByQuarter(measure, demand, lastQuarter);
  return quarters === null || quarters.length === 0 ? null : quarters.length * demand.personDays;
}

/** Null: no cost is recorded, or no one-off expense of it is known. Running costs alone are a known one-off cost of nothing. */
export function oneOffCost(items: PlannedMeasure["costItems"]): PartialSum | null {
  const expenses = items.filter((item) => item.rhythm === "oneOff" && item.direction === "expense");
  const { oneOffExpense } = summariseCosts(items);
  return items.length === 0 || (expenses.length > 0 && oneOffExpense.unknownCount === expenses.length) ? null : oneOffExpense;
}

function missingOf({ benefitTenths, effort, cost }: { readonly benefitTenths: number | null; readonly effort: PartialDays | null; readonly cost: PartialSum | null }): MissingFigure[] {
  return [...(benefitTenths === null ? (["benefit"] as const) : []), ...(effort === null ? (["effort"] as const) : []), ...(cost === null ? (["cost"] as const) : [])];
}

function lowerMedian(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}

function quadrantOf(benefitTenths: number, effortDays: number, split: BenefitAndEffort["split"]): Quadrant {
  const cheap = split.effortDays === null || effortDays <= split.effortDays;
  if (benefitTenths >= split.benefitTenths) return cheap ? "now" : "strategic";
  return cheap ? "aside" : "later";
}
