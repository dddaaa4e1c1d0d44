import { useState } from "react";
import { contrastToWhite } from "#app/domain/administration/settings.ts";
import { t } from "#app/i18n/de/administration.ts";
import { TextField, type FieldProps } from "#app/ui/fields.tsx";

const ENOUGH_FOR_A_SHAPE = 3;

/** The municipality's colour with how well it can be seen on white. */
export function ColourField({ field }: { field: FieldProps }) {
  const [colour, setColour] = useState(field.defaultValue ?? "");
  const ratio = contrastToWhite(colour);
  return (
    <TextField
      field={field}
      label={t("settings.brandColour")}
      hint={
        <span>
          {t("settings.brandColourHint")}{" "}
          {ratio !== null && (
            <span role="status">
              <svg width="28" height="14" aria-hidden="true" className="swatch">
                <rect width="28" height="14" rx="3" fill={colour} />
              </svg>{" "}
              {t("settings.contrast", { ratio })} {t(ratio >= ENOUGH_FOR_A_SHAPE ? "settings.contrastGood" : "settings.contrastPoor")}
            </span>
          )}
        </span>
      }
      width="short"
      spellCheck={false}
      required
      onInput={(event) => setColour(event.currentTarget.value)}
    />
  );
}
