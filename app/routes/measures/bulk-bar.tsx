import { bulkFields } from "#app/forms/bulk-change.ts";
import { fieldLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";


/** Below the table: what shall be changed for the ticked rows. The next page asks for the value and the confirmation. */
export function BulkBar() {
  return (
    <fieldset className="bulk-bar">
      <legend>{t("bulk.legend")}</legend>
      <div className="toolbar">
        <SelectField
          field={{ id: "bulk-field", name: "aendern", defaultValue: "status" }}
          label={t("bulk.field")}
          options={bulkFields.map((value) => ({ value, label: fieldLabels[value] }))}
        />
        <Button icon="arrowRight">{t("bulk.next")}</Button>
      </div>
      <p className="field__hint">{t("bulk.hint")}</p>
    </fieldset>
  );
}
