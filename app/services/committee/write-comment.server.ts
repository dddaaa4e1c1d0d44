import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Tx } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findComment, insertComment } from "#db/queries/committee.server.ts";
import { visibleVersion } from "./visible-version.server.ts";

export type WriteCommentCommand = { readonly versionId: number; readonly measureId: number | null; readonly text: string };
export type AnswerCommentCommand = { readonly versionId: number; readonly commentId: number; readonly text: string };

/** A remark on a measure of a version, or on the version as a whole. Comments are neither changed nor deleted. */
export function writeComment(service: ServiceContext, { versionId, measureId, text }: WriteCommentCommand): Result<{ id: number }> {
  const { db, user } = service;
  return write(db, (tx) => {
    if (!can(user, "comment:write")) return forbidden();
    const opened = visibleVersion(tx, user, versionId);
    if (!opened.ok) return opened;
    const { content } = opened.value;
    if (measureId !== null && !content?.portfolio.measures.some((measure) => measure.id === measureId)) return missing();
    return insert(tx, service, { snapshotId: versionId, measureId, parentId: null, text });
  });
}

/** An answer of the administration. Answers are not answered: one question, and what was said to it. */
export function answerComment(service: ServiceContext, { versionId, commentId, text }: AnswerCommentCommand): Result<{ id: number }> {
  const { db, user } = service;
  return write(db, (tx) => {
    if (!can(user, "comment:answer")) return forbidden();
    const opened = visibleVersion(tx, user, versionId);
    if (!opened.ok) return opened;
    const question = findComment(tx, versionId, commentId);
    if (question === null) return missing();
    if (question.parentId !== null) return invalid("", "answerToAnswer");
    return insert(tx, service, { snapshotId: versionId, measureId: question.measureId, parentId: question.id, text });
  });
}

type NewComment = { readonly snapshotId: number; readonly measureId: number | null; readonly parentId: number | null; readonly text: string };

function insert(tx: Tx, { clock, user }: ServiceContext, comment: NewComment): Result<{ id: number }> {
  const at = clock.now();
  const id = insertComment(tx, { ...comment, authorId: user.id, writtenAt: at });
  recordAudit(tx, { at, userId: user.id, action: comment.parentId === null ? "comment" : "answer", entity: "comment", entityId: id, before: null, after: comment });
  return ok({ id });
}
