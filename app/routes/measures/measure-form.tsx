import { parseWithZod } from "@conform-to/zod/v4";
import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { contentFields, type ContentField, type MeasureContent } from "#app/domain/measures/content.ts";
import { MeasureForm as MeasureSchema, type FormValues } from "#app/forms/measures.ts";
import { fieldLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import type { FormChoices } from "#app/services/measures/show-measure-form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { MeasureFields, type MeasureField } from "./measure-fields.tsx";

type Props = {
  readonly values: FormValues;
  readonly choices: FormChoices;
  readonly lastResult: SubmissionResult<string[]> | null | undefined;
  readonly cancelTo: string;
  /** What the form carries unseen. */
  readonly children?: ReactNode;
};

/** The whole form of a measure; what was typed comes back after a failed save. */
export function MeasureForm({ values, choices, lastResult, cancelTo, children }: Props) {
  const [form, fields] = useForm<Record<ContentField, string | string[]>, MeasureContent>({
    id: "massnahme",
    lastResult,
    defaultValue: values,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: MeasureSchema }),
    shouldValidate: "onSubmit",
    shouldRevalidate: "onInput",
  });
  const fieldSet = {} as Record<ContentField, MeasureField>;
  for (const name of contentFields) {
    const { id, initialValue, errors } = fields[name];
    const values = Array.isArray(initialValue) ? initialValue.map(String) : typeof initialValue === "string" ? [initialValue] : [];
    fieldSet[name] = { id, name, errors, defaultValue: values[0], values };
  }
  return (
    <Form method="post" {...getFormProps(form)} className="form measure-form">
      <ErrorSummary
        formErrors={form.errors}
        entries={contentFields.map((name) => ({ fieldId: fields[name].id, label: fieldLabels[name], errors: fields[name].errors ?? [] }))}
      />
      {children}
      <MeasureFields fields={fieldSet} choices={choices} />
      <div className="form-actions form-actions--sticky">
        <Button variant="primary">{t("form.save")}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {t("form.cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
