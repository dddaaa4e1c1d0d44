import { Form } from "@remix-run/react";
import { useEffect } from "react";
import type { AmendmentMotion } from "#app/domain/committee/amendment.ts";
import type { LineEdit } from "#app/forms/amendments.ts";
import { submittedField, submittedVersion, type Submitted } from "#app/forms/submitted-field.ts";
import { codesText, t } from "#app/i18n/de/amendments.ts";
import { formatDate, formatMoney } from "#app/i18n/format.ts";
import type { BudgetLineChoice, PrefilledLine } from "#app/services/committee/show-amendment-motion.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { emptyLine, lineEntries, LineFields, lineRow, lineVersion, type LineRow } from "./motion-line-fields.tsx";

const LIST = "/ausschuss/aenderungsantraege";

type Answer = { readonly submitted: Submitted; readonly stored: AmendmentMotion | null };
type Shown = {
  readonly motion: AmendmentMotion | null;
  readonly prefilled: PrefilledLine | null;
  readonly budgetLines: readonly BudgetLineChoice[];
  readonly productPattern: string;
  readonly accountPattern: string;
  readonly firstYear: number;
};

/** As sent, where a form was sent; otherwise as stored; a new motion starts with one line. */
function rowsOf({ motion, prefilled, firstYear }: Shown, submitted: Submitted): LineRow[] {
  const field = (name: string, stored: string) => submittedField(submitted, name, stored);
  const empty = emptyLine(firstYear);
  const sent = submitted?.initialValue?.["lines"];
  if (submitted !== undefined) {
    const keys = typeof sent === "object" && sent !== null ? Object.keys(sent) : [];
    return keys.map((key, index) => lineRow(key, index + 1, empty, field));
  }
  if (motion === null) return [lineRow("n1", 1, prefilled === null ? empty : { ...empty, ...prefilled }, field)];
  return motion.lines.map((line, index) => lineRow(`s${line.id}`, index + 1, line, field));
}

export function MotionFields({ shown, answer }: { readonly shown: Shown; readonly answer: Answer & { readonly edit: LineEdit | null } }) {
  const { motion, budgetLines } = shown;
  const { submitted, stored, edit } = answer;
  const field = (name: string, value: string) => submittedField(submitted, name, value);
  const fields = {
    number: field("number", motion?.number ?? ""),
    title: field("title", motion?.title ?? ""),
    applicant: field("applicant", motion?.applicant ?? ""),
    movedOn: field("movedOn", motion?.movedOn ?? ""),
    reasoning: field("reasoning", motion?.reasoning ?? ""),
    statement: field("statement", motion?.statement ?? ""),
  };
  const rows = rowsOf(shown, submitted);
  useEffect(() => {
    if (edit?.key) document.getElementById(`field-lines-${edit.key}-${edit.outcome === "added" ? "budgetProduct" : "amendedCents"}`)?.focus();
  }, [edit]);
  return (
    <>
      {stored && <StoredMotion stored={stored} />}
      <Form method="post" className="form form--wide" noValidate preventScrollReset>
        {/* The return key presses a form's first button: that is to save, not to remove a line. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t("edit.save")}
        </button>
        <ErrorSummary
          formErrors={submitted?.error?.[""] ?? []}
          entries={[
            ...(["number", "title", "applicant", "movedOn", "reasoning", "statement"] as const).map((name) => ({ fieldId: fields[name].id, label: t(`field.${name}`), errors: fields[name].errors })),
            ...lineEntries(rows),
          ]}
        />
        {motion !== null && <input type="hidden" name="rowVersion" value={submittedVersion(submitted, motion.rowVersion, stored !== null)} />}
        <fieldset className="form-section">
          <legend>{t("edit.head")}</legend>
          <div className="form-row">
            <TextField field={fields.number} label={t("field.number")} hint={t("edit.numberHint")} maxLength={60} required />
            <TextField field={fields.applicant} label={t("field.applicant")} hint={t("edit.applicantHint")} maxLength={200} optional />
            <TextField field={fields.movedOn} label={t("field.movedOn")} hint={t("edit.movedOnHint")} type="date" width="medium" optional />
          </div>
          <TextField field={fields.title} label={t("field.title")} maxLength={200} required />
        </fieldset>
        <Section title={t("edit.lines")} id="zeilen">
          <p className="section-intro">{t("edit.linesHint")}</p>
          {edit !== null && edit.problem === null && <Alert kind={edit.outcome === "notAdded" ? "warning" : "info"} title={t(`edit.${edit.outcome}`)} live />}
          <div className="motion-lines">
            {rows.map((row) => (
              <LineFields key={lineVersion(row)} row={row} patterns={shown} canTakeOver={budgetLines.length > 0} />
            ))}
          </div>
          <div className="motion-add">
            <Button name="intent" value="addLine" icon="plus">
              {t("edit.addLine")}
            </Button>
            {budgetLines.length > 0 && <FromBudgetLine budgetLines={budgetLines} />}
          </div>
        </Section>
        <TextArea field={fields.reasoning} label={t("field.reasoning")} rows={8} maxLength={20_000} optional />
        <TextArea field={fields.statement} label={t("field.statement")} rows={6} maxLength={20_000} optional />
        <div className="form-actions">
          <Button variant="primary">{t("edit.save")}</Button>
          <LinkButton to={motion === null ? LIST : `${LIST}/${motion.id}`} variant="tertiary">
            {t("edit.cancel")}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

function FromBudgetLine({ budgetLines }: { readonly budgetLines: readonly BudgetLineChoice[] }) {
  const options = budgetLines.map((line) => ({
    value: String(line.id),
    label: t("edit.fromLineOption", { year: String(line.fiscalYear), codes: codesText(line), label: line.label, amount: formatMoney(line.appropriationCents) }),
  }));
  return (
    <div className="motion-add__from">
      <SelectField field={{ id: "field-budgetLineId", name: "budgetLineId" }} label={t("edit.fromLine")} hint={t("edit.fromLineHint")} options={options} emptyLabel={t("edit.fromLineChoose")} />
      <Button name="intent" value="addFromLine" icon="plus">
        {t("edit.addFromLine")}
      </Button>
    </div>
  );
}

function StoredMotion({ stored }: { readonly stored: AmendmentMotion }) {
  const none = t("conflict.none");
  return (
    <ConflictNotice
      title={t("conflict.title")}
      advice={t("conflict.advice")}
      stored={[
        { field: t("field.number"), value: stored.number },
        { field: t("field.title"), value: stored.title },
        { field: t("field.applicant"), value: stored.applicant || none },
        { field: t("field.movedOn"), value: stored.movedOn === null ? none : formatDate(stored.movedOn) },
        ...stored.lines.map((line, index) => ({
          field: t("edit.line", { number: String(index + 1) }),
          value: t("conflict.line", { year: String(line.fiscalYear), codes: codesText(line), appropriation: formatMoney(line.appropriationCents), amended: formatMoney(line.amendedCents) }),
        })),
        { field: t("field.reasoning"), value: stored.reasoning || none },
        { field: t("field.statement"), value: stored.statement || none },
      ]}
    />
  );
}

/** What was moved stands; only the administration's statement is still written. */
export function StatementFields({ motion, answer: { submitted, stored } }: { readonly motion: AmendmentMotion; readonly answer: Answer }) {
  const statement = submittedField(submitted, "statement", motion.statement);
  return (
    <>
      {stored && <StoredMotion stored={stored} />}
      <Form method="post" className="form" noValidate>
        <ErrorSummary formErrors={submitted?.error?.[""] ?? []} entries={[{ fieldId: statement.id, label: t("field.statement"), errors: statement.errors }]} />
        <input type="hidden" name="rowVersion" value={submittedVersion(submitted, motion.rowVersion, stored !== null)} />
        <TextArea field={statement} label={t("field.statement")} rows={10} maxLength={20_000} />
        <div className="form-actions">
          <Button variant="primary">{t("edit.save")}</Button>
          <LinkButton to={`${LIST}/${motion.id}`} variant="tertiary">
            {t("edit.cancel")}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
