import { z } from "zod";
import { parseQuarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds } from "#app/domain/measures/vocabulary.ts";
import { readGermanAmount } from "#app/domain/money/amount-text.ts";
import { cents, type Cents } from "#app/domain/money/cents.ts";
import { planScopes, type PlanScope } from "#app/domain/resources/plan-scope.ts";
import { t } from "#app/i18n/de/resources.ts";
import { wholeNumber } from "./plain-fields.ts";

/** "1.000" is a thousand; an empty field is unknown. */
const days = z
  .string()
  .trim()
  .regex(/^(?:\d{1,6}|\d{1,3}\.\d{3})?$/, t("problem.days"))
  .transform((value) => (value === "" ? null : Number(value.replace(".", ""))))
  .pipe(z.number().max(100_000, t("problem.days")).nullable());

const quarterKey = z.string().refine((key) => parseQuarter(key) !== null);

/** `capacities.2027-Q1` in person-days; `fill` goes into every quarter left empty. */
export const TeamForm = z
  .object({
    name: z
      .string({ error: t("problem.nameMissing") })
      .trim()
      .min(1, t("problem.nameMissing"))
      .max(120, t("problem.textTooLong", { max: 120 })),
    orgUnitId: wholeNumber(1, 999_999_999, t("problem.unitMissing")),
    position: wholeNumber(0, 9999, t("problem.wholeNumber", { min: 0, max: 9999 })),
    capacities: z.record(quarterKey, days.optional()).optional(),
    fill: days.optional(),
    rowVersion: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
  })
  .transform(({ capacities = {}, fill = null, ...fields }) => ({
    ...fields,
    capacities: Object.entries(capacities).flatMap(([key, personDays]) => {
      const quarter = parseQuarter(key);
      return quarter === null ? [] : [{ quarter, personDays: personDays ?? fill }];
    }),
  }));

const MOST_CENTS = 100_000_000_000_00;

const amount = z.string().transform((text, context): Cents | null => {
  const reading = readGermanAmount(text);
  if (reading.kind === "empty") return null;
  if (reading.kind === "amount" && reading.cents >= 0 && reading.cents <= MOST_CENTS) return cents(reading.cents);
  context.addIssue({ code: "custom", message: t("problem.amount") });
  return z.NEVER;
});

const FRAME_KEY = /^(\d{4})-(investive|consumptive)$/;
export const frameKey = (fiscalYear: number, budgetKind: (typeof budgetKinds)[number]): string => `${fiscalYear}-${budgetKind}`;

/** `frames.2027-investive.amount` and `.rowVersion`, the version the form was opened with (0: there was no frame). */
export const BudgetFramesForm = z
  .object({ frames: z.record(z.string().regex(FRAME_KEY), z.object({ amount: amount.optional(), rowVersion: z.string().regex(/^\d{1,9}$/) })).optional() })
  .transform(({ frames = {} }) =>
    Object.entries(frames).flatMap(([key, frame]) => {
      const [, year, kind] = FRAME_KEY.exec(key) ?? [];
      const budgetKind = budgetKinds.find((each) => each === kind);
      return budgetKind === undefined ? [] : [{ fiscalYear: Number(year), budgetKind, amountCents: frame.amount ?? null, rowVersion: Number(frame.rowVersion) }];
    }),
  );

const scopeWords: Readonly<Record<PlanScope, string>> = { planned: "geplant", ideas: "ideen", all: "alle" };
export const scopeWord = (scope: PlanScope): string => scopeWords[scope];

/** From the URL; anything unknown is what is planned. */
export const readScope = (params: URLSearchParams): PlanScope => planScopes.find((scope) => scopeWords[scope] === params.get("umfang")) ?? "planned";
