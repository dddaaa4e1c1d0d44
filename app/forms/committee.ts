import { z } from "zod";
import { t } from "#app/i18n/de/committee.ts";
import { dateField } from "./fields.ts";
import { optionalText, requiredText } from "./plain-fields.ts";

export const FreezeForm = z.object({
  title: requiredText(200, t("problem.titleMissing"), t("problem.titleTooLong")),
  note: optionalText(4000, t("problem.noteTooLong")),
});

export const SubmitForm = z.object({
  intent: z.literal("submit"),
  committee: requiredText(200, t("problem.committeeMissing"), t("problem.committeeTooLong")),
  meetingDate: dateField,
});

const commentText = requiredText(4000, t("problem.textMissing"), t("problem.textTooLong"));

export const CommentForm = z.object({ intent: z.literal("comment"), text: commentText });
export const AnswerForm = z.object({ intent: z.literal("answer"), commentId: z.coerce.number().int().positive(), text: commentText });
