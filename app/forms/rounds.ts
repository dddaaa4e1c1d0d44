import { z } from "zod";
import { disclosures } from "#app/domain/prioritisation/round.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { dateField } from "./fields.ts";

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, t("problem.textTooLong", { max }))
    .optional()
    .transform((value) => value ?? "");

const required = (max: number, missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(max, t("problem.textTooLong", { max }));

const wholeNumber = (min: number, max: number) => {
  const problem = t("problem.wholeNumber", { min, max });
  return z
    .string({ error: problem })
    .trim()
    .regex(/^\d{1,6}$/, problem)
    .transform(Number)
    .pipe(z.number().min(min, problem).max(max, problem));
};

/** The version the form was opened with; none on a new one. */
const rowVersion = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional();

const weight = wholeNumber(0, 100);
const idOf = (key: string) => Number(key.slice(1));
const keys = (letter: string) => z.string().regex(new RegExp(`^${letter}[1-9]\\d{0,8}$`));

/** `criteria.c12` and `groups.g3`: what is ticked takes part with its weight; the rest is not looked at. */
const row = z.object({ on: z.literal("on").optional(), weight: z.string().optional(), until: z.string().optional() }).transform((typed, context) => {
  if (typed.on === undefined) return null;
  const [parsedWeight, parsedUntil] = [weight.safeParse(typed.weight), dateField.safeParse(typed.until)];
  for (const [field, parsed] of [["weight", parsedWeight], ["until", parsedUntil]] as const) {
    if (!parsed.success) context.addIssue({ code: "custom", path: [field], message: parsed.error.issues[0]?.message ?? t("problem.other") });
  }
  return parsedWeight.success && parsedUntil.success ? { weight: parsedWeight.data, ratesUntil: parsedUntil.data } : z.NEVER;
});

export const RoundForm = z
  .object({
    title: required(120, t("problem.titleMissing")),
    question: text(500),
    disclosure: z.enum(disclosures, { error: t("problem.disclosureMissing") }),
    criteria: z.record(keys("c"), row).optional(),
    groups: z.record(keys("g"), row).optional(),
    /** What the page said would be lost, and the person saw. */
    confirmed: z.array(z.string().max(60)).max(400).optional(),
    rowVersion,
  })
  .transform(({ criteria = {}, groups = {}, confirmed = [], ...fields }) => ({
    ...fields,
    confirmed,
    criteria: Object.entries(criteria).flatMap(([key, entry]) => (entry === null ? [] : [{ criterionId: idOf(key), weight: entry.weight }])),
    groups: Object.entries(groups).flatMap(([key, entry]) => (entry === null ? [] : [{ raterGroupId: idOf(key), ...entry }])),
  }));

export const AdoptForm = z.object({ adoptedNote: required(300, t("problem.noteMissing")), rowVersion: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number) });

export const OverrideForm = z.object({ position: wholeNumber(1, 9999), reason: required(300, t("problem.reasonMissing")), rowVersion });
