import { z } from "zod";
import { parseQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { measurePairKinds } from "#app/domain/planning/planning-terms.ts";
import { problemText } from "#app/i18n/de/planning-terms.ts";
import { amountField } from "./fields.ts";
import { openedVersionField, optionalText, requiredText, wholeNumber } from "./plain-fields.ts";

const say = (code: string) => problemText({ code });
const tooLong = (max: number) => problemText({ code: "tooLong", values: { max } });

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Left empty it is unknown; 0 is no duration and no limit. */
const countOrNone = (max: number, problem: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text, context): number | null => {
      if (text === undefined || text === "") return null;
      const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
      if (count >= 1 && count <= max) return count;
      context.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    });

export const MeasureTermsForm = z.object({ durationQuarters: countOrNone(40, say("quarters")), mandatory: ticked, fixed: ticked, rowVersion: openedVersionField });

const quarterField = z.string({ error: say("quarterMissing") }).transform((text, context): Quarter => {
  const quarter = parseQuarter(text);
  if (quarter !== null) return quarter;
  context.addIssue({ code: "custom", message: say("quarterMissing") });
  return z.NEVER;
});

export const FundingWindowForm = z
  .object({
    programme: requiredText(200, say("programmeMissing"), tooLong(200)),
    opensQuarter: quarterField,
    closesQuarter: quarterField,
    ratePercent: wholeNumber(1, 100, say("rate")),
    maxGrantCents: amountField,
    required: ticked,
    note: optionalText(1_000, tooLong(1_000)),
    rowVersion: openedVersionField,
  })
  .superRefine(({ opensQuarter, closesQuarter }, context) => {
    if (closesQuarter < opensQuarter) context.addIssue({ code: "custom", path: ["closesQuarter"], message: say("closesBeforeOpens") });
  });

const measureField = z
  .string({ error: say("measureMissing") })
  .regex(/^[1-9]\d{0,14}$/, say("measureMissing"))
  .transform(Number);

export const MeasurePairForm = z
  .object({
    kind: z.enum(measurePairKinds, { error: say("kindMissing") }),
    firstId: measureField,
    secondId: measureField,
    savingCents: amountField,
    reason: optionalText(1_000, tooLong(1_000)),
    rowVersion: openedVersionField,
  })
  .superRefine(({ kind, firstId, secondId, savingCents }, context) => {
    if (firstId === secondId) context.addIssue({ code: "custom", path: ["secondId"], message: say("pairWithItself") });
    if (kind === "savesTogether" && !savingCents) context.addIssue({ code: "custom", path: ["savingCents"], message: say("savingMissing") });
  });

/** `limits.u7.starts` and `.rowVersion`, the version the form was opened with (0: there was no limit). */
export const StartLimitsForm = z
  .object({ limits: z.record(z.string().regex(/^u[1-9]\d{0,14}$/), z.object({ starts: countOrNone(100, say("starts")), rowVersion: z.string().regex(/^\d{1,9}$/) })).optional() })
  .transform(({ limits = {} }) => Object.entries(limits).map(([key, { starts, rowVersion }]) => ({ orgUnitId: Number(key.slice(1)), startsPerQuarter: starts, rowVersion: Number(rowVersion) })));
