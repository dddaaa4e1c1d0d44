import { z } from "zod";
import { raterGroupKinds } from "#app/domain/measures/vocabulary.ts";
import { ratingLevels } from "#app/domain/prioritisation/level-units.ts";
import { derivationShape, readDerivation } from "./derivation.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { openedVersionField, optionalText, requiredText, wholeNumber } from "./plain-fields.ts";

const tooLong = (max: number) => t("problem.textTooLong", { max });
const text = (max: number) => optionalText(max, tooLong(max));
const whole = (min: number, max: number) => wholeNumber(min, max, t("problem.wholeNumber", { min, max }));
const name = requiredText(120, t("problem.nameMissing"), tooLong(120));

/** `levels.s0` to `levels.s4`: all five sentences or none. */
export const CriterionForm = z
  .object({
    name,
    question: text(500),
    weight: whole(0, 100),
    reversed: z
      .literal("on")
      .optional()
      .transform((value) => value === "on"),
    position: whole(0, 9999),
    levels: z.object({ s0: text(300), s1: text(300), s2: text(300), s3: text(300), s4: text(300) }).optional(),
    ...derivationShape,
    /** What the page said would be touched, and the person saw. */
    confirmed: z.array(z.string().max(60)).max(10).optional(),
    rowVersion: openedVersionField,
  })
  .superRefine(({ levels }, context) => {
    if (levels === undefined || ratingLevels.every((level) => levels[`s${level}`] === "")) return;
    for (const level of ratingLevels) {
      if (levels[`s${level}`] === "") context.addIssue({ code: "custom", path: ["levels", `s${level}`], message: t("problem.levelMissing") });
    }
  })
  .transform(({ levels, derivedFrom, bounds, ...fields }, context) => {
    const sentences = levels === undefined ? [] : ratingLevels.map((level) => levels[`s${level}`]);
    return { ...fields, levels: sentences.every((sentence) => sentence !== "") ? sentences : [], derivation: readDerivation({ derivedFrom, bounds }, context) };
  });

export const RaterGroupForm = z.object({
  name,
  kind: z.enum(raterGroupKinds, { error: t("problem.kindMissing") }),
  weight: whole(0, 100),
  position: whole(0, 9999),
  isSurvey: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  rowVersion: openedVersionField,
});

/** `answers.c12` is the answer to criterion 12: a level, or "unknown" for "kann ich nicht beurteilen". Criteria left open are not sent. */
export const RatingForm = z
  .object({
    answers: z.record(z.string().regex(/^c[1-9]\d{0,14}$/), z.enum(["0", "1", "2", "3", "4", "unknown"])).optional(),
    then: z.enum(["next", "stay"]).optional(),
  })
  .transform(({ answers = {}, then = "next" }) => ({
    then,
    answers: Object.entries(answers).map(([key, value]) => ({ criterionId: Number(key.slice(1)), value: value === "unknown" ? null : Number(value) })),
  }));
