import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/budget-import.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";

/** Sending a list only checks it. */
export function ImportForm({ problem, defaultYear }: { problem: string | null; defaultYear: number }) {
  return (
    <Form method="post" encType="multipart/form-data" className="form" noValidate>
      <ErrorSummary entries={problem === null ? [] : [{ fieldId: "file", label: t("file"), errors: [problem] }]} />
      <div>
        <p className="field__label">{t("columnsTitle")}</p>
        <p className="field__hint">{t("columns")}</p>
      </div>
      <div className={problem === null ? "field" : "field field--error"}>
        <label className="field__label" htmlFor="file">
          {t("file")}
        </label>
        <div className="field__hint" id="file-hint">
          {t("fileHint")}
        </div>
        <input className="input input--full" id="file" name="file" type="file" accept=".xlsx,.csv" aria-describedby="file-hint" aria-invalid={problem !== null || undefined} />
      </div>
      <TextField field={{ id: "defaultYear", name: "defaultYear", defaultValue: String(defaultYear) }} label={t("defaultYear")} inputMode="numeric" width="short" />
      <div className="form-actions">
        <Button variant="primary" icon="upload">
          {t("check")}
        </Button>
      </div>
    </Form>
  );
}
