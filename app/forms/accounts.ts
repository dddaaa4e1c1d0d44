import { z } from "zod";
import { t } from "#app/i18n/de/accounts.ts";

const password = (missing: string) => z.string({ error: missing }).min(1, missing).max(1000, missing);

export const LogInForm = z.object({
  email: z.string({ error: t("emailMissing") }).trim().min(1, t("emailMissing")).max(200, t("emailMissing")),
  password: password(t("passwordMissing")),
  /** Where to go afterwards; checked before it is followed. */
  next: z.string().max(2000).optional(),
});

export const ChangePasswordForm = z
  .object({ current: password(t("passwordMissing")), next: password(t("problem.tooShort")), repeated: password(t("problem.notRepeated")) })
  .refine(({ next, repeated }) => next === repeated, { path: ["repeated"], error: t("problem.notRepeated") });

export const AccountForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("logOutEverywhere") }),
  z.object({ intent: z.literal("theme"), theme: z.enum(["auto", "light", "dark"]) }),
]);
