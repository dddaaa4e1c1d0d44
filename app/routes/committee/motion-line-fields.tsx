import { useState } from "react";
import type { AmendmentLine } from "#app/domain/committee/amendment.ts";
import { subtractCents, type Cents } from "#app/domain/money/cents.ts";
import { readGermanAmount } from "#app/domain/money/amount-text.ts";
import { t } from "#app/i18n/de/amendments.ts";
import { formatAmount, formatPostDelta } from "#app/i18n/format.ts";
import { formatDelta } from "#app/i18n/version-sentences.ts";
import { Button } from "#app/ui/button.tsx";
import type { SummaryEntry } from "#app/ui/error-summary.tsx";
import { CheckboxField, TextArea, TextField, type FieldProps } from "#app/ui/fields.tsx";
import { useCodeLabels } from "#app/ui/use-code-labels.ts";

type Field = FieldProps & { readonly defaultValue: string; readonly errors: readonly string[] };
type FieldOf = (name: string, stored: string) => Field;
/** What a line of the form starts from; null amounts are empty fields. */
export type LineStart = Omit<AmendmentLine, "id" | "amendedCents"> & { readonly amendedCents: Cents | null };

export const emptyLine = (fiscalYear: number): LineStart => ({
  ...{ fiscalYear, budgetProduct: "", budgetAccount: "", label: "", budgetReference: "", appropriationCents: null, amendedCents: null },
  ...{ locked: false, lockNote: "", postDeltaHundredths: 0, note: "" },
});

const amountText = (amount: Cents | null): string => (amount === null ? "" : formatAmount(amount));

export function lineRow(key: string, number: number, line: LineStart, field: FieldOf) {
  const at = (name: string, stored: string) => field(`lines.${key}.${name}`, stored);
  return {
    key,
    number,
    legend: t("edit.line", { number: String(number) }),
    fiscalYear: at("fiscalYear", String(line.fiscalYear)),
    budgetProduct: at("budgetProduct", line.budgetProduct),
    budgetAccount: at("budgetAccount", line.budgetAccount),
    label: at("label", line.label),
    budgetReference: at("budgetReference", line.budgetReference),
    appropriation: at("appropriationCents", amountText(line.appropriationCents)),
    amended: at("amendedCents", amountText(line.amendedCents)),
    posts: at("postDelta", line.postDeltaHundredths === 0 ? "" : formatPostDelta(line.postDeltaHundredths)),
    locked: at("locked", line.locked ? "on" : ""),
    lockNote: at("lockNote", line.lockNote),
    note: at("note", line.note),
  };
}

export type LineRow = ReturnType<typeof lineRow>;

export function lineEntries(rows: readonly LineRow[]): SummaryEntry[] {
  return rows.flatMap((row) =>
    (
      [
        [row.fiscalYear, t("field.fiscalYear")],
        [row.budgetProduct, t("field.budgetProduct")],
        [row.budgetAccount, t("field.budgetAccount")],
        [row.label, t("field.label")],
        [row.budgetReference, t("field.budgetReference")],
        [row.appropriation, t("field.appropriation")],
        [row.amended, t("field.amended")],
        [row.posts, t("field.posts")],
        [row.lockNote, t("field.lockNote")],
        [row.note, t("field.note")],
      ] as const
    ).map(([field, label]) => ({ fieldId: field.id, label: t("edit.labelOf", { line: row.legend, field: label }), errors: field.errors })),
  );
}

/** A line whose fields the server has filled anew is drawn anew. */
export const lineVersion = (row: LineRow): string => [row.key, row.fiscalYear, row.budgetAccount, row.label, row.budgetReference, row.appropriation].map((each) => (typeof each === "string" ? each : each.defaultValue)).join("|");

export function LineFields({ row, patterns, canTakeOver }: { readonly row: LineRow; readonly patterns: { readonly productPattern: string; readonly accountPattern: string }; readonly canTakeOver: boolean }) {
  const labels = useCodeLabels();
  const [appropriation, setAppropriation] = useState(row.appropriation.defaultValue);
  const [amended, setAmended] = useState(row.amended.defaultValue);
  const hasDetails = row.locked.defaultValue === "on" || row.lockNote.defaultValue !== "" || row.note.defaultValue !== "" || row.lockNote.errors.length > 0;
  return (
    <fieldset className="form-section motion-line">
      <legend>{row.legend}</legend>
      <input type="hidden" name={`lines.${row.key}.sent`} value="1" />
      <div className="motion-line__codes">
        <TextField field={row.fiscalYear} label={t("field.fiscalYear")} hint={t("edit.yearHint")} inputMode="numeric" maxLength={4} width="short" />
        <TextField field={row.budgetProduct} label={labels.product} hint={t("edit.productHint", { pattern: patterns.productPattern })} maxLength={60} optional />
        <TextField field={row.budgetAccount} label={labels.account} hint={t("edit.accountHint", { pattern: patterns.accountPattern })} maxLength={60} />
        <TextField field={row.budgetReference} label={t("field.budgetReference")} hint={t("edit.referenceHint")} maxLength={120} optional />
      </div>
      <TextField field={row.label} label={t("field.label")} maxLength={200} optional />
      {canTakeOver && (
        <div>
          <Button name="intent" value={`takeOver:${row.key}`} icon="copy" compact>
            {t("edit.takeOver")}
          </Button>
        </div>
      )}
      <div className="motion-line__amounts">
        <TextField field={row.appropriation} label={t("field.appropriation")} hint={t("edit.appropriationHint")} inputMode="decimal" optional onInput={(event) => setAppropriation(event.currentTarget.value)} />
        <TextField field={row.amended} label={t("field.amended")} hint={t("edit.amendedHint")} inputMode="decimal" onInput={(event) => setAmended(event.currentTarget.value)} />
        <div className="field">
          <span className="field__label">{t("field.delta")}</span>
          <span className="field__hint">{t("edit.deltaHint")}</span>
          <output className="motion-line__delta" htmlFor={`${row.appropriation.id} ${row.amended.id}`}>
            {deltaText(appropriation, amended)}
          </output>
        </div>
        <TextField field={row.posts} label={t("field.posts")} hint={t("edit.postsHint")} inputMode="text" maxLength={8} optional />
      </div>
      <details className="disclosure" open={hasDetails || undefined}>
        <summary>{t("edit.more")}</summary>
        <div className="motion-line__details">
          <CheckboxField field={row.locked} label={t("field.locked")} />
          <TextArea field={row.lockNote} label={t("field.lockNote")} rows={2} maxLength={1_000} optional />
          <TextArea field={row.note} label={t("field.note")} rows={2} maxLength={1_000} optional />
        </div>
      </details>
      <div>
        <Button name="intent" value={`removeLine:${row.key}`} icon="trash" compact>
          {t("edit.removeLine", { number: String(row.number) })}
        </Button>
      </div>
    </fieldset>
  );
}

/** As it is typed; nothing where an amount is missing or cannot be read. */
function deltaText(appropriation: string, amended: string): string {
  const [before, after] = [readGermanAmount(appropriation), readGermanAmount(amended)];
  return before.kind === "amount" && after.kind === "amount" ? formatDelta(subtractCents(after.cents, before.cents)) : formatDelta(null);
}
