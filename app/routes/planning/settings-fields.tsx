import type { PlanningSettings } from "#app/domain/planning/scenario.ts";
import { submittedField, type Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/planner.ts";
import { formatAmount } from "#app/i18n/format.ts";
import { CheckboxField, ChoiceGroup, TextField } from "#app/ui/fields.tsx";
import type { SummaryEntry } from "#app/ui/error-summary.tsx";

const labels = {
  priorityWeight: t("form.priorityWeight"),
  savingWeight: t("form.savingWeight"),
  lateDiscountPercent: t("form.lateDiscount"),
  includeIdeas: t("form.includeIdeas"),
  unknownEstimates: t("form.unknown"),
  assumedDurationQuarters: t("form.assumedDuration"),
  assumedCostCents: t("form.assumedCost"),
  assumedPersonDays: t("form.assumedDays"),
  stability: t("form.stability"),
} as const satisfies Record<keyof PlanningSettings, string>;
const names = Object.keys(labels) as ReadonlyArray<keyof typeof labels>;

const textOf = (settings: PlanningSettings, name: keyof PlanningSettings): string => {
  const value = settings[name];
  if (name === "assumedCostCents") return formatAmount(settings.assumedCostCents);
  return typeof value === "boolean" ? (value ? "on" : "") : String(value);
};
const fieldOf = (settings: PlanningSettings, submitted: Submitted, name: keyof PlanningSettings) => submittedField(submitted, name, textOf(settings, name));

export const settingsProblems = (settings: PlanningSettings, submitted: Submitted): SummaryEntry[] =>
  names.map((name) => {
    const { id, errors } = fieldOf(settings, submitted, name);
    return { fieldId: id, label: labels[name], errors };
  });

/** How a plan is counted and what happens where estimates are missing; for a run and for a scenario alike. */
export function SettingsFields({ settings, submitted }: { settings: PlanningSettings; submitted: Submitted }) {
  const field = (name: keyof PlanningSettings) => fieldOf(settings, submitted, name);
  const unknown = field("unknownEstimates");
  const isChanged = names.some((name) => field(name).errors.length > 0);
  return (
    <>
      <ChoiceGroup
        type="radio"
        field={unknown}
        label={labels.unknownEstimates}
        options={[
          { value: "leaveOut", label: t("form.leaveOut"), hint: t("form.leaveOutHint") },
          { value: "assume", label: t("form.assume"), hint: t("form.assumeHint") },
        ]}
        selected={[unknown.defaultValue]}
      />
      <div className="form-row">
        <TextField field={field("assumedDurationQuarters")} label={labels.assumedDurationQuarters} inputMode="numeric" width="short" />
        <TextField field={field("assumedCostCents")} label={labels.assumedCostCents} inputMode="decimal" width="medium" />
        <TextField field={field("assumedPersonDays")} label={labels.assumedPersonDays} inputMode="numeric" width="short" />
      </div>
      <CheckboxField field={field("includeIdeas")} label={labels.includeIdeas} hint={t("form.includeIdeasHint")} />
      <details className="planner-more" open={isChanged || undefined}>
        <summary>{t("form.more")}</summary>
        <div className="planner-more__fields">
          <TextField field={field("priorityWeight")} label={labels.priorityWeight} hint={t("form.priorityHint")} inputMode="numeric" width="short" />
          <TextField field={field("savingWeight")} label={labels.savingWeight} hint={t("form.savingHint")} inputMode="numeric" width="short" />
          <TextField field={field("lateDiscountPercent")} label={labels.lateDiscountPercent} hint={t("form.lateHint")} inputMode="numeric" width="short" />
          <TextField field={field("stability")} label={labels.stability} hint={t("form.stabilityHint")} inputMode="numeric" width="short" />
        </div>
      </details>
    </>
  );
}
