import { Form } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import { ALL_POINTS, pointsLeft } from "#app/domain/prioritisation/points.ts";
import { submittedField, submittedVersion, type Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/weights.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";

type Criterion = { readonly id: number; readonly name: string; readonly question: string };
type Props = { readonly criteria: readonly Criterion[]; readonly shares: readonly number[]; readonly rowVersion: number; readonly submitted: Submitted; readonly isConflict: boolean };

/** A hundred points over the criteria. The server checks the sum; with JavaScript it is shown while typing. */
export function PointsForm({ criteria, shares, rowVersion, submitted, isConflict }: Props) {
  const fields = criteria.map(({ id }, index) => submittedField(submitted, `weights.c${id}`, String(shares[index] ?? 0)));
  const [typed, setTyped] = useState<readonly string[]>(fields.map((field) => field.defaultValue));
  const show = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const form = new FormData(currentTarget);
    setTyped(fields.map((field) => String(form.get(field.name) ?? "")));
  };
  return (
    <Form method="post" className="form points" noValidate onInput={show}>
      <ErrorSummary formErrors={submitted?.error?.[""] ?? []} entries={fields.map((field, index) => ({ fieldId: field.id, label: criteria[index]?.name ?? "", errors: field.errors }))} />
      <input type="hidden" name="method" value="points" />
      <input type="hidden" name="rowVersion" value={submittedVersion(submitted, rowVersion, isConflict)} />
      <p>{t("points.text")}</p>
      {criteria.map((criterion, index) => (
        <TextField key={criterion.id} field={fields[index] ?? { id: "", name: "" }} label={criterion.name} {...(criterion.question === "" ? {} : { hint: criterion.question })} inputMode="numeric" width="short" required />
      ))}
      <p className="points__sum" role="status">
        {sumText(typed)}
      </p>
      <div className="form-actions">
        <Button variant="primary">{t("points.submit")}</Button>
      </div>
    </Form>
  );
}

function sumText(typed: readonly string[]): string {
  if (typed.some((text) => !/^\s*\d{1,3}\s*$/.test(text))) return t("points.unreadable");
  const left = pointsLeft(typed.map(Number));
  if (left === 0) return t("points.exact");
  return t(left > 0 ? "points.left" : "points.tooMany", { sum: ALL_POINTS - left, difference: Math.abs(left) });
}
