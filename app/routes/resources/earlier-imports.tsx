import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/budget-import.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { showBudgetImports } from "#app/services/resources/import-budget-lines.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Imports = Extract<ReturnType<typeof showBudgetImports>, { ok: true }>["value"]["imports"];

/** What was imported before, each with a button that takes it back. */
export function EarlierImports({ imports }: { imports: Imports }) {
  if (imports.length === 0) return null;
  return (
    <Section title={t("earlier")} id="fruehere">
      <DataTable caption={t("earlierCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("fileName")}</th>
            <th scope="col">{t("at")}</th>
            <th scope="col">{t("by")}</th>
            <th scope="col">{t("result")}</th>
            <th scope="col">{t("undo")}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((each) => (
            <tr key={each.id}>
              <th scope="row">{each.fileName}</th>
              <td data-label={t("at")}>{formatDateTime(each.importedAt)}</td>
              <td data-label={t("by")}>{each.userName}</td>
              <td data-label={t("result")}>{t("resultText", { created: each.createdCount, updated: each.updatedCount, skipped: each.skippedCount })}</td>
              <td data-label={t("undo")}>
                {each.undoneAt !== null ? (
                  t("undone", { at: formatDateTime(each.undoneAt) })
                ) : (
                  <Form method="post">
                    <input type="hidden" name="importId" value={each.id} />
                    <Button compact name="intent" value="undo" aria-label={t("undoOf", { fileName: each.fileName, at: formatDateTime(each.importedAt) })}>
                      {t("undo")}
                    </Button>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
