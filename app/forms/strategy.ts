import { z } from "zod";
import { t } from "#app/i18n/de/strategy.ts";

const text = (max: number) =>
  z
    .string()
    .max(max, t("problem.tooLong"))
    .optional()
    .transform((value) => (value ?? "").trim());
const position = z
  .string()
  .regex(/^\d{1,3}$/, t("problem.notWhole"))
  .optional()
  .transform((value) => Number(value ?? 0));
const rowVersion = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .optional();
const id = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, t("problem.unknownChoice"))
  .optional()
  .transform((value) => (value === undefined ? null : Number(value)));

const required = (max: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(max, t("problem.tooLong"));

export const ActionFieldForm = z.object({ rowVersion, name: required(120, t("problem.nameMissing")), description: text(4_000), position });
export const GoalForm = z.object({ rowVersion, title: required(300, t("problem.titleMissing")), description: text(4_000), position, actionFieldId: id });
