import { z } from "zod";
import { t } from "#app/i18n/de/accounts.ts";

export const LogInForm = z.object({
  email: z.string({ error: t("emailMissing") }).trim().min(1, t("emailMissing")).max(200, t("emailMissing")),
  password: z.string({ error: t("passwordMissing") }).min(1, t("passwordMissing")).max(1000, t("passwordMissing")),
  /** Where to go afterwards; checked before it is followed. */
  next: z.string().max(2000).optional(),
});
