import { t } from "#app/i18n/de/comparisons.ts";
import type { showComparison } from "#app/services/comparisons/show-comparison.server.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Raters = NonNullable<Extract<ReturnType<typeof showComparison>, { ok: true }>["value"]["raters"]>;

/** Who rated how much and why; shown to the digital officer, and never printed. */
export function RatersTable({ raters, optionCount }: { raters: Raters; optionCount: number }) {
  return (
    <div className="comparison-raters">
      <Section title={t("page.raters")}>
        <p className="field__hint">{t("page.ratersHint")}</p>
        <DataTable caption={t("page.raters")} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t("page.rater")}</th>
              <th scope="col">{t("page.complete")}</th>
              <th scope="col">{t("page.reasons")}</th>
            </tr>
          </thead>
          <tbody>
            {raters.map(({ userId, name, done, reasons }) => (
              <tr key={userId}>
                <th scope="row">{name}</th>
                <td>{t("page.ofOptions", { done, total: optionCount })}</td>
                <td>
                  {reasons.length === 0 ? (
                    t("page.noReasons")
                  ) : (
                    <ul className="plain-list">
                      {reasons.map(({ option, criterion, value, note }) => (
                        <li key={`${option} ${criterion}`}>{t("page.reason", { option, criterion, value: value === null ? t("rate.cannotJudge") : String(value), note })}</li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Section>
    </div>
  );
}
