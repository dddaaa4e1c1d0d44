import { z } from "zod";
import { parsePlainDate, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { parseQuarter, quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import { readGermanAmount } from "#app/domain/money/amount-text.ts";
import { cents, type Cents } from "#app/domain/money/cents.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import { payRateKinds, postStates } from "#app/domain/resources/posts.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { openedVersionField, optionalText, requiredText, wholeNumber } from "./plain-fields.ts";

const tooLong = (max: number) => t("problem.tooLong", { max });

/** "0,5", "1", "10,50": posts as people write them, in hundredths. A point is refused, since it could be meant as either. */
const fteField = (least: number) =>
  z
    .string({ error: t("problem.fte") })
    .trim()
    .regex(/^\d{1,4}(?:,\d{1,2})?$/, t("problem.fte"))
    .transform((text) => {
      const [whole = "0", fraction = ""] = text.split(",");
      return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
    })
    .pipe(z.number().min(least, t("problem.fte")).max(100_000, t("problem.fte")))
    .transform(fteHundredths);

/** Empty is unknown. */
const costField = (most: number) =>
  z
    .string()
    .max(60, t("problem.amount"))
    .optional()
    .transform((text, context): Cents | null => {
      const reading = readGermanAmount(text ?? "");
      if (reading.kind === "empty") return null;
      if (reading.kind === "amount" && reading.cents >= 0 && reading.cents <= most) return cents(reading.cents);
      context.addIssue({ code: "custom", message: t("problem.amount") });
      return z.NEVER;
    });

const readDate = (text: string): PlainDate | null => {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return parsePlainDate(match ? `${match[3]}-${match[2]?.padStart(2, "0")}-${match[1]?.padStart(2, "0")}` : text);
};

const dateField = z
  .string()
  .trim()
  .max(20, t("problem.date"))
  .optional()
  .transform((text, context): PlainDate | null => {
    if (text === undefined || text === "") return null;
    const date = readDate(text);
    if (date === null) context.addIssue({ code: "custom", message: t("problem.date") });
    return date;
  });

/** "2027-Q3", and "Q3 2027" or "3/2027" as people write it. */
const readQuarter = (text: string): Quarter | null => {
  const match = /^(?:Q ?)?([1-4])\s*[./ ]\s*(\d{4})$/i.exec(text);
  return parseQuarter(match ? `${match[2]}-Q${match[1]}` : text.toUpperCase());
};

const quarterField = z
  .string()
  .trim()
  .max(20, t("problem.quarter"))
  .optional()
  .transform((text, context): Quarter | null => {
    if (text === undefined || text === "") return null;
    const quarter = readQuarter(text);
    if (quarter === null) context.addIssue({ code: "custom", message: t("problem.quarter") });
    return quarter;
  });

const requiredId = (problem: string) => z.string({ error: problem }).regex(/^[1-9]\d{0,14}$/, problem).transform(Number);
const chosenId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, t("problem.teamMissing"))
  .optional()
  .transform((value) => (value === undefined ? null : Number(value)));
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** The largest amount a post may cost in a year: a hundred billion euros, which is what the database takes. */
const MOST_COST = 100_000_000_000_00;

export const PostForm = z
  .object({
    title: requiredText(200, t("problem.titleMissing"), tooLong(200)),
    orgUnitId: requiredId(t("problem.unitMissing")),
    teamId: chosenId,
    fte: fteField(1),
    payGrade: optionalText(30, tooLong(30)),
    yearlyCostCents: costField(MOST_COST),
    state: z.enum(postStates, { error: t("problem.state") }),
    limitedUntil: dateField,
    fromQuarter: quarterField,
    hiringDelayQuarters: wholeNumber(0, 20, t("problem.delay")),
    counted: ticked,
    purpose: optionalText(120, tooLong(120)),
    note: optionalText(500, tooLong(500)),
    rowVersion: openedVersionField,
  })
  .superRefine(({ limitedUntil, fromQuarter }, context) => {
    if (limitedUntil === null || fromQuarter === null || quarterOf(limitedUntil) >= fromQuarter) return;
    context.addIssue({ code: "custom", path: ["limitedUntil"], message: t("problem.endsBeforeStart") });
  });

export const TeamStaffingForm = z.object({
  fromQuarter: quarterField.transform((quarter, context): Quarter => {
    if (quarter !== null) return quarter;
    context.addIssue({ code: "custom", message: t("problem.quarter") });
    return z.NEVER;
  }),
  fte: fteField(0),
  personDaysPerFte: wholeNumber(1, 66, t("problem.daysPerFte")),
  absencePercent: wholeNumber(0, 100, t("problem.percent", { max: 100 })),
  baseLoadPercent: wholeNumber(0, 100, t("problem.percent", { max: 100 })),
  note: optionalText(500, tooLong(500)),
  rowVersion: openedVersionField,
});

/** The database takes rates up to a hundred million euros. */
const MOST_RATE = 100_000_000_00;

/** What a kind of rate does not have is not kept: a pay grade and "full cost" only for personnel, a percentage only for overhead. */
export const PayRateForm = z
  .object({
    kind: z.enum(payRateKinds, { error: t("problem.rateKind") }),
    payGrade: optionalText(30, tooLong(30)),
    validFrom: dateField,
    yearlyCostCents: costField(MOST_RATE),
    percent: z.string().trim().regex(/^\d{0,3}$/, t("problem.percent", { max: 200 })).optional(),
    source: requiredText(300, t("problem.sourceMissing"), tooLong(300)),
    fullCost: ticked,
    rowVersion: openedVersionField,
  })
  .transform(({ kind, payGrade, validFrom, yearlyCostCents, percent, fullCost, ...fields }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const isPersonnel = kind === "personnel";
    const share = percent === undefined || percent === "" ? null : Number(percent);
    if (isPersonnel && payGrade === "") refuse("payGrade", t("problem.payGradeMissing"));
    if (validFrom === null) refuse("validFrom", t("problem.date"));
    if (kind === "overhead" && (share === null || share > 200)) refuse("percent", t("problem.percent", { max: 200 }));
    if (kind !== "overhead" && yearlyCostCents === null) refuse("yearlyCostCents", t("problem.amountMissing"));
    if (validFrom === null) return z.NEVER;
    return {
      ...fields,
      kind,
      validFrom,
      payGrade: isPersonnel ? payGrade : "",
      yearlyCostCents: kind === "overhead" ? null : yearlyCostCents,
      percent: kind === "overhead" ? share : null,
      fullCost: isPersonnel && fullCost,
    };
  });

/** From the address; what is unknown filters nothing. "ohne" picks posts without a purpose. */
export function readPostFilter(params: URLSearchParams) {
  const unit = /^[1-9]\d{0,14}$/.exec(params.get("einheit") ?? "")?.[0];
  const purpose = (params.get("zweck") ?? "").slice(0, 120).trim();
  return {
    state: postStates.find((state) => state === params.get("zustand")) ?? null,
    orgUnitId: unit === undefined ? null : Number(unit),
    purpose: purpose === "" ? null : purpose === WITHOUT_PURPOSE ? "" : purpose,
  };
}
export const WITHOUT_PURPOSE = "ohne";
