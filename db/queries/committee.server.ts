import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Role } from "#app/domain/permissions/permissions.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { comment, snapshot, submission, user } from "#db/schema/index.ts";

/** A frozen version without its content. */
export type VersionRow = {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly sha256: string;
  readonly submission: SubmissionRow | null;
};
export type SubmissionRow = { readonly committee: string; readonly meetingDate: PlainDate | null; readonly submittedAt: string; readonly submittedBy: string };

const freezer = alias(user, "freezer");
const submitter = alias(user, "submitter");

function versions(db: DbOrTx) {
  return db
    .select({
      id: snapshot.id,
      number: snapshot.number,
      title: snapshot.title,
      note: snapshot.note,
      frozenAt: snapshot.frozenAt,
      frozenBy: freezer.name,
      sha256: snapshot.sha256,
      committee: submission.committee,
      meetingDate: submission.meetingDate,
      submittedAt: submission.submittedAt,
      submittedBy: submitter.name,
    })
    .from(snapshot)
    .innerJoin(freezer, eq(freezer.id, snapshot.frozenBy))
    .leftJoin(submission, eq(submission.snapshotId, snapshot.id))
    .leftJoin(submitter, eq(submitter.id, submission.submittedBy));
}

type FlatVersion = ReturnType<ReturnType<typeof versions>["all"]>[number];

const toVersion = ({ committee, meetingDate, submittedAt, submittedBy, ...version }: FlatVersion): VersionRow => ({
  ...version,
  submission: committee === null || submittedAt === null ? null : { committee, meetingDate, submittedAt, submittedBy: submittedBy ?? "" },
});

/** Newest first. */
export const listVersions = (db: DbOrTx): VersionRow[] => versions(db).orderBy(desc(snapshot.number)).all().map(toVersion);

export function findVersion(db: DbOrTx, id: number): VersionRow | null {
  const row = versions(db).where(eq(snapshot.id, id)).get();
  return row === undefined ? null : toVersion(row);
}

/** The frozen text as it lies in the database, unchecked. */
export const versionContent = (db: DbOrTx, id: number): string | null =>
  db.select({ content: snapshot.content }).from(snapshot).where(eq(snapshot.id, id)).get()?.content ?? null;

export const latestVersion = (db: DbOrTx): { id: number; number: number } | null =>
  db.select({ id: snapshot.id, number: snapshot.number }).from(snapshot).orderBy(desc(snapshot.number)).limit(1).get() ?? null;

export const insertVersion = (tx: DbOrTx, version: Omit<typeof snapshot.$inferInsert, "id">): number =>
  tx.insert(snapshot).values(version).returning({ id: snapshot.id }).get().id;

export const insertSubmission = (tx: DbOrTx, values: Omit<typeof submission.$inferInsert, "id">): number =>
  tx.insert(submission).values(values).returning({ id: submission.id }).get().id;

export type CommentRow = {
  readonly id: number;
  readonly measureId: number | null;
  readonly parentId: number | null;
  readonly text: string;
  readonly writtenAt: string;
  readonly authorId: number;
  readonly author: string;
  readonly authorRole: Role;
  readonly parliamentaryGroup: string | null;
};

/** All comments on a version, oldest first; answers point to what they answer. */
export const listComments = (db: DbOrTx, snapshotId: number): CommentRow[] =>
  db
    .select({
      id: comment.id,
      measureId: comment.measureId,
      parentId: comment.parentId,
      text: comment.text,
      writtenAt: comment.writtenAt,
      authorId: comment.authorId,
      author: user.name,
      authorRole: user.role,
      parliamentaryGroup: user.parliamentaryGroup,
    })
    .from(comment)
    .innerJoin(user, eq(user.id, comment.authorId))
    .where(eq(comment.snapshotId, snapshotId))
    .orderBy(asc(comment.writtenAt), asc(comment.id))
    .all();

export const findComment = (db: DbOrTx, snapshotId: number, id: number): { id: number; measureId: number | null; parentId: number | null } | null =>
  db
    .select({ id: comment.id, measureId: comment.measureId, parentId: comment.parentId })
    .from(comment)
    .where(and(eq(comment.id, id), eq(comment.snapshotId, snapshotId)))
    .get() ?? null;

export const insertComment = (tx: DbOrTx, values: Omit<typeof comment.$inferInsert, "id">): number =>
  tx.insert(comment).values(values).returning({ id: comment.id }).get().id;

/** For each version: how many comments it has, and to how many of a committee member nobody else has replied. */
export function countComments(db: DbOrTx): Map<number, { readonly total: number; readonly unanswered: number }> {
  const rows = db
    .select({
      snapshotId: comment.snapshotId,
      total: sql<number>`count(*)`,
      unanswered: sql<number>`sum(${user.role} = 'reviewer' AND NOT EXISTS (SELECT 1 FROM comment AS answer WHERE answer.parent_id = comment.id AND answer.author_id <> comment.author_id))`,
    })
    .from(comment)
    .innerJoin(user, eq(user.id, comment.authorId))
    .where(isNull(comment.parentId))
    .groupBy(comment.snapshotId)
    .all();
  return new Map(rows.map(({ snapshotId, total, unanswered }) => [snapshotId, { total, unanswered }]));
}
