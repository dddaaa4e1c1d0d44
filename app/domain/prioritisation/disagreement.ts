import { combineWeights } from "./combined-weights.ts";
import { LEVEL_UNITS } from "./level-units.ts";
import type { Contribution, GroupScore, Ranking, RankingEntry } from "./rank-measures.ts";
import type { RoundData } from "./round-content.ts";

/**
 * How far the groups are apart about a measure: the range of their scores, the highest minus the lowest, each group's score
 * being what the measure would have if this group alone counted. 0: all agree; 1000 tenths: the best against the worst.
 */
export type Disagreement = {
  readonly measureId: number;
  readonly position: number;
  readonly scoreTenths: number;
  /** In the order of the groups given. */
  readonly groupScores: readonly GroupScore[];
  /** Null where fewer than two of the groups have a score. */
  readonly range: {
    readonly tenths: number;
    /** Of groups with the same score the first in the order given. */
    readonly highest: GroupScore & { readonly scoreTenths: number };
    readonly lowest: GroupScore & { readonly scoreTenths: number };
    readonly cause: DisagreementCause | null;
  } | null;
};

/** The criterion that adds most to the difference ({@link explainDifference}). */
export type DisagreementCause = {
  readonly criterionId: number;
  readonly highest: GroupView | null;
  readonly lowest: GroupView | null;
};

/** What a group that could judge the criterion said: its mean in ten-thousandths of a level, counting upward, and the criterion's share of all it could judge. */
export type GroupView = { readonly meanUnits: number; readonly share: number };

/**
 * The largest disagreement first, those without one last, each in the order of the round's result.
 * @param ranking the round's result
 * @param groupIds whose scores are compared, for instance those a user may see; groups without weight are left out
 */
export function findDisagreements(round: RoundData, ranking: Ranking, groupIds: readonly number[]): Disagreement[] {
  const groups = new Set(round.raterGroups.filter((group) => group.weight > 0 && groupIds.includes(group.id)).map((group) => group.id));
  const { withinGroup } = combineWeights(round);
  return ranking.entries
    .map((entry) => {
      const groupScores = entry.groupScores.filter((score) => groups.has(score.raterGroupId));
      return { measureId: entry.measureId, position: entry.position, scoreTenths: entry.scoreTenths, groupScores, range: rangeOf(entry, groupScores, withinGroup) };
    })
    .sort((a, b) => (b.range?.tenths ?? -1) - (a.range?.tenths ?? -1) || a.position - b.position);
}

type WeightOf = (raterGroupId: number, criterionId: number) => number;

function rangeOf(entry: RankingEntry, groupScores: readonly GroupScore[], weightOf: WeightOf): Disagreement["range"] {
  const known = groupScores.flatMap(({ raterGroupId, scoreTenths }) => (scoreTenths === null ? [] : [{ raterGroupId, scoreTenths }]));
  const [first, second] = known;
  if (first === undefined || second === undefined) return null;
  const highest = known.reduce((best, each) => (each.scoreTenths > best.scoreTenths ? each : best), first);
  const lowest = known.reduce((worst, each) => (each.scoreTenths < worst.scoreTenths ? each : worst), first);
  const tenths = highest.scoreTenths - lowest.scoreTenths;
  return { tenths, highest, lowest, cause: tenths === 0 ? null : causeOf(entry.contributions, highest.raterGroupId, lowest.raterGroupId, weightOf) };
}

function causeOf(contributions: readonly Contribution[], highest: number, lowest: number, weightOf: WeightOf): DisagreementCause | null {
  const parts = explainDifference(contributions, highest, lowest, weightOf);
  const most = parts.reduce((best, each) => Math.max(best, each.part), 0);
  const largest = most > 0 ? parts.find((each) => each.part === most) : undefined;
  return largest === undefined ? null : { criterionId: largest.criterionId, highest: largest.highest, lowest: largest.lowest };
}

/**
 * Every criterion's part of the difference between two groups' scores. A score is Σ sᵢ·mᵢ over what the group could judge, its
 * shares sᵢ summing to 1, so that for any level c the difference is Σ (sᵢ·(mᵢ − c) − s'ᵢ·(m'ᵢ − c)). With c between the two scores
 * a criterion that only one of them could judge, or that they weigh differently, counts as far as it moves that group away from the other.
 * Parts are in levels of the scale and sum to the difference.
 */
export function explainDifference(contributions: readonly Contribution[], highest: number, lowest: number, weightOf: WeightOf): ReadonlyArray<DisagreementCause & { readonly part: number }> {
  const [above, below] = [viewsOf(contributions, highest, weightOf), viewsOf(contributions, lowest, weightOf)];
  const middle = (scoreOf(above) + scoreOf(below)) / 2;
  const pull = (view: GroupView | null) => (view === null ? 0 : view.share * (view.meanUnits / LEVEL_UNITS - middle));
  return contributions.map(({ criterionId }) => {
    const [high, low] = [above.get(criterionId) ?? null, below.get(criterionId) ?? null];
    return { criterionId, highest: high, lowest: low, part: pull(high) - pull(low) };
  });
}

const scoreOf = (views: ReadonlyMap<number, GroupView>): number => [...views.values()].reduce((sum, { share, meanUnits }) => sum + (share * meanUnits) / LEVEL_UNITS, 0);

function viewsOf(contributions: readonly Contribution[], raterGroupId: number, weightOf: WeightOf): ReadonlyMap<number, GroupView> {
  const judged = contributions.flatMap(({ criterionId, groups }) => {
    const meanUnits = groups.find((group) => group.raterGroupId === raterGroupId)?.meanUnits ?? null;
    const weight = weightOf(raterGroupId, criterionId);
    return meanUnits === null || weight === 0 ? [] : [{ criterionId, meanUnits, weight }];
  });
  const total = judged.reduce((sum, each) => sum + each.weight, 0);
  return new Map(judged.map(({ criterionId, meanUnits, weight }) => [criterionId, { meanUnits, share: weight / total }]));
}
