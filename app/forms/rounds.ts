import { z } from "zod";
import { disclosures } from "#app/domain/prioritisation/round.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { dateField } from "./fields.ts";
import { openedVersionField, optionalText, requiredText, rowVersionField, wholeNumber } from "./plain-fields.ts";

const tooLong = (max: number) => t("problem.textTooLong", { max });
const whole = (min: number, max: number) => wholeNumber(min, max, t("problem.wholeNumber", { min, max }));

const weight = whole(0, 100);
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
    title: requiredText(120, t("problem.titleMissing"), tooLong(120)),
    question: optionalText(500, tooLong(500)),
    disclosure: z.enum(disclosures, { error: t("problem.disclosureMissing") }),
    criteria: z.record(keys("c"), row).optional(),
    groups: z.record(keys("g"), row).optional(),
    /** What the page said would be lost, and the person saw. */
    confirmed: z.array(z.string().max(60)).max(400).optional(),
    rowVersion: openedVersionField,
  })
  .transform(({ criteria = {}, groups = {}, confirmed = [], ...fields }) => ({
    ...fields,
    confirmed,
    criteria: Object.entries(criteria).flatMap(([key, entry]) => (entry === null ? [] : [{ criterionId: idOf(key), weight: entry.weight }])),
    groups: Object.entries(groups).flatMap(([key, entry]) => (entry === null ? [] : [{ raterGroupId: idOf(key), ...entry }])),
  }));

export const AdoptForm = z.object({ adoptedNote: requiredText(300, t("problem.noteMissing"), tooLong(300)), rowVersion: rowVersionField });

export const OverrideForm = z.object({ position: whole(1, 9999), reason: requiredText(300, t("problem.reasonMissing"), tooLong(300)), rowVersion: openedVersionField });
