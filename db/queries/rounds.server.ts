import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { readRound, type RoundContent, type RoundData, type RoundGroup } from "#app/domain/prioritisation/round-content.ts";
import type { Disclosure, GroupWeight, PriorityOverride, RoundInForce, RoundState, WeightingMethod } from "#app/domain/prioritisation/round.ts";
import type { PlaceInRound } from "#app/domain/prioritisation/adopted-place.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Criterion, Rating } from "#app/domain/portfolio/portfolio.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { criterion, criterionLevel, groupWeight, measure, measurePriority, pairwiseJudgement, prioritisationRound, priorityOverride, raterGroup, rating, roundCriterion, roundGroup, user } from "#db/schema/index.ts";
import { listRankableMeasures } from "./ratings.server.ts";
import { roundSurveyAnswers } from "./surveys.server.ts";

export type RoundRow = {
  readonly id: number;
  readonly title: string;
  readonly question: string;
  readonly state: RoundState;
  readonly disclosure: Disclosure;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly adoptedAt: string | null;
  readonly adoptedNote: string;
  readonly contentHash: string | null;
  readonly rowVersion: number;
};

const { id, title, question, state, disclosure, openedAt, closedAt, adoptedAt, adoptedNote, contentHash, rowVersion } = prioritisationRound;
const columns = { id, title, question, state, disclosure, openedAt, closedAt, adoptedAt, adoptedNote, contentHash, rowVersion };

/** Newest first. */
export const listRounds = remembered((db: DbOrTx): readonly RoundRow[] => db.select(columns).from(prioritisationRound).orderBy(desc(openedAt), desc(id)).all());
export const findRound = (db: DbOrTx, roundId: number): RoundRow | null => listRounds(db).find((round) => round.id === roundId) ?? null;
/** There is at most one. */
export const findOpenRound = (db: DbOrTx): RoundRow | null => listRounds(db).find((round) => round.state === "open") ?? null;
/** The round whose order counts in list, plan and report: the one adopted last, or before the first adoption the newest. */
export function findRoundInForce(db: DbOrTx): RoundRow | null {
  const rounds = listRounds(db);
  const adopted = rounds.filter((round) => round.adoptedAt !== null).sort((a, b) => ((a.adoptedAt ?? "") < (b.adoptedAt ?? "") ? 1 : -1));
  return adopted[0] ?? rounds[0] ?? null;
}

/** What list, sheet and report say of the round whose order counts; null before the first round. */
export function roundInForce(db: DbOrTx): RoundInForce | null {
  const round = findRoundInForce(db);
  if (round === null) return null;
  const places = roundContent(db, round.id)?.result.entries.map(({ measureId, position, computedPosition, overrideReason }) => ({ measureId, position, computedPosition, overrideReason })) ?? null;
  return { title: round.title, state: round.state, disclosure: round.disclosure, adoptedAt: round.adoptedAt, adoptedNote: round.adoptedNote, places };
}

export const isRoundTitleTaken = (db: DbOrTx, wanted: string, exceptId: number | null): boolean => listRounds(db).some((round) => round.title === wanted && round.id !== exceptId);

/** A closed round's content; null while it is open. @throws Error when what is stored is no content of a known format */
export const roundContent = remembered((db: DbOrTx, roundId: number): RoundContent | null => {
  const row = db.select({ content: prioritisationRound.content }).from(prioritisationRound).where(eq(id, roundId)).get();
  if (row === undefined || row.content === null) return null;
  const content = readRound(row.content);
  if (content === null) throw new Error(`round ${roundId} has content of an unknown format`);
  return content;
});

/** The very text of a closed round's content, for checking its hash. */
export const storedContent = (db: DbOrTx, roundId: number): string | null => db.select({ content: prioritisationRound.content }).from(prioritisationRound).where(eq(id, roundId)).get()?.content ?? null;

/** What the round is computed from: as frozen when it is closed, as it stands while it is open. */
export const loadRoundData = remembered((db: DbOrTx, roundId: number): RoundData => {
  const frozen = roundContent(db, roundId);
  if (frozen !== null) return frozen;
  const surveyAnswers = roundSurveyAnswers(db, roundId);
  return {
    measures: listRankableMeasures(db).map(({ id: measureId, title: measureTitle, deadline }) => ({ id: measureId, title: measureTitle, deadline })),
    criteria: roundCriteria(db, roundId),
    raterGroups: roundGroups(db, roundId),
    groupWeights: groupWeights(db, roundId),
    pairwise: db
      .select({ raterGroupId: pairwiseJudgement.raterGroupId, firstCriterionId: pairwiseJudgement.firstCriterionId, secondCriterionId: pairwiseJudgement.secondCriterionId, intensity: pairwiseJudgement.intensity })
      .from(pairwiseJudgement)
      .where(eq(pairwiseJudgement.roundId, roundId))
      .orderBy(asc(pairwiseJudgement.raterGroupId), asc(pairwiseJudgement.firstCriterionId), asc(pairwiseJudgement.secondCriterionId))
      .all(),
    ratings: roundRatings(db, roundId),
    ...(surveyAnswers.length === 0 ? {} : { surveyAnswers }),
    overrides: roundOverrides(db, roundId),
  };
});

/** The criteria set, each with the round's weight, in their order. */
export const roundCriteria = remembered((db: DbOrTx, roundId: number): readonly Criterion[] => {
  const levels = db.select().from(criterionLevel).orderBy(asc(criterionLevel.criterionId), asc(criterionLevel.level)).all();
  return db
    .select({ id: criterion.id, name: criterion.name, question: criterion.question, weight: roundCriterion.weight, reversed: criterion.reversed, position: criterion.position })
    .from(roundCriterion)
    .innerJoin(criterion, eq(criterion.id, roundCriterion.criterionId))
    .where(and(eq(roundCriterion.roundId, roundId), isNull(criterion.archivedAt)))
    .orderBy(asc(criterion.position), asc(criterion.id))
    .all()
    .map((row) => ({ ...row, levels: levels.filter((level) => level.criterionId === row.id).map((level) => level.sentence) }));
});

/** The groups that take part, each with the round's weight, in their order. */
export const roundGroups = remembered((db: DbOrTx, roundId: number): readonly RoundGroup[] =>
  db
    .select({
      id: raterGroup.id,
      name: raterGroup.name,
      kind: raterGroup.kind,
      position: raterGroup.position,
      weight: roundGroup.weight,
      ratesUntil: roundGroup.ratesUntil,
      weightingMethod: roundGroup.weightingMethod,
    })
    .from(roundGroup)
    .innerJoin(raterGroup, eq(raterGroup.id, roundGroup.raterGroupId))
    .where(eq(roundGroup.roundId, roundId))
    .orderBy(asc(raterGroup.position), asc(raterGroup.id))
    .all(),
);

const groupWeights = (db: DbOrTx, roundId: number): GroupWeight[] =>
  db
    .select({ raterGroupId: groupWeight.raterGroupId, criterionId: groupWeight.criterionId, weight: groupWeight.weight })
    .from(groupWeight)
    .where(eq(groupWeight.roundId, roundId))
    .orderBy(asc(groupWeight.raterGroupId), asc(groupWeight.criterionId))
    .all();

/** Everybody's answers in an open round. */
export const roundRatings = (db: DbOrTx, roundId: number): Rating[] =>
  db
    .select({ measureId: rating.measureId, criterionId: rating.criterionId, userId: rating.userId, raterGroupId: rating.raterGroupId, value: rating.value })
    .from(rating)
    .where(eq(rating.roundId, roundId))
    .orderBy(asc(rating.measureId), asc(rating.criterionId), asc(rating.userId))
    .all();

const roundOverrides = (db: DbOrTx, roundId: number): PriorityOverride[] =>
  db
    .select({ measureId: priorityOverride.measureId, position: priorityOverride.position, reason: priorityOverride.reason })
    .from(priorityOverride)
    .where(eq(priorityOverride.roundId, roundId))
    .orderBy(asc(priorityOverride.measureId))
    .all();

/** Names of everybody who rated in the round. */
export const raterNames = (db: DbOrTx, roundId: number): Map<number, string> =>
  new Map(
    db
      .selectDistinct({ id: user.id, name: user.name })
      .from(rating)
      .innerJoin(user, eq(user.id, rating.userId))
      .where(eq(rating.roundId, roundId))
      .all()
      .map((row) => [row.id, row.name]),
  );

export type RoundFields = { readonly title: string; readonly question: string; readonly disclosure: Disclosure };
export type RoundCriterionFields = { readonly criterionId: number; readonly weight: number };
export type RoundGroupFields = { readonly raterGroupId: number; readonly weight: number; readonly ratesUntil: PlainDate | null };

export const insertRound = (tx: DbOrTx, fields: RoundFields & { readonly openedAt: string }): number => tx.insert(prioritisationRound).values(fields).returning({ id }).get().id;

/** False when somebody else saved first. */
export function updateRound(tx: DbOrTx, roundId: number, expectedVersion: number, fields: Partial<typeof prioritisationRound.$inferInsert>): boolean {
  const { changes } = tx
    .update(prioritisationRound)
    .set({ ...fields, rowVersion: expectedVersion + 1 })
    .where(and(eq(id, roundId), eq(rowVersion, expectedVersion)))
    .run();
  return changes === 1;
}

/** Replaces the criteria set. Ratings of criteria that leave it stay stored and count no more. */
export function storeRoundCriteria(tx: DbOrTx, roundId: number, criteria: readonly RoundCriterionFields[]): void {
  tx.delete(roundCriterion).where(eq(roundCriterion.roundId, roundId)).run();
  for (const each of criteria) tx.insert(roundCriterion).values({ roundId, ...each }).run();
}

/** Replaces who takes part; a group that stays keeps its way of weighing. */
export function storeRoundGroups(tx: DbOrTx, roundId: number, groups: readonly RoundGroupFields[]): void {
  const methods = new Map(tx.select().from(roundGroup).where(eq(roundGroup.roundId, roundId)).all().map((row) => [row.raterGroupId, row.weightingMethod]));
  tx.delete(roundGroup).where(eq(roundGroup.roundId, roundId)).run();
  for (const each of groups) tx.insert(roundGroup).values({ roundId, ...each, weightingMethod: methods.get(each.raterGroupId) ?? "standard" }).run();
}

/** Replaces a group's own weights and says how they came about. */
export function storeGroupWeights(tx: DbOrTx, { roundId, raterGroupId }: { roundId: number; raterGroupId: number }, method: WeightingMethod, weights: readonly RoundCriterionFields[]): void {
  const ofGroup = and(eq(groupWeight.roundId, roundId), eq(groupWeight.raterGroupId, raterGroupId));
  tx.delete(groupWeight).where(ofGroup).run();
  for (const each of weights) tx.insert(groupWeight).values({ roundId, raterGroupId, ...each }).run();
  tx.update(roundGroup)
    .set({ weightingMethod: method, rowVersion: sql`${roundGroup.rowVersion} + 1` })
    .where(and(eq(roundGroup.roundId, roundId), eq(roundGroup.raterGroupId, raterGroupId)))
    .run();
}

/** How many answers each criterion has in the round. */
export const countRoundRatings = (db: DbOrTx, roundId: number): Map<number, number> =>
  new Map(
    db
      .select({ criterionId: rating.criterionId, count: sql<number>`count(*)` })
      .from(rating)
      .where(eq(rating.roundId, roundId))
      .groupBy(rating.criterionId)
      .all()
      .map((row) => [row.criterionId, row.count]),
  );

export type Priority = typeof measurePriority.$inferSelect;
export const listPriorities = remembered((db: DbOrTx): readonly Priority[] => db.select().from(measurePriority).orderBy(asc(measurePriority.position)).all());

/** A measure's place in the order in force; null while it has none. */
export function findPriority(db: DbOrTx, measureId: number): PlaceInRound | null {
  const priorities = listPriorities(db);
  const own = priorities.find((priority) => priority.measureId === measureId);
  const round = own && findRound(db, own.roundId);
  if (!own || !round) return null;
  const entries = roundContent(db, round.id)?.result.entries ?? [];
  return {
    position: own.position,
    overrideReason: own.overrideReason,
    computedPosition: entries.find((entry) => entry.measureId === measureId)?.computedPosition ?? own.position,
    placeCount: Math.max(entries.length, priorities.length),
    roundId: round.id,
    roundTitle: round.title,
    adoptedAt: round.adoptedAt ?? "",
    adoptedNote: round.adoptedNote,
  };
}

/** The order in force is replaced as a whole. A measure that was deleted since has no row to refer to, and its place stays free. */
export function storePriorities(tx: DbOrTx, priorities: readonly Priority[]): void {
  const existing = new Set(tx.select({ id: measure.id }).from(measure).all().map((row) => row.id));
  tx.delete(measurePriority).run();
  for (const each of priorities) if (existing.has(each.measureId)) tx.insert(measurePriority).values(each).run();
}
