import { z } from "zod";
import { parsePlainDate, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { parseQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { readGermanAmount } from "#app/domain/money/amount-text.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type { FieldProblem } from "#app/domain/result.ts";
import { problemText } from "#app/i18n/de/measure-problems.ts";

/**
 * Form fields as they come from a browser: an empty one arrives as undefined. What is left empty is unknown (null) or an empty text,
 * never a guess.
 */
const problem = (code: string, values?: FieldProblem["values"]) => problemText(values ? { code, values } : { code });

/** The largest amount the database takes: a hundred billion euros. */
const MOST_CENTS = 100_000_000_000_00;

export const textField = (max: number) =>
  z
    .string({ error: problem("other") })
    .max(max, problem("tooLong", { max }))
    .optional()
    .transform((value) => value ?? "");

export const choiceField = <const T extends string>(values: readonly T[]) =>
  z
    .enum(values, { error: problem("notAChoice") })
    .optional()
    .transform((value): T | null => value ?? null);

export const requiredChoiceField = <const T extends string>(values: readonly T[]) => z.enum(values, { error: problem("notAChoice") });

const idText = z.string({ error: problem("notAChoice") }).regex(/^[1-9]\d{0,14}$/, problem("notAChoice"));
export const idField = idText.optional().transform((value) => (value === undefined ? null : Number(value)));
export const requiredIdField = (code: string) =>
  z
    .string({ error: problem(code) })
    .regex(/^[1-9]\d{0,14}$/, problem("notAChoice"))
    .transform(Number);
export const idListField = z
  .array(idText)
  .max(500)
  .transform((values) => values.map(Number));

/** Reads with `read`; null from it is a problem, an empty field is null. */
const readField = <T>(read: (text: string) => T | null, code: string, values?: FieldProblem["values"]) =>
  z
    .string({ error: problem(code, values) })
    .max(200, problem(code, values))
    .optional()
    .transform((text, context): T | null => {
      if (text === undefined || text.trim() === "") return null;
      const value = read(text.trim());
      if (value === null) context.addIssue({ code: "custom", message: problem(code, values) });
      return value;
    });

const readGermanDate = (text: string): PlainDate | null => {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return parsePlainDate(match ? `${match[3]}-${match[2]?.padStart(2, "0")}-${match[1]?.padStart(2, "0")}` : text);
};

export const quarterField = readField<Quarter>(parseQuarter, "notAQuarter");
/** "2027-03-31" from a date input, "31.03.2027" from a browser without one. */
export const dateField = readField<PlainDate>(readGermanDate, "notADate");
export const wholeField = (max: number) =>
  readField<number>((text) => (/^\d{1,9}$/.test(text) && Number(text) <= max ? Number(text) : null), "notWhole", { max });

export const amountField = z
  .string({ error: problem("notAnAmount") })
  .max(200, problem("notAnAmount"))
  .optional()
  .transform((text, context): Cents | null => {
    const reading = readGermanAmount(text ?? "");
    if (reading.kind === "empty") return null;
    const refusal = reading.kind === "unreadable" ? "notAnAmount" : reading.cents < 0 ? "amountNegative" : reading.cents > MOST_CENTS ? "amountTooLarge" : null;
    if (refusal !== null) {
      context.addIssue({ code: "custom", message: problem(refusal) });
      return null;
    }
    return reading.kind === "amount" ? reading.cents : null;
  });
