import { desc, eq } from "drizzle-orm";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import type { Db } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { measureConfirmation, snapshot, submission } from "#db/schema/index.ts";
import { prepared } from "#db/statements.server.ts";
import { countComments } from "./committee.server.ts";

/** When each measure was last confirmed to be true, by measure. */
export const confirmationTimes = remembered(
  (db: Db): ReadonlyMap<number, string> =>
    new Map(
      db
        .select({ measureId: measureConfirmation.measureId, confirmedAt: measureConfirmation.confirmedAt })
        .from(measureConfirmation)
        .all()
        .map((row) => [row.measureId, row.confirmedAt]),
    ),
);

export type SubmittedVersion = {
  readonly snapshotId: number;
  readonly number: number;
  readonly title: string;
  readonly committee: string;
  readonly meetingDate: PlainDate | null;
  readonly submittedAt: string;
};

/** The version that was handed to a committee last. */
export const findLatestSubmission = remembered(
  (db: Db): SubmittedVersion | null =>
  db
    .select({
      snapshotId: submission.snapshotId,
      number: snapshot.number,
      title: snapshot.title,
      committee: submission.committee,
      meetingDate: submission.meetingDate,
      submittedAt: submission.submittedAt,
    })
    .from(submission)
    .innerJoin(snapshot, eq(snapshot.id, submission.snapshotId))
    .orderBy(desc(submission.submittedAt), desc(submission.id))
    .limit(1)
    .get() ?? null,
);

const count = (db: Db, text: string, ...values: Array<string | number>): number => (prepared(db, text).get(...values) as { count: number }).count;

export const countUnansweredComments = remembered((db: Db): number => [...countComments(db).values()].reduce((sum, { unanswered }) => sum + unanswered, 0));

export const countCommentsBy = (db: Db, userId: number, snapshotId: number): number =>
  count(db, "SELECT count(*) AS count FROM comment WHERE author_id = ? AND snapshot_id = ?", userId, snapshotId);

/** Replies by others to this user's comments, written since the instant. */
export const countAnswersTo = (db: Db, userId: number, since: string): number =>
  count(
    db,
    "SELECT count(*) AS count FROM comment AS r JOIN comment AS c ON c.id = r.parent_id WHERE c.author_id = ? AND r.author_id <> ? AND r.written_at >= ?",
    userId,
    userId,
    since,
  );

export const countOpenImports = (db: Db, userId: number): number => count(db, "SELECT count(*) AS count FROM import_batch WHERE user_id = ? AND state = 'uploaded'", userId);

const settled = settledStatuses.map((status) => `'${status}'`).join(", ");

/** Open measures, and how many of them the user has rated in the round on every criterion ("cannot judge" is an answer, too). */
export const ratingProgressOf = remembered((db: Db, roundId: number, userId: number): { readonly total: number; readonly done: number } => {
  const row = prepared(
    db,
    `WITH criteria_of_round(id) AS (SELECT k.id FROM round_criterion AS c JOIN criterion AS k ON k.id = c.criterion_id AND k.archived_at IS NULL WHERE c.round_id = @roundId)
     SELECT count(*) AS total, coalesce(sum(answers >= criteria), 0) AS done FROM (
       SELECT (SELECT count(*) FROM rating AS r WHERE r.round_id = @roundId AND r.measure_id = m.id AND r.user_id = @userId AND r.criterion_id IN criteria_of_round) AS answers,
         (SELECT count(*) FROM criteria_of_round) AS criteria
       FROM measure AS m WHERE m.archived_at IS NULL AND m.status NOT IN (${settled}))`,
  ).get({ roundId, userId });
  return row as { total: number; done: number };
});
