import { eq, sql } from "drizzle-orm";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { rating } from "#db/schema/index.ts";
import { prepared } from "#db/statements.server.ts";

/** How far one person is: measures that compete, and those of them answered on every criterion ("cannot judge" is an answer). */
export type RaterProgress = { readonly raterGroupId: number; readonly userId: number; readonly name: string; readonly done: number; readonly answerCount: number };

const settled = settledStatuses.map((status) => `'${status}'`).join(", ");

/** Everybody who may rate in the groups of the round, by group and name. */
export function listRaterProgress(db: Db, roundId: number): { readonly measureCount: number; readonly raters: readonly RaterProgress[] } {
  const raters = prepared(
    db,
    `WITH competing(id) AS (SELECT id FROM measure WHERE archived_at IS NULL AND status NOT IN (${settled})),
     criteria_of_round(id) AS (SELECT k.id FROM round_criterion AS c JOIN criterion AS k ON k.id = c.criterion_id AND k.archived_at IS NULL WHERE c.round_id = @roundId),
     answers(user_id, rater_group_id, measure_id, count) AS (
       SELECT user_id, rater_group_id, measure_id, count(*) FROM rating
       WHERE round_id = @roundId AND measure_id IN competing AND criterion_id IN criteria_of_round GROUP BY user_id, rater_group_id, measure_id)
     SELECT u.rater_group_id AS raterGroupId, u.id AS userId, u.name AS name,
       (SELECT count(*) FROM answers AS a WHERE a.user_id = u.id AND a.rater_group_id = u.rater_group_id AND a.count >= (SELECT count(*) FROM criteria_of_round)) AS done,
       (SELECT coalesce(sum(a.count), 0) FROM answers AS a WHERE a.user_id = u.id AND a.rater_group_id = u.rater_group_id) AS answerCount
     FROM user AS u JOIN round_group AS g ON g.rater_group_id = u.rater_group_id AND g.round_id = @roundId
     WHERE u.deactivated_at IS NULL ORDER BY u.rater_group_id, u.name, u.id`,
  ).all({ roundId }) as RaterProgress[];
  const { count } = prepared(db, `SELECT count(*) AS count FROM measure WHERE archived_at IS NULL AND status NOT IN (${settled})`).get() as { count: number };
  return { measureCount: count, raters };
}

export type AnswerCount = { readonly id: number; readonly answerCount: number; readonly personCount: number };

/** Answers of a round and the people who gave them, by criterion and by group. */
export function countAnswers(db: DbOrTx, roundId: number): { readonly byCriterion: readonly AnswerCount[]; readonly byGroup: readonly AnswerCount[] } {
  return { byCriterion: countBy(db, roundId, rating.criterionId), byGroup: countBy(db, roundId, rating.raterGroupId) };
}

const countBy = (db: DbOrTx, roundId: number, column: typeof rating.criterionId | typeof rating.raterGroupId): AnswerCount[] =>
  db
    .select({ id: column, answerCount: sql<number>`count(*)`, personCount: sql<number>`count(DISTINCT ${rating.userId})` })
    .from(rating)
    .where(eq(rating.roundId, roundId))
    .groupBy(column)
    .all();
