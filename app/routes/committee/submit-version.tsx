import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { SubmitForm } from "#app/forms/committee.ts";
import { t } from "#app/i18n/de/committee.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, TextField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";

/** Hands a draft to a committee; stands on the draft's page and nowhere else. */
export function SubmitVersion({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const [form, fields] = useForm({ id: "submit", lastResult, onValidate: ({ formData }) => parseWithZod(formData, { schema: SubmitForm }) });
  return (
    <Section title={t("submit.title")} id="einreichen">
      <Form method="post" {...getFormProps(form)} className="form form-section">
        <p>{t("submit.intro")}</p>
        <ErrorSummary
          formErrors={form.errors}
          entries={[
            { fieldId: fields.committee.id, label: t("submit.committee"), errors: fields.committee.errors ?? [] },
            { fieldId: fields.meetingDate.id, label: t("submit.meetingDate"), errors: fields.meetingDate.errors ?? [] },
          ]}
        />
        <input type="hidden" name="intent" value="submit" />
        <div className="form-row">
          <TextField field={fieldProps(fields.committee)} label={t("submit.committee")} hint={t("submit.committeeHint")} />
          <TextField field={fieldProps(fields.meetingDate)} label={t("submit.meetingDate")} hint={t("submit.meetingDateHint")} type="date" width="medium" optional />
        </div>
        <div className="form-actions">
          <Button variant="primary" icon="committee">
            {t("submit.button")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
