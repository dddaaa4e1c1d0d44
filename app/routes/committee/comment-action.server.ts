import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/react";
import { AnswerForm, CommentForm } from "#app/forms/committee.ts";
import { dropFormDraft, offerFormDraft } from "#app/http/drafts.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/committee.ts";
import { answerComment, writeComment } from "#app/services/committee/write-comment.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";

/** The two comment forms of a version's pages: a comment, or the answer to one. */
export function handleComment(service: ServiceContext, request: Request, target: Target, formData: FormData, backTo: string) {
  const written = () => {
    dropFormDraft(service, request);
    return redirectWithMessage(backTo, t(formData.get("intent") === "answer" ? "comments.answered" : "comments.written"));
  };
  return formData.get("intent") === "answer" ? handleAnswer(service, target.versionId, formData, written) : handleNew(service, target, formData, written);
}

type Target = { readonly versionId: number; readonly measureId: number | null };
type Written = () => ReturnType<typeof redirectWithMessage>;

/** A comment (or, with `commentId`, an answer) that was not saved because the session had run out. */
export type KeptComment = { readonly commentId: number | null; readonly text: string };

export function keptComment(service: ServiceContext, request: Request): KeptComment | null {
  const entries = new Map(offerFormDraft(service, request)?.entries);
  const text = entries.get("text") ?? "";
  return text === "" ? null : { commentId: entries.get("intent") === "answer" ? Number(entries.get("commentId")) : null, text };
}

function handleNew(service: ServiceContext, target: Target, formData: FormData, written: Written) {
  const submission = parseWithZod(formData, { schema: CommentForm });
  if (submission.status !== "success") return data({ form: "comment" as const, commentId: null, lastResult: submission.reply() }, { status: 400 });
  const result = writeComment(service, { ...target, text: submission.value.text });
  if (!result.ok) throw refusalResponse(result.refusal);
  return written();
}

function handleAnswer(service: ServiceContext, versionId: number, formData: FormData, written: Written) {
  const submission = parseWithZod(formData, { schema: AnswerForm });
  const commentId = Number(formData.get("commentId"));
  if (submission.status !== "success") return data({ form: "answer" as const, commentId, lastResult: submission.reply() }, { status: 400 });
  const result = answerComment(service, { versionId, commentId, text: submission.value.text });
  if (!result.ok) throw refusalResponse(result.refusal);
  return written();
}
