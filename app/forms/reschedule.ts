import { z } from "zod";
import { parseQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { moveManners } from "#app/domain/planning/move-breaks.ts";
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

/** As a hidden field carries it: "12.3.2027-Q1.2027-Q4" is measure 12, looked at in version 3; an empty quarter is none. */
const ALONG = /^([1-9]\d{0,9})\.([1-9]\d{0,9})\.(\d{4}-Q[1-4])?\.(\d{4}-Q[1-4])?$/;

type Along = { readonly measureId: number; readonly rowVersion: number; readonly startQuarter: Quarter | null; readonly endQuarter: Quarter | null };

export const writeAlong = (along: readonly Along[]): string =>
  along.map(({ measureId, rowVersion, startQuarter, endQuarter }) => [measureId, rowVersion, startQuarter ?? "", endQuarter ?? ""].join(".")).join(" ");

/** Null where the text is none that {@link writeAlong} writes. */
export function readAlong(text: string): Along[] | null {
  if (text === "") return [];
  const read = text.split(" ").map((part): Along | null => {
    const [, measureId, rowVersion, start, end] = ALONG.exec(part) ?? [];
    return measureId === undefined ? null : { measureId: Number(measureId), rowVersion: Number(rowVersion), startQuarter: parseQuarter(start ?? ""), endQuarter: parseQuarter(end ?? "") };
  });
  const along = read.flatMap((each) => (each === null ? [] : [each]));
  return along.length === read.length ? along : null;
}

/** "repair" only asks the planner; nothing moves yet. */
const moveQuestions = [...moveManners, "repair"] as const;
const LONGEST_ALONG = 100_000;

export const RescheduleForm = z.object({
  rowVersion: z.string({ error: t("problem.other") }).regex(/^[1-9]\d{0,9}$/, t("problem.other")).transform(Number),
  startQuarter: quarterChoice,
  endQuarter: quarterChoice,
  manner: z.enum(moveQuestions, { error: t("problem.other") }).optional().transform((value) => value ?? "asked"),
  along: z
    .string({ error: t("problem.other") })
    .max(LONGEST_ALONG, t("problem.other"))
    .optional()
    .transform((text, context) => {
      const along = readAlong(text ?? "");
      if (along === null) context.addIssue({ code: "custom", message: t("problem.other") });
      return along ?? [];
    }),
  /** "picture": answered with data instead of the next page. */
  via: z.enum(["picture"], { error: t("problem.other") }).optional(),
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
