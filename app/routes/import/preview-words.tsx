import { Form } from "@remix-run/react";
import { measureStatuses } from "#app/domain/measures/vocabulary.ts";
import { t } from "#app/i18n/de/import.ts";
import { statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatInteger } from "#app/i18n/format.ts";
import type { ImportPreview, UnknownWord } from "#app/services/import/show-import.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

const KINDS = { unit: "preview.kindUnit", actionField: "preview.kindActionField", status: "preview.kindStatus" } as const;

/** Units, action fields and states nobody here knows: explained once, for all rows. */
export function PreviewWords({ preview: { words, choices }, address }: { preview: ImportPreview; address: string }) {
  const options = {
    unit: choices.units.map((unit) => ({ value: String(unit.id), label: `${unit.shortName} – ${unit.name}` })),
    actionField: choices.actionFields.map((field) => ({ value: String(field.id), label: field.name })),
    status: measureStatuses.map((status) => ({ value: status, label: statusLabels[status] })),
  };
  return (
    <Section title={t("preview.words")} id="begriffe">
      <p className="muted">{t("preview.wordsIntro")}</p>
      <Form method="post" action={address} className="import-form">
        <DataTable caption={t("preview.wordsCaption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("preview.word")}</th>
              <th scope="col">{t("preview.kind")}</th>
              <th scope="col" className="numeric">
                {t("preview.wordRows")}
              </th>
              <th scope="col">{t("preview.means")}</th>
            </tr>
          </thead>
          <tbody>
            {words.map((word) => (
              <tr key={word.key}>
                <th scope="row">{word.text}</th>
                <td data-label={t("preview.kind")}>{t(KINDS[word.kind])}</td>
                <td data-label={t("preview.wordRows")} className="numeric">
                  {word.choice === undefined ? formatInteger(word.rows) : "–"}
                </td>
                <td>
                  <select className="input input--medium" key={valueOf(word)} name={`word-${word.key}`} defaultValue={valueOf(word)} aria-label={t("preview.meansOf", { word: word.text })}>
                    <option value="open">{t("preview.undecided")}</option>
                    <option value="empty">{t("preview.leaveEmpty")}</option>
                    {options[word.kind].map((option) => (
                      <option key={option.value} value={option.value}>
                        {option.label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <div className="form-actions">
          <Button name="intent" value="words">
            {t("preview.saveWords")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

const valueOf = ({ choice }: UnknownWord): string => (choice === undefined ? "open" : choice === null ? "empty" : String(choice));
