import { Form } from "@remix-run/react";
import { budgetKinds, cashDirections } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type { BudgetLine } from "#app/domain/resources/budget-lines.ts";
import type { CodeRules } from "#app/domain/resources/budget-codes.ts";
import { submittedField, type Submitted } from "#app/forms/submitted-field.ts";
import { codeLabels, t } from "#app/i18n/de/budget-lines.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount } from "#app/i18n/format.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CheckboxField, SelectField, TextField } from "#app/ui/fields.tsx";

/** As it is typed: without a needless ",00". */
export const plainAmount = (amount: Cents | null | undefined): string => (amount === null || amount === undefined ? "" : formatAmount(amount).replace(/,00$/, ""));

const amountFields = ["appropriationCents", "committedCents", "spentCents", "commitmentAppropriationCents"] as const;
export const amountLabels = { appropriationCents: "appropriation", committedCents: "committed", spentCents: "spent", commitmentAppropriationCents: "commitment" } as const;

/** The fields of a line; `stored` is what is saved, or what a new one begins with. */
export function LineForm({ stored, municipality, submitted, cancelTo }: { stored: Partial<BudgetLine>; municipality: CodeRules; submitted: Submitted; cancelTo: string }) {
  const labels = codeLabels(municipality.budgetSystem);
  const field = (name: string, value: string | number | undefined) => submittedField(submitted, name, String(value ?? ""));
  const tick = (name: "locked" | "limitsPlan") => field(name, stored[name] === true ? "on" : "");
  const texts = {
    fiscalYear: { field: field("fiscalYear", stored.fiscalYear), label: t("year") },
    budgetProduct: { field: field("budgetProduct", stored.budgetProduct), label: labels.product },
    budgetAccount: { field: field("budgetAccount", stored.budgetAccount), label: labels.account },
    label: { field: field("label", stored.label), label: t("label") },
    budgetKind: { field: field("budgetKind", stored.budgetKind), label: t("kind") },
    direction: { field: field("direction", stored.direction ?? "expense"), label: t("direction") },
    lockNote: { field: field("lockNote", stored.lockNote), label: t("line.lockNote") },
    coverage: { field: field("coverage", stored.coverage), label: t("coverage") },
    budgetReference: { field: field("budgetReference", stored.budgetReference), label: t("reference") },
  };
  const amounts = amountFields.map((name) => ({ name, field: field(name, plainAmount(stored[name])), label: t(amountLabels[name]) }));
  return (
    <Form method="post" className="form" noValidate>
      <ErrorSummary formErrors={submitted?.error?.[""] ?? []} entries={[...Object.values(texts), ...amounts].map((each) => ({ fieldId: each.field.id, label: each.label, errors: each.field.errors }))} />
      <input type="hidden" name="rowVersion" value={field("rowVersion", stored.rowVersion ?? 0).defaultValue} />
      <fieldset className="form-section">
        <legend>{t("line.codes")}</legend>
        <div className="form-row">
          <TextField {...texts.fiscalYear} inputMode="numeric" width="short" />
          <TextField
            {...texts.budgetProduct}
            hint={t(municipality.budgetSystem === "kameral" ? "line.kameralProductHint" : "line.productHint", { pattern: municipality.productPattern })}
            width="medium"
            maxLength={40}
          />
          <TextField {...texts.budgetAccount} hint={t("line.productHint", { pattern: municipality.accountPattern })} width="medium" maxLength={40} />
        </div>
        <TextField {...texts.label} maxLength={200} />
        <div className="form-row">
          <SelectField {...texts.budgetKind} emptyLabel={t("line.choose")} options={budgetKinds.map((value) => ({ value, label: budgetKindLabels[value] }))} />
          <SelectField {...texts.direction} options={cashDirections.map((value) => ({ value, label: cashDirectionLabels[value] }))} />
        </div>
      </fieldset>
      <fieldset className="form-section">
        <legend>{t("line.amounts")}</legend>
        <p className="field__hint">{t("line.amountsHint")}</p>
        <div className="form-row">
          {amounts.map(({ name, ...each }) => (
            <TextField key={name} {...each} hint={name === "commitmentAppropriationCents" ? t("line.commitmentHint") : undefined} inputMode="decimal" width="medium" />
          ))}
        </div>
      </fieldset>
      <fieldset className="form-section">
        <legend>{t("line.marks")}</legend>
        <CheckboxField field={tick("limitsPlan")} label={t("line.limitsLabel")} hint={t("line.limitsHint")} />
        <CheckboxField field={tick("locked")} label={t("line.lockedLabel")} />
        <TextField {...texts.lockNote} optional maxLength={500} />
        <TextField {...texts.coverage} hint={t("line.coverageHint")} optional maxLength={500} />
        <TextField {...texts.budgetReference} hint={t("line.referenceHint")} optional width="medium" maxLength={120} />
      </fieldset>
      <div className="form-actions">
        <Button variant="primary">{t("line.save")}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {t("line.cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
