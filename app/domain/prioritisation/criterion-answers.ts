import type { Criterion, RaterGroup, Rating } from "#app/domain/portfolio/portfolio.ts";
import type { CombinedWeights } from "./combined-weights.ts";
import { LEVEL_UNITS, TOP_LEVEL, divideRoundingHalfUp } from "./level-units.ts";
import type { SurveyAnswer } from "./survey-answers.ts";

/** What the groups said about one measure on one criterion. Means count upward: a reversed criterion's values are already turned round. */
export type CriterionAnswers = {
  readonly criterionId: number;
  /** In the unit of all criteria's weights ({@link CombinedWeights}). */
  readonly weight: number;
  /** Mean over the groups with weight, in ten-thousandths of a level; null where none of them could judge. */
  readonly meanUnits: number | null;
  readonly groups: readonly GroupAnswers[];
};

export type GroupAnswers = {
  readonly raterGroupId: number;
  /** Of the group's view of this criterion. */
  readonly weight: number;
  readonly meanUnits: number | null;
  /** Members (or people asked in a survey) who gave a value, and members who said they cannot judge. */
  readonly knownCount: number;
  readonly declinedCount: number;
};

/** @param ratings those of one measure; so the survey answers */
export function answersOfMeasure({
  criteria,
  raterGroups,
  ratings,
  surveyAnswers = [],
  weights,
}: {
  readonly criteria: readonly Criterion[];
  readonly raterGroups: readonly RaterGroup[];
  readonly ratings: readonly Rating[];
  readonly surveyAnswers?: readonly SurveyAnswer[] | undefined;
  readonly weights: CombinedWeights;
}): CriterionAnswers[] {
  const answers = new Map<number, Rating[]>(criteria.map((criterion) => [criterion.id, []]));
  for (const rating of ratings) answers.get(rating.criterionId)?.push(rating);
  return criteria.map((criterion) => {
    const ofCriterion = answers.get(criterion.id) ?? [];
    const asked = surveyAnswers.filter((answer) => answer.criterionId === criterion.id);
    const groups = raterGroups.map(({ id }) => answersOfGroup({ id, weight: weights.ofView(id, criterion.id) }, criterion.reversed, ofCriterion, asked));
    return { criterionId: criterion.id, weight: weights.ofCriterion(criterion.id), meanUnits: averageOfGroups(groups), groups };
  });
}

/** @param ratings those of one criterion, by all groups; so the survey answers, each of which counts as many values as people answered */
function answersOfGroup({ id, weight }: Pick<RaterGroup, "id" | "weight">, reversed: boolean, ratings: readonly Rating[], surveyAnswers: readonly SurveyAnswer[]): GroupAnswers {
  let total = 0;
  let knownCount = 0;
  let declinedCount = 0;
  for (const { raterGroupId, value } of ratings) {
    if (raterGroupId !== id) continue;
    if (value === null) declinedCount += 1;
    else {
      total += (reversed ? TOP_LEVEL - value : value) * LEVEL_UNITS;
      knownCount += 1;
    }
  }
  for (const { raterGroupId, meanUnits, answerCount } of surveyAnswers) {
    if (raterGroupId !== id) continue;
    total += (reversed ? TOP_LEVEL * LEVEL_UNITS - meanUnits : meanUnits) * answerCount;
    knownCount += answerCount;
  }
  return { raterGroupId: id, weight, meanUnits: knownCount === 0 ? null : divideRoundingHalfUp(total, knownCount), knownCount, declinedCount };
}

/** Weighted mean over the groups that answered; null where none of them has weight. */
export function averageOfGroups(groups: ReadonlyArray<Pick<GroupAnswers, "weight" | "meanUnits">>): number | null {
  let weightedSum = 0;
  let weightSum = 0;
  for (const { weight, meanUnits } of groups) {
    if (meanUnits === null) continue;
    weightedSum += weight * meanUnits;
    weightSum += weight;
  }
  return weightSum === 0 ? null : divideRoundingHalfUp(weightedSum, weightSum);
}
