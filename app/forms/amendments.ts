import { z } from "zod";
import type { AmendmentLine } from "#app/domain/committee/amendment.ts";
import { readPostDelta } from "#app/domain/committee/amendment-rules.ts";
import { formatAmount } from "#app/i18n/format.ts";
import { problemText } from "#app/i18n/de/amendments.ts";
import { amountField, dateField } from "./fields.ts";
import { openedVersionField, optionalText, rowVersionField } from "./plain-fields.ts";

const say = (code: string) => problemText({ code });
const text = (max: number) => optionalText(max, problemText({ code: "textTooLong", values: { max } }));

const postDelta = z
  .string()
  .optional()
  .transform((value, context): number => {
    if (value === undefined || value.trim() === "") return 0;
    const hundredths = readPostDelta(value);
    if (hundredths === null) context.addIssue({ code: "custom", message: say("posts") });
    return hundredths ?? 0;
  });

const LineRow = z.object({
  /** Keeps the row where nothing is typed yet. */
  sent: z.string().optional(),
  fiscalYear: text(4),
  budgetProduct: text(60),
  budgetAccount: text(60),
  label: text(200),
  budgetReference: text(120),
  appropriationCents: amountField,
  amendedCents: amountField,
  locked: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  lockNote: text(1_000),
  postDelta,
  note: text(1_000),
});

/** "s12" is the stored line 12, "n1" a new one; lines stand in the order in which the form sends them. */
const rowKey = z.string().regex(/^(s[1-9]\d{0,14}|n[1-9]\d{0,2})$/);

const isEmpty = ({ sent: _sent, fiscalYear: _year, ...row }: z.output<typeof LineRow>): boolean => Object.values(row).every((value) => value === "" || value === null || value === false || value === 0);

/** A new line of which nothing but the year stands there is none. */
export const AmendmentMotionForm = z
  .object({
    number: text(60),
    title: text(200),
    applicant: text(200),
    movedOn: dateField,
    reasoning: text(20_000),
    statement: text(20_000),
    rowVersion: openedVersionField,
    lines: z.record(rowKey, LineRow).optional(),
  })
  .transform(({ lines = {}, ...head }, context) => {
    const rows = Object.entries(lines).filter(([key, row]) => key.startsWith("s") || !isEmpty(row));
    const problem = (key: string, field: string, code: string) => context.addIssue({ code: "custom", path: ["lines", key, field], message: say(code) });
    return {
      ...head,
      lines: rows.map(([key, { sent: _sent, fiscalYear: yearText, amendedCents, postDelta: postDeltaHundredths, ...row }]) => {
        const fiscalYear = /^\d{4}$/.test(yearText) ? Number(yearText) : 0;
        if (fiscalYear < 2000 || fiscalYear > 2200) problem(key, "fiscalYear", "year");
        if (row.budgetAccount === "") problem(key, "budgetAccount", "accountMissing");
        if (amendedCents === null) problem(key, "amendedCents", "amendedMissing");
        if (row.locked && row.lockNote === "") problem(key, "lockNote", "lockNoteMissing");
        return { ...row, key, id: key.startsWith("s") ? Number(key.slice(1)) : null, fiscalYear, amendedCents: amendedCents ?? z.NEVER, postDeltaHundredths };
      }),
    };
  });

export const StatementForm = z.object({ statement: text(20_000), rowVersion: rowVersionField });

type Choice = Pick<AmendmentLine, "fiscalYear" | "budgetProduct" | "budgetAccount" | "label" | "budgetReference" | "appropriationCents"> & { readonly id: number };
export type LineEdit = {
  readonly outcome: "added" | "removed" | "takenOver" | "notAdded";
  /** The line to go on with. */
  readonly key: string | null;
  /** Why nothing was taken over, at the line's account. */
  readonly problem: string | null;
};

/** Adds, removes or fills a line of the form as it was sent, without storing anything; null where another button was pressed. */
export function editLines(form: FormData, { budgetLines, firstYear }: { readonly budgetLines: readonly Choice[]; readonly firstYear: number }): LineEdit | null {
  const [intent = "", key = ""] = String(form.get("intent") ?? "").split(":");
  if (intent === "addLine") {
    const added = nextKey(form);
    form.set(`lines.${added}.sent`, "1");
    form.set(`lines.${added}.fiscalYear`, String(firstYear));
    return { outcome: "added", key: added, problem: null };
  }
  if (intent === "addFromLine") {
    const line = budgetLines.find(({ id }) => String(id) === form.get("budgetLineId"));
    if (line === undefined) return { outcome: "notAdded", key: null, problem: null };
    const added = nextKey(form);
    form.set(`lines.${added}.sent`, "1");
    fill(form, added, line);
    form.delete("budgetLineId");
    return { outcome: "added", key: added, problem: null };
  }
  if (intent === "removeLine" && rowKey.safeParse(key).success) {
    for (const name of [...form.keys()]) if (name.startsWith(`lines.${key}.`)) form.delete(name);
    return { outcome: "removed", key: null, problem: null };
  }
  if (intent === "takeOver" && rowKey.safeParse(key).success) {
    const typed = (field: string) => String(form.get(`lines.${key}.${field}`) ?? "").trim();
    const line = budgetLines.find((each) => String(each.fiscalYear) === typed("fiscalYear") && each.budgetProduct === typed("budgetProduct") && each.budgetAccount === typed("budgetAccount"));
    if (line === undefined) return { outcome: "takenOver", key, problem: say("noBudgetLine") };
    fill(form, key, typed("label") === "" ? line : { ...line, label: typed("label") });
    return { outcome: "takenOver", key, problem: null };
  }
  return null;
}

/** One more than the new lines there are. */
function nextKey(form: FormData): string {
  const numbers = [...form.keys()].flatMap((name) => /^lines\.n(\d+)\./.exec(name)?.[1] ?? []).map(Number);
  return `n${Math.max(0, ...numbers) + 1}`;
}

function fill(form: FormData, key: string, { fiscalYear, budgetProduct, budgetAccount, label, budgetReference, appropriationCents }: Choice): void {
  const values = { fiscalYear: String(fiscalYear), budgetProduct, budgetAccount, label, budgetReference, appropriationCents: appropriationCents === null ? "" : formatAmount(appropriationCents) };
  for (const [field, value] of Object.entries(values)) form.set(`lines.${key}.${field}`, value);
}
