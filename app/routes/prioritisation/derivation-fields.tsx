import { derivationSources, type Derivation } from "#app/domain/prioritisation/derivation.ts";
import type { submittedField } from "#app/forms/submitted-field.ts";
import { boundText, t } from "#app/i18n/de/derivation.ts";
import { SelectField, TextField } from "#app/ui/fields.tsx";

type Field = ReturnType<typeof submittedField>;
type DerivationFieldsOf = { readonly source: Field; readonly bounds: readonly Field[] };

/** The fields of a derivation, filled with what was typed or what is stored. */
export function derivationFields(field: (name: string, stored: string | undefined) => Field, derivation: Derivation | null): DerivationFieldsOf {
  return {
    source: field("derivedFrom", derivation?.source),
    bounds: [0, 1, 2, 3].map((index) => field(`bounds.b${index + 1}`, derivation === null ? undefined : boundText(derivation.source, derivation.bounds[index] ?? 0))),
  };
}

export const derivationErrors = ({ source, bounds }: DerivationFieldsOf) => [
  { fieldId: source.id, label: t("source"), errors: source.errors },
  ...bounds.map((each, index) => ({ fieldId: each.id, label: t("bound", { level: index + 1 }), errors: each.errors })),
];

/** From which figure of a measure the criterion's level is suggested, and how. */
export function DerivationFieldset({ source, bounds }: DerivationFieldsOf) {
  return (
    <fieldset className="form-section">
      <legend>{t("title")}</legend>
      <p className="field__hint">{t("intro")}</p>
      <SelectField field={source} label={t("source")} emptyLabel={t("sourceNone")} options={derivationSources.map((value) => ({ value, label: t(`sources.${value}`) }))} />
      <p className="field__hint">{t("boundHint")}</p>
      <div className="form-row form-row--narrow">
        {bounds.map((each, index) => (
          <TextField key={each.id} field={each} label={t("bound", { level: index + 1 })} inputMode="decimal" width="short" maxLength={40} />
        ))}
      </div>
    </fieldset>
  );
}
