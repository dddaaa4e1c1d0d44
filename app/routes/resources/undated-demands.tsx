import { t } from "#app/i18n/de/resources.ts";
import { staffSourceLabels } from "#app/i18n/de/vocabulary.ts";
import { formatPersonDays } from "#app/i18n/format.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { StaffData } from "./staff-data.ts";

export function UndatedDemands({ demands }: { demands: StaffData["undated"] }) {
  if (demands.length === 0) return null;
  return (
    <Section title={t("staff.undatedTitle")} id="ohne-zeitraum">
      <p className="page-intro">{t("staff.undatedIntro")}</p>
      <DataTable caption={t("staff.undatedCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("staff.measure")}</th>
            <th scope="col">{t("staff.addressee")}</th>
            <th scope="col">{t("staff.source")}</th>
            <th scope="col" className="numeric">
              {t("staff.days")}
            </th>
          </tr>
        </thead>
        <tbody>
          {demands.map((demand) => (
            <tr key={demand.demandId}>
              <th scope="row">
                <a href={`/massnahmen/${demand.measureId}`}>{demand.title}</a>
              </th>
              <td data-label={t("staff.addressee")}>{demand.addresseeName}</td>
              <td data-label={t("staff.source")}>{staffSourceLabels[demand.staffSource]}</td>
              <td className="numeric" data-label={t("staff.days")}>
                {formatPersonDays(demand.personDays)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
