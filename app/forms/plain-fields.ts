import { z } from "zod";

/** Fields that every form has, each with the sentence its own area says when they do not fit. An empty field arrives as undefined. */

/** Trimmed; left empty it is an empty text. */
export const optionalText = (max: number, tooLong: string) =>
  z
    .string()
    .trim()
    .max(max, tooLong)
    .optional()
    .transform((value) => value ?? "");

export const requiredText = (max: number, missing: string, tooLong: string) => z.string({ error: missing }).trim().min(1, missing).max(max, tooLong);

export const wholeNumber = (min: number, max: number, problem: string) =>
  z
    .string({ error: problem })
    .trim()
    .regex(/^\d{1,9}$/, problem)
    .transform(Number)
    .pipe(z.number().min(min, problem).max(max, problem));

/** The version the form was opened with. */
export const rowVersionField = z.string().regex(/^[1-9]\d{0,9}$/).transform(Number);

/** The same where the form may also be of something new, which has none (or 0). */
export const openedVersionField = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .optional();
