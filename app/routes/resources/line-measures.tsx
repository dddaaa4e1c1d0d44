import { t } from "#app/i18n/de/budget-lines.ts";
import { formatAmount } from "#app/i18n/format.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { LineData } from "./line-data.ts";

/** Which measures claim the line, by the codes of their cost items and by hand. */
export function LineMeasures({ shown }: { shown: LineData }) {
  const { planned, mapped, line } = shown;
  const side = line.direction;
  const mappedOnly = mapped.filter(({ measureId }) => !planned.measures.some((share) => share.measureId === measureId));
  const isEmpty = planned.measures.length === 0 && mappedOnly.length === 0;
  return (
    <Section title={t("line.measures")} id="massnahmen">
      {isEmpty ? (
        <p>{t("line.none")}</p>
      ) : (
        <>
          <DataTable caption={t("line.measuresCaption")} captionHidden stacked>
            <thead>
              <tr>
                <th scope="col">{t("line.measure")}</th>
                <th scope="col" className="numeric">
                  {t("line.amount")}
                </th>
                <th scope="col">{t("notes")}</th>
              </tr>
            </thead>
            <tbody>
              {planned.measures.map((share) => (
                <tr key={share.measureId}>
                  <th scope="row">
                    <a href={`/massnahmen/${share.measureId}`}>{share.title}</a>
                  </th>
                  <td className="numeric" data-label={t("line.amount")}>
                    {formatAmount(share[side])}
                  </td>
                  <td data-label={t("notes")}>
                    {[
                      share.byHand && t("line.byHand"),
                      share.followUpExpense > 0 && side === "expense" && `${t("line.followUp")} ${formatAmount(share.followUpExpense)}`,
                      share.earmarked > 0 && `${t("line.grant")} ${formatAmount(share.earmarked)}`,
                      share.unknownCount > 0 && t("line.unknown", { count: share.unknownCount }),
                    ]
                      .filter((text) => text !== false)
                      .join(" · ")}
                  </td>
                </tr>
              ))}
              {mappedOnly.map(({ measureId, title, mapping }) => (
                <tr key={measureId}>
                  <th scope="row">
                    <a href={`/massnahmen/${measureId}`}>{title}</a>
                  </th>
                  <td className="numeric" data-label={t("line.amount")}>
                    –
                  </td>
                  <td data-label={t("notes")}>{t("line.mappedOnly", { mapping })}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p className="table-note">{t("line.measuresIntro")}</p>
        </>
      )}
    </Section>
  );
}
