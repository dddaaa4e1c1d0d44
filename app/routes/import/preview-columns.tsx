import { Form } from "@remix-run/react";
import type { ColumnMapping } from "#app/domain/import/fields.ts";
import { importFields } from "#app/domain/import/fields.ts";
import { columnFieldName } from "#app/forms/import.ts";
import { importFieldLabels, t } from "#app/i18n/de/import.ts";
import type { ImportPreview, PreviewColumn } from "#app/services/import/show-import.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { FieldError } from "#app/ui/fields.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Props = { readonly preview: ImportPreview; readonly address: string; readonly errors: Readonly<Record<string, string>>; readonly chosen: ColumnMapping | null };

/** What each column means. Open where something needs a decision, folded where all is clear. */
export function PreviewColumns({ preview: { columns, contested, counts }, address, errors, chosen }: Props) {
  const recognised = columns.filter((column) => column.field !== null).length;
  const lacksTitle = !columns.some((column) => column.field === "title");
  const isUnclear = lacksTitle || chosen !== null || contested.length > 0 || columns.some((column) => column.confidence === "likely") || counts.blocked === counts.all;
  return (
    <details className="import-step" open={isUnclear}>
      <summary>
        <h2>{t("preview.columns")}</h2>
        <span className="muted">{t("preview.columnsSummary", { recognised, all: columns.length })}</span>
      </summary>
      <Form method="post" action={address}>
        <input type="hidden" name="columnCount" value={columns.length} />
        {lacksTitle && <Alert kind="warning" title={t("preview.titleColumnMissing")} />}
        {contested.map(({ field, headings }) => (
          <Alert key={field} kind="info" title={t("preview.contested", { field: importFieldLabels[field], headings: headings.join(", ") })} />
        ))}
        <DataTable caption={t("preview.columnsCaption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("preview.heading")}</th>
              <th scope="col">{t("preview.samples")}</th>
              <th scope="col">{t("preview.meaning")}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, index) => (
              <ColumnRow key={index} column={column} name={columnFieldName(index)} error={errors[columnFieldName(index)]} chosen={chosen === null ? column.field : (chosen[index] ?? null)} />
            ))}
          </tbody>
        </DataTable>
        <div className="form-actions">
          <Button name="intent" value="columns">
            {t("preview.saveColumns")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function ColumnRow({ column, name, error, chosen }: { column: PreviewColumn; name: string; error: string | undefined; chosen: string | null }) {
  const heading = column.heading === "" ? t("preview.noHeading") : column.heading;
  return (
    <tr>
      <th scope="row">{heading}</th>
      <td data-label={t("preview.samples")} className="import-samples">
        {column.samples.join(" · ")}
      </td>
      <td>
        <select className="input input--medium" key={chosen} id={name} name={name} defaultValue={chosen ?? ""} aria-label={t("preview.meaningOf", { heading })} aria-invalid={error !== undefined || undefined} aria-describedby={error === undefined ? undefined : `${name}-error`}>
          <option value="">{t("preview.ignore")}</option>
          {importFields.map((field) => (
            <option key={field} value={field}>
              {importFieldLabels[field]}
            </option>
          ))}
        </select>
        {column.confidence === "likely" && <p className="small muted">{t("preview.likely")}</p>}
        <FieldError field={{ id: name, errors: error === undefined ? [] : [error] }} />
      </td>
    </tr>
  );
}
