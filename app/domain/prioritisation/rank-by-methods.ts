import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { addCents, cents, type Cents } from "#app/domain/money/cents.ts";
import { summariseCosts } from "#app/domain/resources/cost-summary.ts";
import { ownEffort, type PlannedMeasure } from "./benefit-and-effort.ts";
import { rankByBenefitPerCost, type BenefitPerCost, type BenefitPerCostGap } from "./benefit-per-cost.ts";
import { compareMethods, type MethodComparison } from "./compare-methods.ts";
import { rankByIdealDistance, type IdealDistance, type IdealDistanceGap } from "./ideal-distance.ts";
import { ratedLevels, rowsOf } from "./level-table.ts";
import type { MethodRanking } from "./method-ranking.ts";
import { rankMeasures, type Ranking } from "./rank-measures.ts";
import type { RoundData } from "./round-content.ts";
import { rankByWeightedShortestJob, type DelayMapping, type ShortestJob, type ShortestJobGap } from "./weighted-shortest-job.ts";

export const rankingMethods = ["weightedSum", "benefitPerCost", "shortestJob", "idealDistance"] as const;
export type RankingMethod = (typeof rankingMethods)[number];

export type RankedByMethods = {
  /** The round's ranking without places given by hand. */
  readonly weightedSum: Ranking;
  readonly benefitPerCost: MethodRanking<BenefitPerCost, BenefitPerCostGap>;
  /** Null where no weighted criterion feeds the cost of delay. */
  readonly shortestJob: MethodRanking<ShortestJob, ShortestJobGap> | null;
  /** Null where no criterion has weight. */
  readonly idealDistance: MethodRanking<IdealDistance, IdealDistanceGap> | null;
  /** Of the methods that can place any measure at all; the others would leave nothing in common. */
  readonly comparison: MethodComparison<RankingMethod>;
};

/** A round's measures by four methods. Costs and effort are those of the plan as it stands, since a round does not keep them. */
export function rankByMethods({
  round,
  plan,
  years,
  lastQuarter,
  mapping,
}: {
  readonly round: Pick<RoundData, "measures" | "criteria" | "raterGroups" | "groupWeights" | "ratings">;
  readonly plan: readonly PlannedMeasure[];
  /** For which running costs count. */
  readonly years: number;
  readonly lastQuarter: Quarter;
  readonly mapping: DelayMapping;
}): RankedByMethods {
  const planned = new Map(plan.map((measure) => [measure.id, measure]));
  const weightedSum = rankMeasures({ ...round, overrides: [] });
  const scores = new Map(weightedSum.entries.map((entry) => [entry.measureId, entry.scoreTenths]));
  const { table, weights } = ratedLevels(round);
  const criteria = round.criteria.map((criterion, index) => ({ id: criterion.id, weight: weights[index] ?? 0 }));
  const rows = rowsOf(table);

  const benefitPerCost = rankByBenefitPerCost(rows.map(({ measure }) => ({ measure, scoreTenths: scores.get(measure.id) ?? null, costCents: costOf(planned.get(measure.id), years) })));
  const feedsDelay = criteria.some(({ id, weight }) => weight > 0 && Object.values(mapping).some((ids) => ids.includes(id)));
  const shortestJob = feedsDelay
    ? rankByWeightedShortestJob({ criteria, mapping, rows: rows.map(({ measure, levels }) => ({ measure, levels, jobSize: sizeOf(planned.get(measure.id), lastQuarter) })) })
    : null;
  const idealDistance = criteria.some(({ weight }) => weight > 0) ? rankByIdealDistance({ criteria, rows: rows.map(({ measure, levels }) => ({ measure, values: levels })) }) : null;

  const orders = [
    { name: "weightedSum" as const, measureIds: idsOf(weightedSum) },
    { name: "benefitPerCost" as const, measureIds: idsOf(benefitPerCost) },
    { name: "shortestJob" as const, measureIds: idsOf(shortestJob) },
    { name: "idealDistance" as const, measureIds: idsOf(idealDistance) },
  ];
  return { weightedSum, benefitPerCost, shortestJob, idealDistance, comparison: compareMethods<RankingMethod>(orders.filter((order) => order.measureIds.length > 0)) };
}

const idsOf = (ranking: { readonly entries: ReadonlyArray<{ readonly measureId: number }> } | null): number[] => ranking?.entries.map((entry) => entry.measureId) ?? [];

/** One-off expense and running expense of so many full years. Null: no cost is recorded, or a part of it is unknown. */
export function costOf(measure: Pick<PlannedMeasure, "costItems"> | undefined, years: number): Cents | null {
  if (measure === undefined || measure.costItems.length === 0) return null;
  const { oneOffExpense, yearlyExpense } = summariseCosts(measure.costItems);
  if (oneOffExpense.unknownCount + yearlyExpense.unknownCount > 0) return null;
  return addCents(oneOffExpense.known, cents(yearlyExpense.known * years));
}

/** Person-days of own staff. Null: unknown, in part unknown, or none, which would make the smallest job infinitely urgent. */
function sizeOf(measure: PlannedMeasure | undefined, lastQuarter: Quarter): number | null {
  const effort = measure === undefined ? null : ownEffort(measure, lastQuarter);
  return effort === null || effort.unknownCount > 0 || effort.known === 0 ? null : effort.known;
}
