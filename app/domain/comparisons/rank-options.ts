import type { Criterion, RaterGroup } from "#app/domain/portfolio/portfolio.ts";
import { ratedLevels, selectRows } from "#app/domain/prioritisation/level-table.ts";
import { rankMeasures, type Contribution, type RankingEntry, type RankingInput } from "#app/domain/prioritisation/rank-measures.ts";
import { swapDistances } from "#app/domain/prioritisation/swap-distance.ts";
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
  readonly firstPlace: FirstPlace;
};

/**
 * What it takes to change the first place by one weight alone, the others keeping their proportions: "tied" where two have
 * the same points already, "never" where no single weight does it, null where fewer than two options are ranked.
 */
export type FirstPlace =
  | { readonly kind: "tied" | "never" }
  /** Shares of all weights in thousandths, now and where the challenger draws level. */
  | { readonly kind: "byWeight"; readonly criterionId: number; readonly challengerId: number; readonly nowPermille: number; readonly thenPermille: number }
  | null;

/**
 * The ranking of measures, applied to options: see {@link rankMeasures} for the formula.
 * Every person who rated is a group of weight 1, so that every person counts the same and the range across people is known.
 * Options with the same displayed score stand in the order in which the comparison lists them.
 */
export function rankOptions({ criteria, options }: Pick<Comparison, "criteria" | "options">, ratings: readonly OptionRating[]): OptionRanking {
  const userIds = [...new Set(ratings.map((rating) => rating.userId))].sort((a, b) => a - b);
  const placeOf = new Map(options.map((option, index) => [option.id, index + 1]));
  const inputOf = (weighed: readonly Criterion[]): RankingInput => ({
    measures: options.map((_option, index) => ({ id: index + 1, deadline: null })),
    criteria: weighed,
    raterGroups: userIds.map((id, position): RaterGroup => ({ id, name: String(id), kind: "administration", weight: 1, position })),
    ratings: ratings.flatMap(({ optionId, criterionId, userId, value }) => {
      const measureId = placeOf.get(optionId);
      return measureId === undefined ? [] : [{ measureId, criterionId, userId, raterGroupId: userId, value }];
    }),
  });
  const { entries, unrated } = rankMeasures(inputOf(criteria));
  const equal = new Map(rankMeasures(inputOf(criteria.map((each) => ({ ...each, weight: each.weight === 0 ? 0 : 1 })))).entries.map((entry) => [entry.measureId, entry.position]));
  const move = firstPlaceMove(inputOf(criteria), entries.map((entry) => entry.measureId));
  const idAt = (place: number): number => options[place - 1]?.id ?? 0;
  return {
    entries: entries.map((entry) => ({ ...ranked(entry), optionId: idAt(entry.measureId), positionUnderEqualWeights: equal.get(entry.measureId) ?? entry.position })),
    unratedIds: unrated.map(({ measureId }) => idAt(measureId)),
    raterCount: userIds.length,
    firstPlace: move?.kind === "byWeight" ? { kind: "byWeight", criterionId: criteria[move.column]?.id ?? 0, challengerId: idAt(move.challengerId), nowPermille: move.nowPermille, thenPermille: move.thenPermille } : move,
  };
}

/** The smallest move of one weight with which any other option draws level with the first. */
function firstPlaceMove(input: RankingInput, [firstId, ...otherIds]: readonly number[]) {
  if (firstId === undefined || otherIds.length === 0) return null;
  const { table, weights } = ratedLevels(input);
  const outcomes = otherIds.flatMap((challengerId) => {
    const pair = selectRows(table, (row) => [firstId, challengerId].includes(table.measures[row]?.id ?? 0));
    return swapDistances({ table: pair, weights }).map(({ outcome }) => ({ challengerId, outcome }));
  });
  if (outcomes.some(({ outcome }) => outcome.kind === "tied")) return { kind: "tied" as const };
  const moves = outcomes.flatMap(({ challengerId, outcome }) => (outcome.kind === "byWeight" ? [{ challengerId, ...outcome }] : []));
  const [smallest] = moves.sort((a, b) => Math.abs(a.change) - Math.abs(b.change));
  if (smallest === undefined) return { kind: "never" as const };
  const { challengerId, column, shareNow, shareAtSwap } = smallest;
  return { kind: "byWeight" as const, challengerId, column, nowPermille: Math.round(shareNow * 1000), thenPermille: Math.round(shareAtSwap * 1000) };
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
