import { and, asc, eq, isNull, notInArray } from "drizzle-orm";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import type { Rating } from "#app/domain/portfolio/portfolio.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { preparedOnce } from "#db/prepared.server.ts";
import { measure, rating } from "#db/schema/index.ts";

const rankable = and(isNull(measure.archivedAt), notInArray(measure.status, [...settledStatuses]));

/** What the ranking and the rating screen need of the measures that compete for a place, by id. */
export const listRankableMeasures = (db: DbOrTx) => rankableMeasures(db).all();
const rankableMeasures = preparedOnce((db) =>
  db
    .select({ id: measure.id, title: measure.title, status: measure.status, deadline: measure.deadline, actionFieldId: measure.actionFieldId })
    .from(measure)
    .where(rankable)
    .orderBy(asc(measure.id))
    .prepare(),
);

export const isRankableMeasure = (db: DbOrTx, measureId: number): boolean =>
  db.select({ id: measure.id }).from(measure).where(and(rankable, eq(measure.id, measureId))).get() !== undefined;

/** One user's own ratings in a round, of one measure or of all. */
export const listRatingsOfUser = (db: DbOrTx, roundId: number, userId: number, measureId?: number): Rating[] =>
  db
    .select({ measureId: rating.measureId, criterionId: rating.criterionId, userId: rating.userId, raterGroupId: rating.raterGroupId, value: rating.value })
    .from(rating)
    .where(and(eq(rating.roundId, roundId), eq(rating.userId, userId), measureId === undefined ? undefined : eq(rating.measureId, measureId)))
    .all();

/** Stores answers, each in place of the same user's earlier one in the round. */
export function storeRatings(tx: DbOrTx, roundId: number, ratings: readonly Rating[], ratedAt: string): void {
  for (const each of ratings) {
    tx.insert(rating)
      .values({ ...each, roundId, ratedAt })
      .onConflictDoUpdate({ target: [rating.roundId, rating.measureId, rating.criterionId, rating.userId], set: { value: each.value, raterGroupId: each.raterGroupId, ratedAt } })
      .run();
  }
}
