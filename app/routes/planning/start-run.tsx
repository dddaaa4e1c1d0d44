import { Form } from "@remix-run/react";
import type { PlanningSettings } from "#app/domain/planning/scenario.ts";
import { DEFAULT_SECONDS, planSeconds } from "#app/domain/planning/search-time.ts";
import { submittedField, type Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/planner.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ChoiceGroup } from "#app/ui/fields.tsx";
import { SettingsFields, settingsProblems } from "./settings-fields.tsx";

/** The form that starts a run of the planner. */
export function StartRun({ settings, submitted, isRunning }: { settings: PlanningSettings; submitted: Submitted; isRunning: boolean }) {
  const seconds = submittedField(submitted, "seconds", String(DEFAULT_SECONDS));
  return (
    <Form method="post" className="form" noValidate>
      <ErrorSummary formErrors={submitted?.error?.[""] ?? []} entries={[...settingsProblems(settings, submitted), { fieldId: seconds.id, label: t("form.seconds"), errors: seconds.errors }]} />
      <SettingsFields settings={settings} submitted={submitted} />
      <ChoiceGroup
        type="radio"
        inline
        field={seconds}
        label={t("form.seconds")}
        options={planSeconds.map((value) => ({ value: String(value), label: t("form.secondsOption", { seconds: value, purpose: t(`form.secondsHint.s${value}`) }) }))}
        selected={[seconds.defaultValue]}
      />
      {isRunning && <p className="table-note">{t("form.running")}</p>}
      <div className="form-actions">
        <Button variant="primary">{t("form.submit")}</Button>
      </div>
    </Form>
  );
}
