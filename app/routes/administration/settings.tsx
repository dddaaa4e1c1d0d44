import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { lands } from "#app/domain/administration/settings.ts";
import { budgetSystems } from "#app/domain/measures/vocabulary.ts";
import { SettingsForm } from "#app/forms/administration.ts";
import { submittedVersion } from "#app/forms/submitted-field.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { budgetPeriodOptions, landLabels, t } from "#app/i18n/de/administration.ts";
import { budgetSystemLabels } from "#app/i18n/de/vocabulary.ts";
import { changeSettings, showSettings } from "#app/services/administration/change-settings.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, SelectField, TextField } from "#app/ui/fields.tsx";
import { AdministrationPage, openTabs } from "./administration-page.tsx";
import { ColourField } from "./colour-field.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { PatternField } from "./pattern-field.tsx";
import { refusedInput, refusedSave } from "./refused-save.server.ts";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

export const meta: MetaFunction = () => [{ title: t("settings.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return { settings: unwrap(showSettings({ db: context.db, clock: context.clock, user })), open: openTabs(user) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  unwrap(showSettings(service));
  const submission = parseWithZod(await request.formData(), { schema: SettingsForm });
  if (submission.status !== "success") return refusedInput(submission);
  const result = changeSettings(service, submission.value);
  return result.ok ? redirectWithMessage("/verwaltung/einstellungen", t("settings.saved")) : refusedSave(result.refusal, submission);
}

export default function Settings() {
  const { settings, open } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [form, fields] = useForm({
    lastResult: refused?.result,
    defaultValue: settings,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: SettingsForm }),
    shouldRevalidate: "onBlur",
  });
  const labels = {
    name: t("settings.name"),
    land: t("settings.land"),
    population: t("settings.population"),
    brandColour: t("settings.brandColour"),
    budgetSystem: t("settings.budgetSystem"),
    firstFiscalYear: t("settings.firstFiscalYear"),
    fiscalHorizon: t("settings.fiscalHorizon"),
    budgetPeriodYears: t("settings.budgetPeriodYears"),
    productPattern: t("settings.productPattern"),
    accountPattern: t("settings.accountPattern"),
  };
  const names = Object.keys(labels) as Array<keyof typeof labels>;
  return (
    <AdministrationPage current="settings" open={open} title={t("settings.title")}>
      {refused?.conflict && <ConflictNotice stored={names.map((name) => ({ label: labels[name], value: settings[name] }))} />}
      <Form method="post" {...getFormProps(form)} className="form">
        <ErrorSummary formErrors={form.errors} entries={names.map((name) => ({ fieldId: fields[name].id, label: labels[name], errors: fields[name].errors ?? [] }))} />
        <input type="hidden" name="rowVersion" value={submittedVersion(refused?.result, settings.rowVersion, refused?.conflict ?? false)} />
        <fieldset className="form-section">
          <legend>{t("settings.identity")}</legend>
          <TextField field={fieldProps(fields.name)} label={labels.name} hint={t("settings.nameHint")} required />
          <div className="form-row">
            <SelectField field={fieldProps(fields.land)} label={labels.land} options={lands.map((value) => ({ value, label: landLabels[value] }))} />
            <TextField field={fieldProps(fields.population)} label={labels.population} optional inputMode="numeric" width="medium" />
          </div>
          <ColourField field={fieldProps(fields.brandColour)} />
        </fieldset>
        <fieldset className="form-section">
          <legend>{t("settings.budget")}</legend>
          <div className="form-row">
            <SelectField field={fieldProps(fields.budgetSystem)} label={labels.budgetSystem} options={budgetSystems.map((value) => ({ value, label: budgetSystemLabels[value] }))} />
            <TextField field={fieldProps(fields.firstFiscalYear)} label={labels.firstFiscalYear} inputMode="numeric" width="short" required />
            <SelectField field={fieldProps(fields.budgetPeriodYears)} label={labels.budgetPeriodYears} options={budgetPeriodOptions} />
          </div>
          <TextField field={fieldProps(fields.fiscalHorizon)} label={labels.fiscalHorizon} hint={t("settings.fiscalHorizonHint")} inputMode="numeric" width="short" required />
          <PatternField field={fieldProps(fields.productPattern)} label={labels.productPattern} example="1115" />
          <PatternField field={fieldProps(fields.accountPattern)} label={labels.accountPattern} example="528100" />
        </fieldset>
        <div className="form-actions">
          <Button variant="primary">{t("save")}</Button>
        </div>
      </Form>
    </AdministrationPage>
  );
}
