import { z } from "zod";
import { t } from "#app/i18n/de/committee.ts";
import { dateField } from "./fields.ts";

const optionalText = (limit: number, tooLong: string) =>
  z
    .string()
    .trim()
    .max(limit, tooLong)
    .optional()
    .transform((text) => text ?? "");

export const FreezeForm = z.object({
  title: z.string({ error: t("problem.titleMissing") }).trim().min(1, t("problem.titleMissing")).max(200, t("problem.titleTooLong")),
  note: optionalText(4000, t("problem.noteTooLong")),
});

export const SubmitForm = z.object({
  intent: z.literal("submit"),
  committee: z.string({ error: t("problem.committeeMissing") }).trim().min(1, t("problem.committeeMissing")).max(200, t("problem.committeeTooLong")),
  meetingDate: dateField,
});

const commentText = z.string({ error: t("problem.textMissing") }).trim().min(1, t("problem.textMissing")).max(4000, t("problem.textTooLong"));

export const CommentForm = z.object({ intent: z.literal("comment"), text: commentText });
export const AnswerForm = z.object({ intent: z.literal("answer"), commentId: z.coerce.number().int().positive(), text: commentText });
