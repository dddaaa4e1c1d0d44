import { z } from "zod";
import { t } from "#app/i18n/de/strategy.ts";
import { openedVersionField, optionalText, requiredText } from "./plain-fields.ts";

const position = z
  .string()
  .regex(/^\d{1,3}$/, t("problem.notWhole"))
  .optional()
  .transform((value) => Number(value ?? 0));
const id = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, t("problem.unknownChoice"))
  .optional()
  .transform((value) => (value === undefined ? null : Number(value)));

export const ActionFieldForm = z.object({ rowVersion: openedVersionField, name: requiredText(120, t("problem.nameMissing"), t("problem.tooLong")), description: optionalText(4_000, t("problem.tooLong")), position });
export const GoalForm = z.object({ rowVersion: openedVersionField, title: requiredText(300, t("problem.titleMissing"), t("problem.tooLong")), description: optionalText(4_000, t("problem.tooLong")), position, actionFieldId: id });
