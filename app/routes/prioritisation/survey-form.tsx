import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/survey.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea } from "#app/ui/fields.tsx";

type Group = { readonly id: number; readonly name: string; readonly answerCount: number };

/** A list from a file or pasted; sending it only checks it. */
export function SurveyForm({ groups, problem, pasted }: { readonly groups: readonly Group[]; readonly problem: string | null; readonly pasted: string }) {
  return (
    <Form method="post" encType="multipart/form-data" className="form" noValidate>
      <ErrorSummary entries={[]} formErrors={problem === null ? [] : [problem]} />
      <SelectField
        field={{ id: "raterGroupId", name: "raterGroupId", defaultValue: String(groups[0]?.id ?? "") }}
        label={t("group")}
        options={groups.map(({ id, name, answerCount }) => ({ value: String(id), label: t("groupOption", { name, count: answerCount }) }))}
      />
      <div>
        <p className="field__label">{t("columnsTitle")}</p>
        <p className="field__hint">{t("columns")}</p>
        <p className="field__hint">{t("example")}</p>
      </div>
      <div className="field">
        <label className="field__label" htmlFor="file">
          {t("file")}
        </label>
        <div className="field__hint" id="file-hint">
          {t("fileHint")}
        </div>
        <input className="input input--full" id="file" name="file" type="file" accept=".xlsx,.csv" aria-describedby="file-hint" />
      </div>
      <TextArea field={{ id: "text", name: "text", defaultValue: pasted }} label={t("text")} hint={t("textHint")} rows={6} />
      <div className="form-actions">
        <Button variant="primary">{t("check")}</Button>
      </div>
    </Form>
  );
}
