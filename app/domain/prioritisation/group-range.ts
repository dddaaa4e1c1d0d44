import type { RaterGroup } from "#app/domain/portfolio/portfolio.ts";
import { compareMethods } from "./compare-methods.ts";
import type { RankableMeasure, Ranking } from "./rank-measures.ts";
import { byDeadlineThenId } from "./tie-order.ts";

/** How the groups see a measure: each group's score and place if it alone counted, and how far they are apart. */
export type GroupRange = {
  /** In the order of the groups given; null where the group could not judge the measure at all. */
  readonly views: ReadonlyArray<{ readonly raterGroupId: number; readonly scoreTenths: number | null; readonly position: number | null }>;
  /** Of the known scores of groups with weight, or where there are none of the others; null without any. */
  readonly scores: { readonly lowest: number; readonly highest: number } | null;
  /** Where groups with weight strongly disagree: who sees it highest and lowest, by places among the measures they all could judge. */
  readonly dissent: { readonly highest: PlacedBy; readonly lowest: PlacedBy } | null;
};
export type PlacedBy = { readonly raterGroupId: number; readonly place: number };

/** Groups disagree strongly where their places are at least a third of all apart, and never by less than this. */
const LEAST_PLACES = 3;
const STRONG_PART = 3;

/**
 * By measure. A group's order is by its own score; ties by deadline, then id, as in the ranking.
 * @param groups those to compare, for instance those a user may see
 */
export function groupRanges({ ranking, measures, groups }: { readonly ranking: Ranking; readonly measures: readonly RankableMeasure[]; readonly groups: ReadonlyArray<Pick<RaterGroup, "id" | "weight">> }): ReadonlyMap<number, GroupRange> {
  const measureOf = new Map(measures.map((measure) => [measure.id, measure]));
  const scores = new Map(ranking.entries.map((entry) => [entry.measureId, new Map(entry.groupScores.map((score) => [score.raterGroupId, score.scoreTenths]))]));
  const scoreOf = (measureId: number, groupId: number): number | null => scores.get(measureId)?.get(groupId) ?? null;
  const orders = groups.map(({ id, weight }) => {
    const rated = ranking.entries.flatMap(({ measureId }) => {
      const measure = measureOf.get(measureId);
      const scoreTenths = scoreOf(measureId, id);
      return measure === undefined || scoreTenths === null ? [] : [{ measure, scoreTenths }];
    });
    rated.sort((a, b) => b.scoreTenths - a.scoreTenths || byDeadlineThenId(a.measure, b.measure));
    return { name: id, weight, measureIds: rated.map((each) => each.measure.id) };
  });
  const positions = new Map(orders.map((order) => [order.name, new Map(order.measureIds.map((id, index) => [id, index + 1]))]));
  const { measures: compared, commonCount } = compareMethods(orders.filter((order) => order.weight > 0 && order.measureIds.length > 0));
  const strong = Math.max(LEAST_PLACES, Math.ceil(commonCount / STRONG_PART));
  const dissents = new Map(
    compared.flatMap(({ measureId, places, spread, highest, lowest }) => {
      const placedBy = (raterGroupId: number): PlacedBy => ({ raterGroupId, place: places.find((place) => place.name === raterGroupId)?.commonPosition ?? 0 });
      return spread === null || spread < strong || highest === null || lowest === null ? [] : [[measureId, { highest: placedBy(highest), lowest: placedBy(lowest) }] as const];
    }),
  );
  return new Map(
    ranking.entries.map(({ measureId }) => {
      const views = groups.map(({ id }) => ({ raterGroupId: id, scoreTenths: scoreOf(measureId, id), position: positions.get(id)?.get(measureId) ?? null }));
      const known = views.flatMap((view, index) => (view.scoreTenths === null ? [] : [{ scoreTenths: view.scoreTenths, counts: (groups[index]?.weight ?? 0) > 0 }]));
      const counting = known.filter((score) => score.counts);
      const shown = (counting.length > 0 ? counting : known).map((score) => score.scoreTenths);
      return [measureId, { views, scores: shown.length === 0 ? null : { lowest: Math.min(...shown), highest: Math.max(...shown) }, dissent: dissents.get(measureId) ?? null }];
    }),
  );
}
