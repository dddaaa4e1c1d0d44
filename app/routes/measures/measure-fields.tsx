import type { ContentField } from "#app/domain/measures/content.ts";
import { effectDirections, measureStatuses, planningHorizons, targetGroups, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { fieldLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { effectDirectionLabels, planningHorizonLabels, statusLabels, targetGroupLabels, trafficLightLabels } from "#app/i18n/de/vocabulary.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import type { FormChoices } from "#app/services/measures/show-measure-form.server.ts";
import { CheckboxField, ChoiceGroup, SelectField, TextArea, TextField, type FieldProps } from "#app/ui/fields.tsx";

/** A field with what stands in it: one text, or several where many can be ticked. */
export type MeasureField = FieldProps & { readonly values: readonly string[] };
export type MeasureFieldSet = Readonly<Record<ContentField, MeasureField>>;

const options = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) => values.map((value) => ({ value, label: labels[value] }));
const named = (choices: FormChoices["units"]) => choices.map(({ id, name }) => ({ value: String(id), label: name }));

/** The fields of a measure in the four groups of its sheet, for adding and for editing. */
export function MeasureFields({ fields, choices }: { fields: MeasureFieldSet; choices: FormChoices }) {
  return (
    <>
      <AboutFields fields={fields} choices={choices} />
      <fieldset className="form-section">
        <legend>{t("form.responsibility")}</legend>
        <div className="form-row">
          <SelectField
            field={fields.leadUnitId}
            label={fieldLabels.leadUnitId}
            hint={t("form.help.leadUnit")}
            emptyLabel={t("form.unknown")}
            options={named(choices.leadUnits)}
          />
          <TextField
            field={fields.responsiblePerson}
            label={fieldLabels.responsiblePerson}
            hint={t("form.help.responsiblePerson")}
            maxLength={200}
            autoComplete="off"
          />
        </div>
        <ChoiceGroup
          type="checkbox"
          inline
          field={fields.participatingUnitIds}
          label={fieldLabels.participatingUnitIds}
          hint={t("form.help.participating")}
          options={named(choices.units)}
          selected={fields.participatingUnitIds.values}
        />
      </fieldset>
      <TimeFields fields={fields} choices={choices} />
      <StateFields fields={fields} />
    </>
  );
}

function AboutFields({ fields, choices }: { fields: MeasureFieldSet; choices: FormChoices }) {
  return (
    <fieldset className="form-section">
      <legend>{t("form.about")}</legend>
      <TextField field={fields.title} label={fieldLabels.title} hint={t("form.help.title")} required maxLength={200} />
      <TextArea field={fields.summary} label={fieldLabels.summary} hint={t("form.help.summary")} rows={3} maxLength={2000} />
      <TextArea field={fields.description} label={fieldLabels.description} hint={t("form.help.description")} rows={6} maxLength={20000} />
      <div className="form-row">
        <SelectField field={fields.actionFieldId} label={fieldLabels.actionFieldId} emptyLabel={t("form.unknown")} options={named(choices.actionFields)} />
        <SelectField
          field={fields.effectDirection}
          label={fieldLabels.effectDirection}
          emptyLabel={t("form.unknown")}
          options={options(effectDirections, effectDirectionLabels)}
        />
      </div>
      {choices.goals.length > 0 && (
        <ChoiceGroup type="checkbox" field={fields.goalIds} label={fieldLabels.goalIds} options={named(choices.goals)} selected={fields.goalIds.values} />
      )}
      <ChoiceGroup
        type="checkbox"
        inline
        field={fields.targetGroups}
        label={fieldLabels.targetGroups}
        options={options(targetGroups, targetGroupLabels)}
        selected={fields.targetGroups.values}
      />
    </fieldset>
  );
}

function TimeFields({ fields, choices }: { fields: MeasureFieldSet; choices: FormChoices }) {
  const quarters = choices.quarters.map((quarter) => ({ value: quarter, label: formatQuarter(quarter) }));
  return (
    <fieldset className="form-section">
      <legend>{t("form.time")}</legend>
      <p className="field__hint">{t("form.help.quarters")}</p>
      <div className="form-row">
        <SelectField field={fields.startQuarter} label={fieldLabels.startQuarter} emptyLabel={t("form.unknown")} options={quarters} />
        <SelectField field={fields.endQuarter} label={fieldLabels.endQuarter} emptyLabel={t("form.unknown")} options={quarters} />
      </div>
      <CheckboxField field={fields.permanentTask} label={fieldLabels.permanentTask} hint={t("form.help.permanentTask")} />
      <div className="form-row">
        <SelectField
          field={fields.planningHorizon}
          label={fieldLabels.planningHorizon}
          hint={t("form.help.horizon")}
          emptyLabel={t("form.none")}
          options={options(planningHorizons, planningHorizonLabels)}
        />
        <TextField field={fields.timeframeText} label={fieldLabels.timeframeText} hint={t("form.help.timeframeText")} maxLength={300} />
      </div>
      <div className="form-row">
        <TextField field={fields.earliestStart} label={fieldLabels.earliestStart} hint={t("form.help.earliestStart")} type="date" width="medium" />
        <TextField field={fields.deadline} label={fieldLabels.deadline} hint={t("form.help.deadline")} type="date" width="medium" />
      </div>
      <TextField field={fields.deadlineReason} label={fieldLabels.deadlineReason} hint={t("form.help.deadlineReason")} maxLength={500} />
    </fieldset>
  );
}

function StateFields({ fields }: { fields: MeasureFieldSet }) {
  return (
    <>
      <fieldset className="form-section">
        <legend>{t("form.state")}</legend>
        <div className="form-row">
          <SelectField field={fields.status} label={fieldLabels.status} options={options(measureStatuses, statusLabels)} />
          <TextField field={fields.progressPercent} label={fieldLabels.progressPercent} hint={t("form.help.progress")} inputMode="numeric" width="short" maxLength={3} />
        </div>
        <SelectField
          field={fields.trafficLight}
          label={fieldLabels.trafficLight}
          emptyLabel={t("form.none")}
          options={options(trafficLights, trafficLightLabels)}
          width="medium"
        />
        <TextArea field={fields.trafficLightReason} label={fieldLabels.trafficLightReason} hint={t("form.help.trafficLightReason")} rows={2} maxLength={1000} />
      </fieldset>
      <fieldset className="form-section">
        <legend>{t("form.origin")}</legend>
        <div className="form-row">
          <TextField field={fields.source} label={fieldLabels.source} hint={t("form.help.source")} maxLength={1000} />
          <TextField field={fields.externalReference} label={fieldLabels.externalReference} hint={t("form.help.externalReference")} maxLength={300} />
        </div>
      </fieldset>
    </>
  );
}
