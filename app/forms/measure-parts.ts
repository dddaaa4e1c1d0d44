import { z } from "zod";
import { benefitKinds, budgetKinds, cashDirections, costProfiles, costRhythms, demandBases, staffSources } from "#app/domain/measures/vocabulary.ts";
import { problemText } from "#app/i18n/de/measure-problems.ts";
import { amountField, dateField, requiredChoiceField, requiredIdField, textField, wholeField } from "./fields.ts";
import { rowVersionField } from "./plain-fields.ts";

const title = z
  .string({ error: problemText({ code: "titleMissing" }) })
  .trim()
  .min(1, problemText({ code: "titleMissing" }))
  .max(200, problemText({ code: "tooLong", values: { max: 200 } }));

/** Present when something stored is changed, absent when something is added. */
const key = { rowVersion: rowVersionField.optional() };

export const CostItemForm = z.object({
  ...key,
  title,
  rhythm: requiredChoiceField(costRhythms),
  budgetKind: requiredChoiceField(budgetKinds),
  direction: requiredChoiceField(cashDirections),
  amountCents: amountField,
  profile: requiredChoiceField(costProfiles),
  budgetProduct: textField(60),
  budgetAccount: textField(60),
  estimateNote: textField(500),
});

export const StaffDemandForm = z.object({
  ...key,
  /** "team-3" or "unit-7": one list for both, since a demand is asked of exactly one. */
  addressee: z
    .string({ error: problemText({ code: "oneAddressee" }) })
    .regex(/^(team|unit)-[1-9]\d{0,14}$/, problemText({ code: "oneAddressee" })),
  basis: requiredChoiceField(demandBases),
  personDays: wholeField(1_000_000),
  staffSource: requiredChoiceField(staffSources),
  purpose: textField(120),
  note: textField(500),
});

export function readAddressee(addressee: string): { teamId: number | null; orgUnitId: number | null } {
  const id = Number(addressee.slice(5));
  return addressee.startsWith("team-") ? { teamId: id, orgUnitId: null } : { teamId: null, orgUnitId: id };
}

export const BenefitForm = z
  .object({
    ...key,
    kind: requiredChoiceField(benefitKinds),
    amountCents: amountField,
    hoursPerYear: wholeField(100_000_000),
    description: textField(2_000),
    estimateBasis: textField(1_000),
  })
  .superRefine((benefit, context) => {
    if (benefit.kind !== "serviceGain" || benefit.description.trim() !== "") return;
    context.addIssue({ code: "custom", path: ["description"], message: problemText({ code: "serviceGainMissing" }) });
  });

export const MilestoneForm = z
  .object({ ...key, title, dueDate: dateField, reachedOn: dateField })
  .transform((milestone, context) => {
    const { dueDate } = milestone;
    if (dueDate !== null) return { ...milestone, dueDate };
    context.addIssue({ code: "custom", path: ["dueDate"], message: problemText({ code: "dueDateMissing" }) });
    return z.NEVER;
  });

export const DependencyForm = z.object({
  predecessorId: requiredIdField("predecessorMissing"),
  lagQuarters: wholeField(40).transform((value) => value ?? 0),
});
