import type { FieldMetadata } from "@conform-to/react";
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { t } from "#app/i18n/de/shell.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** What a field needs to know; {@link fieldProps} takes it from a conform field. */
export type FieldProps = {
  readonly id: string;
  readonly name: string;
  readonly defaultValue?: string | undefined;
  readonly errors?: readonly string[] | undefined;
};

type Described = { readonly label: string; readonly hint?: ReactNode; readonly optional?: boolean };
type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean };

/** From a conform field to the props every field here takes: what was typed comes back after a failed save. */
export function fieldProps(field: FieldMetadata<unknown>): FieldProps {
  const value = field.initialValue;
  return { id: field.id, name: field.name, defaultValue: typeof value === "string" ? value : undefined, errors: field.errors };
}

const hintId = (id: string) => `${id}-hint`;
const errorId = (id: string) => `${id}-error`;
const describedBy = ({ id, errors }: FieldProps, hint: ReactNode) =>
  classNames(hint !== undefined && hintId(id), errors && errors.length > 0 && errorId(id)) || undefined;
const hasError = ({ errors }: Pick<FieldProps, "errors">) => errors !== undefined && errors.length > 0;

function FieldFrame({ field, label, hint, optional, children }: Described & { field: FieldProps; children: ReactNode }) {
  return (
    <div className={classNames("field", hasError(field) && "field--error")}>
      <label className="field__label" htmlFor={field.id}>
        {label}
        {optional && <span className="field__optional"> {t("optional")}</span>}
      </label>
      {hint !== undefined && (
        <div className="field__hint" id={hintId(field.id)}>
          {hint}
        </div>
      )}
      {children}
      <FieldError field={field} />
    </div>
  );
}

export function FieldError({ field }: { field: Pick<FieldProps, "id" | "errors"> }) {
  if (!hasError(field)) return null;
  return (
    <div className="field__error" id={errorId(field.id)}>
      <Icon name="danger" />
      <span>{field.errors?.join(" ")}</span>
    </div>
  );
}

/** Width in characters, so that a field shows how much is expected. */
type Width = { readonly width?: "short" | "medium" | "full" };

export function TextField({ field, label, hint, optional, width = "full", type = "text", ...rest }: Described & Width & { field: FieldProps } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <input
        {...rest}
        className={`input input--${width}`}
        id={field.id}
        name={field.name}
        type={type}
        defaultValue={field.defaultValue}
        aria-invalid={hasError(field) || undefined}
        aria-describedby={describedBy(field, hint)}
      />
    </FieldFrame>
  );
}

export function TextArea({ field, label, hint, optional, rows = 4, ...rest }: Described & { field: FieldProps } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <textarea
        {...rest}
        className="input input--full"
        id={field.id}
        name={field.name}
        rows={rows}
        defaultValue={field.defaultValue}
        aria-invalid={hasError(field) || undefined}
        aria-describedby={describedBy(field, hint)}
      />
    </FieldFrame>
  );
}

/** `emptyLabel` adds a first choice without a value: "unknown", "all". */
export function SelectField({
  field,
  label,
  hint,
  optional,
  options,
  emptyLabel,
  width = "full",
  ...rest
}: Described & Width & { field: FieldProps; options: readonly Option[]; emptyLabel?: string } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <select
        {...rest}
        className={`input input--${width}`}
        id={field.id}
        name={field.name}
        defaultValue={field.defaultValue ?? ""}
        aria-invalid={hasError(field) || undefined}
        aria-describedby={describedBy(field, hint)}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** One yes/no question. Sends "on" when ticked, nothing otherwise. */
export function CheckboxField({ field, label, hint, ...rest }: Omit<Described, "optional"> & { field: FieldProps } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <div className={classNames("field", hasError(field) && "field--error")}>
      <div className="choice">
        <input
          {...rest}
          type="checkbox"
          id={field.id}
          name={field.name}
          defaultChecked={field.defaultValue === "on"}
          aria-invalid={hasError(field) || undefined}
          aria-describedby={describedBy(field, hint)}
        />
        <label htmlFor={field.id}>{label}</label>
      </div>
      {hint !== undefined && (
        <div className="field__hint" id={hintId(field.id)}>
          {hint}
        </div>
      )}
      <FieldError field={field} />
    </div>
  );
}

/** Several choices under one name ("checkbox") or exactly one ("radio"). */
export function ChoiceGroup({
  type,
  field,
  label,
  hint,
  optional,
  options,
  selected,
  inline = false,
}: Described & { type: "checkbox" | "radio"; field: FieldProps; options: ReadonlyArray<Option & { hint?: ReactNode }>; selected: readonly string[]; inline?: boolean }) {
  return (
    <fieldset className={classNames("field", hasError(field) && "field--error")} aria-describedby={describedBy(field, hint)} id={field.id} tabIndex={-1}>
      <legend className="field__label">
        {label}
        {optional && <span className="field__optional"> {t("optional")}</span>}
      </legend>
      {hint !== undefined && (
        <div className="field__hint" id={hintId(field.id)}>
          {hint}
        </div>
      )}
      <div className={classNames("choices", inline && "choices--inline")}>
        {options.map((option) => {
          const id = `${field.id}-${option.value}`;
          return (
            <div className="choice" key={option.value}>
              <input
                type={type}
                id={id}
                name={field.name}
                value={option.value}
                defaultChecked={selected.includes(option.value)}
                disabled={option.disabled}
                aria-describedby={option.hint === undefined ? undefined : hintId(id)}
              />
              <label htmlFor={id}>{option.label}</label>
              {option.hint !== undefined && (
                <div className="choice__hint" id={hintId(id)}>
                  {option.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
      <FieldError field={field} />
    </fieldset>
  );
}
