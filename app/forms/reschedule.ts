import { z } from "zod";
import { parseQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { t } from "#app/i18n/de/reschedule.ts";

const quarterChoice = z
  .string({ error: t("problem.notAQuarter") })
  .optional()
  .transform((text, context): Quarter | null => {
    if (text === undefined || text === "") return null;
    const quarter = parseQuarter(text);
    if (quarter === null) context.addIssue({ code: "custom", message: t("problem.notAQuarter") });
    return quarter;
  });

export const RescheduleForm = z.object({
  rowVersion: z.string({ error: t("problem.other") }).regex(/^[1-9]\d{0,9}$/, t("problem.other")).transform(Number),
  startQuarter: quarterChoice,
  endQuarter: quarterChoice,
  confirmed: z
    .string()
    .optional()
    .transform((value) => value === "on"),
  reason: z
    .string({ error: t("problem.other") })
    .max(500, t("problem.tooLong"))
    .optional()
    .transform((value) => value ?? ""),
});

/** The target in the address of a preview; null when none is named or it is no quarter. */
export function readMoveTarget(params: URLSearchParams): { readonly startQuarter: Quarter | null; readonly endQuarter: Quarter | null } | null {
  if (!params.has("startQuarter") && !params.has("endQuarter")) return null;
  return { startQuarter: parseQuarter(params.get("startQuarter") ?? ""), endQuarter: parseQuarter(params.get("endQuarter") ?? "") };
}
