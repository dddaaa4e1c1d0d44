import { z } from "zod";
import { parsePlainDate } from "#app/domain/calendar/plain-date.ts";
import { isCodePattern, lands } from "#app/domain/administration/settings.ts";
import { budgetSystems, orgUnitKinds } from "#app/domain/measures/vocabulary.ts";
import { roles } from "#app/domain/permissions/permissions.ts";
import { problemText } from "#app/i18n/de/administration.ts";
import { rowVersionField } from "./plain-fields.ts";

const problem = (code: string) => problemText({ code });

const requiredText = (max: number) => z.string({ error: problem("missing") }).trim().min(1, problem("missing")).max(max, problem("tooLong"));
const optionalText = (max: number) =>
  z
    .string({ error: problem("tooLong") })
    .trim()
    .max(max, problem("tooLong"))
    .optional()
    .transform((text) => (text === undefined || text === "" ? null : text));
const choice = <const T extends string>(values: readonly T[]) => z.enum(values, { error: problem("notAChoice") });
const whole = (low: number, high: number) =>
  z
    .string({ error: problem("notWhole") })
    .trim()
    .regex(/^\d{1,9}$/, problem("notWhole"))
    .transform(Number)
    .refine((value) => value >= low && value <= high, problem("outOfRange"));
const optionalId = z
  .string({ error: problem("notAChoice") })
  .regex(/^([1-9]\d{0,14})?$/, problem("notAChoice"))
  .optional()
  .transform((text) => (text === undefined || text === "" ? null : Number(text)));
const pattern = requiredText(80).refine(isCodePattern, problem("badPattern"));
const email = requiredText(200).refine((text) => z.email().safeParse(text).success, problem("badEmail"));

const municipalityFields = {
  name: requiredText(120),
  land: choice(lands),
  population: z
    .string({ error: problem("notWhole") })
    .trim()
    .regex(/^[\d.\s\u00a0]*$/, problem("notWhole"))
    .optional()
    .transform((text) => (text ?? "").replace(/\D/g, ""))
    .refine((digits) => digits.length <= 8, problem("outOfRange"))
    .transform((digits) => (digits === "" ? null : Number(digits))),
  budgetSystem: choice(budgetSystems),
  firstFiscalYear: whole(2000, 2200),
  fiscalHorizon: whole(1, 12),
  budgetPeriodYears: choice(["1", "2"]).transform(Number),
};

export const SettingsForm = z.object({
  ...municipalityFields,
  rowVersion: rowVersionField,
  productPattern: pattern,
  accountPattern: pattern,
  brandColour: requiredText(7)
    .regex(/^#[0-9a-f]{6}$/i, problem("badColour"))
    .transform((text) => text.toLowerCase()),
});

export const SetUpForm = z.object({
  municipality: z.object(municipalityFields),
  admin: z.object({ name: requiredText(120), email, password: z.string({ error: problem("missing") }).min(1, problem("missing")).max(1000, problem("tooLong")) }),
});

export const OrgUnitForm = z.object({
  name: requiredText(160),
  shortName: requiredText(20),
  kind: choice(orgUnitKinds),
  parentId: optionalId,
  position: whole(0, 9999),
  rowVersion: rowVersionField.optional(),
});
export const OrgUnitIntentForm = z.object({ intent: z.enum(["archive", "restore", "delete"]), rowVersion: rowVersionField });

export const UserForm = z.object({
  name: requiredText(120),
  email,
  role: choice(roles),
  orgUnitId: optionalId,
  raterGroupId: optionalId,
  parliamentaryGroup: optionalText(80),
  rowVersion: rowVersionField.optional(),
});
export const UserIntentForm = z.object({ intent: z.enum(["deactivate", "reactivate", "resetPassword"]), rowVersion: rowVersionField });

const filterDay = (text: string | null) => (text !== null && /^2[01]\d\d-/.test(text) ? parsePlainDate(text) : null);

/** Filters from the URL; what is not understood counts as not given. */
export function readAuditLogFilter(search: URLSearchParams) {
  const number = (name: string) => (/^[1-9]\d{0,8}$/.test(search.get(name) ?? "") ? Number(search.get(name)) : null);
  return { entity: search.get("gegenstand") || null, userId: number("person"), day: filterDay(search.get("tag")), page: number("seite") ?? 1 };
}
