import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/react";
import { AnswerForm, CommentForm } from "#app/forms/committee.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/committee.ts";
import { answerComment, writeComment } from "#app/services/committee/write-comment.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";

/** The two comment forms of a version's pages: a comment, or the answer to one. */
export function handleComment(service: ServiceContext, target: { readonly versionId: number; readonly measureId: number | null }, formData: FormData, backTo: string) {
  return formData.get("intent") === "answer" ? handleAnswer(service, target.versionId, formData, backTo) : handleNew(service, target, formData, backTo);
}

function handleNew(service: ServiceContext, target: { readonly versionId: number; readonly measureId: number | null }, formData: FormData, backTo: string) {
  const submission = parseWithZod(formData, { schema: CommentForm });
  if (submission.status !== "success") return data({ form: "comment" as const, commentId: null, lastResult: submission.reply() }, { status: 400 });
  const result = writeComment(service, { ...target, text: submission.value.text });
  if (!result.ok) throw refusalResponse(result.refusal);
  return redirectWithMessage(backTo, t("comments.written"));
}

function handleAnswer(service: ServiceContext, versionId: number, formData: FormData, backTo: string) {
  const submission = parseWithZod(formData, { schema: AnswerForm });
  const commentId = Number(formData.get("commentId"));
  if (submission.status !== "success") return data({ form: "answer" as const, commentId, lastResult: submission.reply() }, { status: 400 });
  const result = answerComment(service, { versionId, commentId, text: submission.value.text });
  if (!result.ok) throw refusalResponse(result.refusal);
  return redirectWithMessage(backTo, t("comments.answered"));
}
