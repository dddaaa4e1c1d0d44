import { z } from "zod";
import { readGermanAmount } from "#app/domain/money/amount-text.ts";
import { cents, type Cents } from "#app/domain/money/cents.ts";
import { ballotKinds, leftoverRules } from "#app/domain/prioritisation/ballot-terms.ts";
import { t } from "#app/i18n/de/ballots.ts";

const MOST_CENTS = 100_000_000_000_00;
const choice = <const T extends string>(values: readonly T[]) => z.enum(values, { error: t("problem.choose") });
const ids = z
  .array(z.string().regex(/^[1-9]\d{0,14}$/))
  .max(500)
  .optional()
  .transform((values = []) => values.map(Number));

const budget = z.string({ error: t("problem.amount") }).transform((text, context): Cents => {
  const reading = readGermanAmount(text);
  if (reading.kind === "amount" && reading.cents > 0 && reading.cents <= MOST_CENTS) return cents(reading.cents);
  context.addIssue({ code: "custom", message: t(reading.kind === "amount" && reading.cents <= 0 ? "problem.budgetMissing" : "problem.amount") });
  return z.NEVER;
});

/** What stands on a ballot; whether it can is checked where the plan is known. */
export const BallotForm = z
  .object({
    title: z
      .string({ error: t("problem.titleMissing") })
      .trim()
      .min(1, t("problem.titleMissing"))
      .max(120, t("problem.textTooLong", { max: 120 })),
    question: z
      .string()
      .trim()
      .max(500, t("problem.textTooLong", { max: 500 }))
      .optional(),
    budgetCents: budget,
    kind: choice(ballotKinds),
    pointsPerMember: z
      .string()
      .trim()
      .regex(/^\d{1,4}$/, t("problem.points", { max: 100 }))
      .transform(Number)
      .optional(),
    secrecy: choice(["secret", "open"]),
    leftoverRule: choice(leftoverRules),
    measureIds: ids,
    memberIds: ids,
    rowVersion: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
  })
  .transform(({ question = "", pointsPerMember = null, secrecy, rowVersion = 0, ...fields }) => ({ ...fields, question, pointsPerMember, isSecret: secrecy === "secret", rowVersion }));

/** A field per measure; the letter keeps a number from being read as a place in a list. */
export const pointsField = (measureId: number): string => `points.m${measureId}`;

const points = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, t("problem.wholePoints"))
  .transform(Number)
  .optional();

/** `approve` measure ids, or `points.m7`; both together make the choices, points by measure. */
export const VoteForm = z
  .object({ intent: z.enum(["review", "cast", "change"]), approve: ids, points: z.record(z.string().regex(/^m[1-9]\d{0,14}$/), points).optional() })
  .transform(({ intent, approve, points: given = {} }) => ({
    intent,
    choices: new Map([
      ...approve.map((measureId) => [measureId, 1] as const),
      ...Object.entries(given).flatMap(([key, value]) => (value === undefined || value === 0 ? [] : [[Number(key.slice(1)), value] as const])),
    ]),
  }));
