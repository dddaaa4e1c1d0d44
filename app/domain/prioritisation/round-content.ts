import { z } from "zod";
import { canonicalJson } from "#app/domain/committee/canonical-json.ts";
import { plainDateSchema } from "#app/domain/committee/portfolio-schema.ts";
import { raterGroupKinds } from "#app/domain/measures/vocabulary.ts";
import type { Criterion, RaterGroup, Rating } from "#app/domain/portfolio/portfolio.ts";
import { rankMeasures, type RankableMeasure, type Ranking } from "./rank-measures.ts";
import { disclosures, weightingMethods, type Disclosure, type GroupWeight, type PriorityOverride } from "./round.ts";
import type { SurveyAnswer } from "./survey-answers.ts";

/**
 * The content of a closed round: everything its result is computed from, and the result, so that it can be recomputed and
 * compared for decades. Who rated is named only where the round discloses it; otherwise raters are numbers within the round.
 */
const id = z.number().int();
const criterionSchema = z.object({ id, name: z.string(), question: z.string(), weight: z.number(), reversed: z.boolean(), position: z.number(), levels: z.array(z.string()) });
const groupSchema = z.object({
  id,
  name: z.string(),
  kind: z.enum(raterGroupKinds),
  weight: z.number(),
  position: z.number(),
  ratesUntil: plainDateSchema.nullable(),
  weightingMethod: z.enum(weightingMethods),
});
export const surveyAnswerSchema = z.object({ measureId: id, criterionId: id, raterGroupId: id, meanUnits: z.number().int(), answerCount: z.number().int() });
const contentSchema = z.object({
  formatVersion: z.literal(1),
  title: z.string(),
  question: z.string(),
  disclosure: z.enum(disclosures),
  /** ISO instants in UTC. */
  openedAt: z.string(),
  closedAt: z.string(),
  measures: z.array(z.object({ id, title: z.string(), deadline: plainDateSchema.nullable() })),
  criteria: z.array(criterionSchema),
  raterGroups: z.array(groupSchema),
  groupWeights: z.array(z.object({ raterGroupId: id, criterionId: id, weight: z.number() })),
  pairwise: z.array(z.object({ raterGroupId: id, firstCriterionId: id, secondCriterionId: id, intensity: z.number() })),
  /** `userId` is a number within the round. */
  ratings: z.array(z.object({ measureId: id, criterionId: id, userId: id, raterGroupId: id, value: z.number().nullable() })),
  /** Missing where no survey was imported. */
  surveyAnswers: z.array(surveyAnswerSchema).optional(),
  /** Names of those numbers; empty unless the round names its raters. */
  raters: z.array(z.object({ userId: id, name: z.string() })),
  overrides: z.array(z.object({ measureId: id, position: z.number(), reason: z.string() })),
  result: z.object({
    entries: z.array(z.object({ measureId: id, position: z.number(), computedPosition: z.number(), scoreTenths: z.number(), overrideReason: z.string().nullable() })),
    unratedMeasureIds: z.array(id),
  }),
});
export type RoundContent = z.infer<typeof contentSchema>;

export type RoundMeasure = RankableMeasure & { readonly title: string };
export type RoundGroup = RaterGroup & Pick<RoundContent["raterGroups"][number], "ratesUntil" | "weightingMethod">;
export type PairwiseJudgement = RoundContent["pairwise"][number];

/** What a round is computed from, open or closed. */
export type RoundData = {
  readonly measures: readonly RoundMeasure[];
  readonly criteria: readonly Criterion[];
  readonly raterGroups: readonly RoundGroup[];
  readonly groupWeights: readonly GroupWeight[];
  readonly pairwise: readonly PairwiseJudgement[];
  readonly ratings: readonly Rating[];
  readonly surveyAnswers?: readonly SurveyAnswer[] | undefined;
  readonly overrides: readonly PriorityOverride[];
};

export const rankRound = (data: Pick<RoundData, "measures" | "criteria" | "raterGroups" | "ratings" | "surveyAnswers" | "groupWeights" | "overrides">): Ranking => rankMeasures(data);

export type RoundMeta = { readonly title: string; readonly question: string; readonly disclosure: Disclosure; readonly openedAt: string; readonly closedAt: string };

/** @param names of the users who rated, for rounds that name them */
export function freezeRound({ meta, data, names }: { readonly meta: RoundMeta; readonly data: RoundData; readonly names: ReadonlyMap<number, string> }): string {
  const kept = new Set(data.criteria.map((criterion) => criterion.id));
  const known = new Set(data.measures.map((measure) => measure.id));
  const counted = data.ratings.filter((rating) => kept.has(rating.criterionId) && known.has(rating.measureId));
  const numbers = numberRaters(counted, meta.disclosure === "anonymous" ? "byMeasure" : "byRound");
  const { entries, unrated } = rankRound(data);
  return canonicalJson({
    formatVersion: 1,
    ...meta,
    ...data,
    ...(data.surveyAnswers === undefined ? {} : { surveyAnswers: data.surveyAnswers.filter((answer) => kept.has(answer.criterionId) && known.has(answer.measureId)) }),
    ratings: counted.map((rating) => ({ ...rating, userId: numbers.of(rating) })).sort(byRating),
    raters: meta.disclosure === "named" ? [...numbers.users].map(([userId, number]) => ({ userId: number, name: names.get(userId) ?? "" })).sort((a, b) => a.userId - b.userId) : [],
    result: {
      entries: entries.map(({ measureId, position, computedPosition, scoreTenths, overrideReason }) => ({ measureId, position, computedPosition, scoreTenths, overrideReason })),
      unratedMeasureIds: unrated.map((entry) => entry.measureId),
    },
  });
}

/** Null when the text is no closed round of a known format. */
export function readRound(text: string): RoundContent | null {
  try {
    return contentSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Numbers instead of people, in an order that says nothing about them. In an anonymous round a number is one person's for
 * one measure only, so that nobody's answers can be put together across measures.
 */
function numberRaters(ratings: readonly Rating[], scope: "byRound" | "byMeasure") {
  const users = new Map<number, number>();
  const perMeasure = new Map<string, number>();
  const counts = new Map<number, number>();
  const ordered = [...ratings].sort((a, b) => a.raterGroupId - b.raterGroupId || sortKey(a) - sortKey(b) || a.userId - b.userId);
  for (const { userId, measureId } of ordered) {
    if (!users.has(userId)) users.set(userId, users.size + 1);
    const key = `${measureId}.${userId}`;
    if (perMeasure.has(key)) continue;
    const next = (counts.get(measureId) ?? 0) + 1;
    counts.set(measureId, next);
    perMeasure.set(key, next);
  }
  return { users, of: ({ userId, measureId }: Rating) => (scope === "byRound" ? users.get(userId) : perMeasure.get(`${measureId}.${userId}`)) ?? 0 };
}

/** Orders people within a group by what they said, not by who they are. */
const sortKey = ({ measureId, criterionId, value }: Rating): number => measureId * 1_000_000 + criterionId * 10 + (value ?? 5);

const byRating = (a: Rating, b: Rating): number => a.measureId - b.measureId || a.criterionId - b.criterionId || a.raterGroupId - b.raterGroupId || a.userId - b.userId;
