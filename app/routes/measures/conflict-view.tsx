import { Form } from "@remix-run/react";
import type { ContentField, MeasureContent } from "#app/domain/measures/content.ts";
import { choiceName } from "#app/forms/measures.ts";
import { contentValueText } from "#app/i18n/de/measure-history.ts";
import { fieldLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { MeasureConflict } from "#app/services/measures/show-conflict.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";

/** Both versions side by side; what only one side changed is already merged, the rest the person decides field by field. */
export function ConflictView({ conflict, measureId }: { conflict: MeasureConflict; measureId: number }) {
  const { theirs, contested, takenFromMine, takenFromTheirs } = conflict;
  const by = theirs.changedBy ?? t("conflict.somebody");
  return (
    <>
      <div className="sheet-notices">
        <Alert kind="warning" title={t("conflict.title")} live>
          <p>{t("conflict.text", { by, title: theirs.content.title, at: formatDateTime(theirs.changedAt) })}</p>
        </Alert>
      </div>
      <Form method="post" className="form form--wide">
        <input type="hidden" name="intent" value="resolve" />
        <input type="hidden" name="rowVersion" value={theirs.rowVersion} />
        <input type="hidden" name="base" value={JSON.stringify(conflict.base)} />
        <input type="hidden" name="mine" value={JSON.stringify(conflict.mine)} />
        <input type="hidden" name="theirs" value={JSON.stringify(theirs.content)} />
        {contested.length === 0 ? <p>{t("conflict.nothingContested")}</p> : <h2>{t("conflict.choose")}</h2>}
        {contested.map((field) => (
          <Contested key={field} field={field} conflict={conflict} />
        ))}
        {(takenFromMine.length > 0 || takenFromTheirs.length > 0) && (
          <section className="card prose">
            <h2>{t("conflict.mergedTitle")}</h2>
            <Merged label={t("conflict.takenFromTheirs")} fields={takenFromTheirs} content={theirs.content} conflict={conflict} />
            <Merged label={t("conflict.takenFromMine")} fields={takenFromMine} content={conflict.mine} conflict={conflict} />
          </section>
        )}
        <div className="form-actions">
          <Button variant="primary">{t("conflict.save")}</Button>
          <LinkButton to={`/massnahmen/${measureId}`} variant="tertiary">
            {t("conflict.discard")}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

function Contested({ field, conflict }: { field: ContentField; conflict: MeasureConflict }) {
  const sides = [
    { value: "mine", label: t("conflict.mine"), content: conflict.mine },
    { value: "theirs", label: t("conflict.theirs"), content: conflict.theirs.content },
  ];
  return (
    <fieldset className="field">
      <legend className="field__label">{fieldLabels[field]}</legend>
      <div className="versions">
        {sides.map(({ value, label, content }) => (
          <label key={value} className="version">
            <input type="radio" name={choiceName(field)} value={value} required />
            <span className="version__label">{label}</span>
            <span className="version__value">{contentValueText(field, content[field], conflict.names)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Merged({ label, fields, content, conflict }: { label: string; fields: readonly ContentField[]; content: MeasureContent; conflict: MeasureConflict }) {
  if (fields.length === 0) return null;
  return (
    <div>
      <p>{label}</p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            <strong>{fieldLabels[field]}:</strong> {contentValueText(field, content[field], conflict.names)}
          </li>
        ))}
      </ul>
    </div>
  );
}
