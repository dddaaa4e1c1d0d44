import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { allocateInteger } from "#app/domain/money/allocate.ts";
import type { Criterion, RaterGroup, Rating } from "#app/domain/portfolio/portfolio.ts";
import { answersOfMeasure, averageOfGroups, type CriterionAnswers } from "./criterion-answers.ts";
import { combineWeights, type CombinedWeights } from "./combined-weights.ts";
import { LEVEL_UNITS, TOP_LEVEL, divideRoundingHalfUp } from "./level-units.ts";
import { placeByHand } from "./place-by-hand.ts";
import type { GroupWeight, PriorityOverride } from "./round.ts";
import { bySurveyedMeasure, type SurveyAnswer } from "./survey-answers.ts";

/**
 * Ranking by simple additive weighting (Churchman & Ackoff 1954; Hwang & Yoon 1981, "SAW"):
 *
 *   score = 100 · Σ wᵢ·rᵢ / (4 · Σ wᵢ)      over the criteria i that somebody could judge
 *   rᵢ    = Σ vᵢₕ·mᵢₕ / Σ vᵢₕ                over the groups h that answered; wᵢ and vᵢₕ: {@link CombinedWeights}
 *   mᵢₕ   = mean of the members' known values, each counted as 4 − value where the criterion is reversed
 *
 * Unknown is not zero: a criterion without any known value leaves both sums, and `coveredWeight` says so;
 * a measure without any known value gets no score and no position.
 * Whole numbers throughout: means are kept in ten-thousandths of a level, the score in tenths of a point (0 to 1000),
 * both rounded half up; contributions are handed out by largest remainder and so sum to the score as displayed.
 * Measures with the same displayed score are ordered by deadline (earlier first, none last), then by id.
 * Places given by hand come last of all: the others keep their order around them.
 */
export type Ranking = {
  /** By position, best first. */
  readonly entries: readonly RankingEntry[];
  /** Measures nobody could judge on any weighted criterion, by deadline, then id. */
  readonly unrated: readonly UnratedMeasure[];
};

export type RankingEntry = {
  /** 1 to n, each once. */
  readonly position: number;
  /** The place it would have if no place were given by hand. */
  readonly computedPosition: number;
  /** Why a hand gave it its place; null where it was computed. */
  readonly overrideReason: string | null;
  readonly measureId: number;
  /** Tenths of a point, 0 to 1000. */
  readonly scoreTenths: number;
  /** Why it stands below the entry before it although both have the same score; null where the scores differ. */
  readonly tieBrokenBy: "deadline" | "id" | null;
  /** In the order of the criteria given. */
  readonly contributions: readonly Contribution[];
  /** In the order of the groups given: the score if this group alone had rated; null where it rated nothing. */
  readonly groupScores: readonly GroupScore[];
  /** Sum of the weights of the criteria that count here, and of all criteria: equal when nothing is missing. */
  readonly coveredWeight: number;
  readonly totalWeight: number;
  /** Pairs of criterion and group (both with weight) without a known value. */
  readonly missingCount: number;
  readonly expectedCount: number;
};

export type Contribution = CriterionAnswers & {
  /** Tenths of a point; null where nobody could judge. */
  readonly contributionTenths: number | null;
};

export type GroupScore = { readonly raterGroupId: number; readonly scoreTenths: number | null };

export type UnratedMeasure = { readonly measureId: number; readonly missingCount: number; readonly expectedCount: number };

export type RankableMeasure = { readonly id: number; readonly deadline: PlainDate | null };

export type RankingInput = {
  readonly measures: readonly RankableMeasure[];
  readonly criteria: readonly Criterion[];
  readonly raterGroups: readonly RaterGroup[];
  readonly ratings: readonly Rating[];
  /** What surveys said, as ratings of their groups. */
  readonly surveyAnswers?: readonly SurveyAnswer[] | undefined;
  /** Weights of groups that have their own; the others take the criteria's. */
  readonly groupWeights?: readonly GroupWeight[] | undefined;
  /** Places given by hand; those of measures without a score are left out. */
  readonly overrides?: readonly PriorityOverride[] | undefined;
};

/** Ratings of measures, criteria or groups that are not given (archived ones) are left out. */
export function rankMeasures({
  measures,
  criteria,
  raterGroups,
  ratings,
  surveyAnswers = [],
  groupWeights = [],
  overrides = [],
}: RankingInput): Ranking {
  const ratingsByMeasure = new Map<number, Rating[]>(measures.map((measure) => [measure.id, []]));
  for (const rating of ratings) ratingsByMeasure.get(rating.measureId)?.push(rating);

  const surveyed = bySurveyedMeasure(surveyAnswers);
  const weights = combineWeights({ criteria, raterGroups, groupWeights });
  const judged = measures.map((measure) => ({
    measure,
    ...judge(answersOfMeasure({ criteria, raterGroups, ratings: ratingsByMeasure.get(measure.id) ?? [], surveyAnswers: surveyed.get(measure.id), weights }), raterGroups, weights),
  }));
  const ranked = judged
    .flatMap((entry) => (entry.scoreTenths === null ? [] : [{ ...entry, scoreTenths: entry.scoreTenths }]))
    .sort((a, b) => b.scoreTenths - a.scoreTenths || byDeadlineThenId(a.measure, b.measure));
  const computed = ranked.map(({ measure, ...entry }, index) => ({
    position: index + 1,
    computedPosition: index + 1,
    overrideReason: null,
    measureId: measure.id,
    tieBrokenBy: tieBreak(ranked[index - 1], { measure, scoreTenths: entry.scoreTenths }),
    ...entry,
  }));
  return {
    entries: placeByHand(computed, overrides),
    unrated: judged
      .filter((entry) => entry.scoreTenths === null)
      .sort((a, b) => byDeadlineThenId(a.measure, b.measure))
      .map(({ measure, missingCount, expectedCount }) => ({ measureId: measure.id, missingCount, expectedCount })),
  };
}

function judge(answers: readonly CriterionAnswers[], raterGroups: readonly RaterGroup[], weights: CombinedWeights) {
  const { scoreTenths, contributions } = addUp(answers.map((answer) => ({ weight: answer.weight, level: answer.meanUnits })));
  const counting = answers.filter((answer) => answer.weight > 0);
  const countingGroups = raterGroups.filter((group) => group.weight > 0);
  const expectedCount = counting.length * countingGroups.length;
  const knownCount = counting.flatMap((answer) => answer.groups).filter((group) => group.weight > 0 && group.meanUnits !== null).length;
  return {
    scoreTenths,
    contributions: answers.map((answer, index) => ({ ...answer, contributionTenths: contributions[index] ?? null })),
    groupScores: raterGroups.map((group) => ({
      raterGroupId: group.id,
      scoreTenths: addUp(
        answers.map((answer) => ({
          weight: weights.withinGroup(group.id, answer.criterionId),
          level: averageOfGroups(answer.groups.filter((each) => each.raterGroupId === group.id).map((each) => ({ ...each, weight: 1 }))),
        })),
      ).scoreTenths,
    })),
    coveredWeight: sum(counting.filter((answer) => answer.meanUnits !== null).map((answer) => answer.weight)),
    totalWeight: sum(counting.map((answer) => answer.weight)),
    missingCount: expectedCount - knownCount,
    expectedCount,
  };
}

/** The weighted sum over the known levels, in tenths of a point, and every criterion's part of it. */
function addUp(parts: ReadonlyArray<{ weight: number; level: number | null }>): { scoreTenths: number | null; contributions: (number | null)[] } {
  const coveredWeight = sum(parts.filter((part) => part.level !== null).map((part) => part.weight));
  if (coveredWeight === 0) return { scoreTenths: null, contributions: parts.map(() => null) };
  const products = parts.map((part) => part.weight * (part.level ?? 0));
  const scoreTenths = divideRoundingHalfUp(sum(products) * 1000, coveredWeight * TOP_LEVEL * LEVEL_UNITS);
  const shares = scoreTenths === 0 ? products.map(() => 0) : allocateInteger(scoreTenths, products);
  return { scoreTenths, contributions: parts.map((part, index) => (part.level === null ? null : (shares[index] ?? 0))) };
}

const byDeadlineThenId = (a: RankableMeasure, b: RankableMeasure): number => compareDeadlines(a.deadline, b.deadline) || a.id - b.id;

function compareDeadlines(a: PlainDate | null, b: PlainDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

type Placed = { readonly measure: RankableMeasure; readonly scoreTenths: number };

function tieBreak(above: Placed | undefined, entry: Placed): RankingEntry["tieBrokenBy"] {
  if (above === undefined || above.scoreTenths !== entry.scoreTenths) return null;
  return above.measure.deadline === entry.measure.deadline ? "id" : "deadline";
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
