import type { CommentRow } from "#db/queries/committee.server.ts";

/** A comment with what was answered to it, oldest first. */
export type CommentThread = { readonly comment: CommentRow; readonly answers: readonly CommentRow[] };

export const commentThreads = (comments: readonly CommentRow[]): CommentThread[] =>
  comments.filter((comment) => comment.parentId === null).map((comment) => ({ comment, answers: comments.filter((answer) => answer.parentId === comment.id) }));
