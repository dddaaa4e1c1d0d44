import { t } from "#app/i18n/de/rounds.ts";
import { FieldError, type FieldProps } from "#app/ui/fields.tsx";

type Row = { readonly key: string; readonly name: string; readonly isIn: boolean; readonly weight: number; readonly ratesUntil: string | null; readonly note?: string };

/** What takes part in a round: a tick, a weight, and for groups a last day, one row each. */
export function TakingPart({
  id,
  legend,
  hint,
  rows,
  field,
  errors,
  dated = false,
}: {
  id: string;
  legend: string;
  hint: string;
  rows: readonly Row[];
  field: (name: string, stored: string) => FieldProps & { defaultValue: string };
  errors: readonly string[];
  dated?: boolean;
}) {
  return (
    <fieldset className="form-section taking-part" id={id} tabIndex={-1} aria-describedby={`${id}-hint`}>
      <legend>{legend}</legend>
      <p className="field__hint" id={`${id}-hint`}>
        {hint}
      </p>
      <FieldError field={{ id, errors }} />
      {rows.map((row) => {
        const on = field(`${row.key}.on`, row.isIn ? "on" : "");
        return (
          <div className="taking-part__row" key={row.key}>
            <div className="choice">
              <input type="checkbox" id={on.id} name={on.name} defaultChecked={on.defaultValue === "on"} aria-label={t("form.takesPart", { name: row.name })} />
              <label htmlFor={on.id}>
                {row.name}
                {row.note !== undefined && <span className="ranking__note">{row.note}</span>}
              </label>
            </div>
            <Input field={field(`${row.key}.weight`, String(row.weight))} label={t("form.weight")} name={t("form.weightOf", { name: row.name })} inputMode="numeric" />
            {dated && <Input field={field(`${row.key}.until`, row.ratesUntil ?? "")} label={t("form.until")} name={t("form.untilOf", { name: row.name })} type="date" />}
          </div>
        );
      })}
    </fieldset>
  );
}

function Input({ field, label, name, type = "text", inputMode }: { field: FieldProps; label: string; name: string; type?: "text" | "date"; inputMode?: "numeric" }) {
  const hasError = field.errors !== undefined && field.errors.length > 0;
  return (
    <div className="taking-part__input">
      <label htmlFor={field.id}>
        <span aria-hidden="true">{label}</span>
        <span className="visually-hidden">{name}</span>
      </label>
      <input
        className={`input input--${type === "date" ? "medium" : "short"}`}
        type={type}
        inputMode={inputMode}
        id={field.id}
        name={field.name}
        defaultValue={field.defaultValue}
        aria-invalid={hasError || undefined}
        aria-describedby={hasError ? `${field.id}-error` : undefined}
      />
      <FieldError field={field} />
    </div>
  );
}
