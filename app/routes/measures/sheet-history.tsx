import { t } from "#app/i18n/de/measures.ts";
import { actionText, changedFieldNames } from "#app/i18n/de/measure-history.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { MeasureSheet } from "#app/services/measures/show-measure.server.ts";
import { Section } from "#app/ui/page.tsx";

/** The last few changes; the whole history has its own page. */
export function SheetHistory({ sheet: { measure, history } }: { sheet: MeasureSheet }) {
  return (
    <Section title={t("sheet.historyTitle")} id="verlauf" actions={<a href={`/massnahmen/${measure.id}/verlauf`}>{t("sheet.historyAll")}</a>}>
      {history.length === 0 ? (
        <p className="muted">{t("history.empty")}</p>
      ) : (
        <ul className="plain-list">
          {history.map((event) => {
            const names = event.action === "update" ? changedFieldNames(event) : [];
            return (
              <li key={event.id}>
                <span className="muted small">{formatDateTime(event.at)}</span> {event.by ?? t("history.program")}: {actionText(event)}
                {names.length > 0 && ` (${names.join(", ")})`}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
