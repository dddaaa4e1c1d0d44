import type { Criterion, RaterGroup } from "#app/domain/portfolio/portfolio.ts";
import { rankMeasures, type Contribution, type RankingEntry } from "#app/domain/prioritisation/rank-measures.ts";
import type { Comparison, OptionRating } from "./comparison.ts";

export type RankedOption = {
  /** 1 to n, each once. */
  readonly position: number;
  readonly optionId: number;
  /** Tenths of a point, 0 to 1000. */
  readonly scoreTenths: number;
  /** It has the same points as the option above it and stands lower only because it is listed later. */
  readonly isTied: boolean;
  /** In the order of the criteria. */
  readonly contributions: readonly Contribution[];
  /** Lowest and highest score a single person alone would have given. */
  readonly lowestTenths: number;
  readonly highestTenths: number;
  /** The place if every criterion with a weight weighed the same. */
  readonly positionUnderEqualWeights: number;
  /** Answers that are still missing, of those expected from everybody who rated anything. */
  readonly missingCount: number;
  readonly expectedCount: number;
};

export type OptionRanking = {
  readonly entries: readonly RankedOption[];
  /** Options nobody could judge on any weighted criterion, in their order. */
  readonly unratedIds: readonly number[];
  readonly raterCount: number;
};

/**
 * The ranking of measures, applied to options: see {@link rankMeasures} for the formula.
 * Every person who rated is a group of weight 1, so that every person counts the same and the range across people is known.
 * Options with the same displayed score stand in the order in which the comparison lists them.
 */
export function rankOptions({ criteria, options }: Pick<Comparison, "criteria" | "options">, ratings: readonly OptionRating[]): OptionRanking {
  const userIds = [...new Set(ratings.map((rating) => rating.userId))].sort((a, b) => a - b);
  const placeOf = new Map(options.map((option, index) => [option.id, index + 1]));
  const rank = (weighed: readonly Criterion[]) =>
    rankMeasures({
      measures: options.map((_option, index) => ({ id: index + 1, deadline: null })),
      criteria: weighed,
      raterGroups: userIds.map((id, position): RaterGroup => ({ id, name: String(id), kind: "administration", weight: 1, position })),
      ratings: ratings.flatMap(({ optionId, criterionId, userId, value }) => {
        const measureId = placeOf.get(optionId);
        return measureId === undefined ? [] : [{ measureId, criterionId, userId, raterGroupId: userId, value }];
      }),
    });
  const { entries, unrated } = rank(criteria);
  const equal = new Map(rank(criteria.map((each) => ({ ...each, weight: each.weight === 0 ? 0 : 1 }))).entries.map((entry) => [entry.measureId, entry.position]));
  const idAt = (place: number): number => options[place - 1]?.id ?? 0;
  return {
    entries: entries.map((entry) => ({ ...ranked(entry), optionId: idAt(entry.measureId), positionUnderEqualWeights: equal.get(entry.measureId) ?? entry.position })),
    unratedIds: unrated.map(({ measureId }) => idAt(measureId)),
    raterCount: userIds.length,
  };
}

function ranked({ position, scoreTenths, tieBrokenBy, contributions, groupScores, missingCount, expectedCount }: RankingEntry) {
  const known = groupScores.flatMap((group) => (group.scoreTenths === null ? [] : [group.scoreTenths]));
  return {
    position,
    scoreTenths,
    isTied: tieBrokenBy !== null,
    contributions,
    lowestTenths: Math.min(...known),
    highestTenths: Math.max(...known),
    missingCount,
    expectedCount,
  };
}
