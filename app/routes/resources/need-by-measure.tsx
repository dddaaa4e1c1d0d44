import { t } from "#app/i18n/de/staff-plan.ts";
import { formatHundredths, UNKNOWN } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { NeedData } from "./need-data.ts";

/** What each measure needs for what, year by year. */
export function NeedByMeasure({ measures, years }: { measures: NeedData["measures"]; years: readonly number[] }) {
  return (
    <DataTable caption={t("need.measuresCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("need.measure")}</th>
          <th scope="col">{t("need.purpose")}</th>
          {years.map((year) => (
            <th scope="col" className="numeric" key={year}>
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={`${measure.measureId}-${measure.purpose}`}>
            <th scope="row">
              <a href={`/massnahmen/${measure.measureId}#personal`}>{measure.title}</a>
            </th>
            <td data-label={t("need.purpose")}>{measure.purpose === "" ? t("need.without") : measure.purpose}</td>
            {measure.years.map(({ fiscalYear, internal, external, unknownCount }) => (
              <td className="numeric" key={fiscalYear} data-label={String(fiscalYear)}>
                {internal === 0 && external === 0 ? (unknownCount > 0 ? UNKNOWN : "–") : formatHundredths(internal)}
                {external > 0 && <span className="cell-note">{t("need.externalShort", { fte: formatHundredths(external) })}</span>}
                {unknownCount > 0 && (internal > 0 || external > 0) && <span className="cell-note">{t("need.unknown", { count: unknownCount })}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
