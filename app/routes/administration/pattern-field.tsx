import { useState } from "react";
import { matchesCode } from "#app/domain/administration/settings.ts";
import { t } from "#app/i18n/de/administration.ts";
import { TextField, type FieldProps } from "#app/ui/fields.tsx";

/** A code pattern beside an example to try it on; the answer changes while typing, and stands there without JavaScript too. */
export function PatternField({ field, label, example }: { field: FieldProps; label: string; example: string }) {
  const [pattern, setPattern] = useState(field.defaultValue ?? "");
  const [code, setCode] = useState(example);
  const matches = matchesCode(pattern, code);
  return (
    <div className="form-row">
      <TextField field={field} label={label} hint={t("settings.patternHint")} spellCheck={false} required onInput={(event) => setPattern(event.currentTarget.value)} />
      <TextField
        field={{ id: `${field.id}-example`, name: "", defaultValue: example }}
        label={t("settings.example")}
        hint={<span role="status">{matches === null ? t("problem.badPattern") : t(matches ? "settings.fits" : "settings.fitsNot", { code })}</span>}
        spellCheck={false}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
    </div>
  );
}
