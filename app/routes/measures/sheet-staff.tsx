import { durationInQuarters } from "#app/domain/calendar/quarter.ts";
import type { Measure, StaffDemand } from "#app/domain/measures/measure.ts";
import { staffSources } from "#app/domain/measures/vocabulary.ts";
import { t } from "#app/i18n/de/measures.ts";
import { demandBasisLabels, staffSourceLabels } from "#app/i18n/de/vocabulary.ts";
import { formatPersonDays, UNKNOWN } from "#app/i18n/format.ts";
import type { MeasureSheet } from "#app/services/measures/show-measure.server.ts";
import { EmptyState, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AddPart, PartLink } from "./part-actions.tsx";

/** Person-days over the whole duration; null while they or the period are unknown. */
function totalDays(measure: Pick<Measure, "startQuarter" | "endQuarter">, demand: StaffDemand): number | null {
  if (demand.personDays === null || demand.basis === "total") return demand.personDays;
  const { startQuarter, endQuarter } = measure;
  return startQuarter === null || endQuarter === null ? null : demand.personDays * durationInQuarters(startQuarter, endQuarter);
}

export function SheetStaff({ sheet: { measure, names, mayEdit } }: { sheet: MeasureSheet }) {
  const { staffDemands } = measure;
  const addressee = (demand: StaffDemand) =>
    (demand.teamId !== null ? names.teams[demand.teamId] : demand.orgUnitId !== null ? names.units[demand.orgUnitId] : undefined) ?? UNKNOWN;
  return (
    <Section title={t("sheet.staff")} id="personal" actions={mayEdit && <AddPart measureId={measure.id} path="personal" label={t("sheet.addStaff")} />}>
      {staffDemands.length === 0 ? (
        <EmptyState title={t("sheet.staffEmpty")} />
      ) : (
        <DataTable caption={t("sheet.staffCaption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("column.addressee")}</th>
              <th scope="col">{t("column.source")}</th>
              <th scope="col" className="numeric">
                {t("column.days")}
              </th>
              <th scope="col">{t("column.basis")}</th>
              {mayEdit && <th scope="col">{t("column.actions")}</th>}
            </tr>
          </thead>
          <tbody>
            {staffDemands.map((demand) => (
              <tr key={demand.id}>
                <th scope="row">
                  {addressee(demand)}
                  {demand.purpose !== undefined && demand.purpose !== "" && <span className="cell-note">{t("sheet.staffPurpose", { purpose: demand.purpose })}</span>}
                  {demand.note !== "" && <span className="cell-note">{demand.note}</span>}
                </th>
                <td data-label={t("column.source")}>{staffSourceLabels[demand.staffSource]}</td>
                <td data-label={t("column.days")} className="numeric">
                  {formatPersonDays(demand.personDays)}
                </td>
                <td data-label={t("column.basis")}>{demandBasisLabels[demand.basis]}</td>
                {mayEdit && <PartLink measureId={measure.id} path="personal" id={demand.id} name={addressee(demand)} />}
              </tr>
            ))}
          </tbody>
          <tfoot>
            {staffSources.map((source) => {
              const totals = staffDemands.filter((demand) => demand.staffSource === source).map((demand) => totalDays(measure, demand));
              if (totals.length === 0) return null;
              const unknown = totals.filter((days) => days === null).length;
              const known = totals.reduce<number>((sum, days) => sum + (days ?? 0), 0);
              return (
                <tr key={source}>
                  <th scope="row" colSpan={2}>
                    {t(source === "internal" ? "sheet.staffSumInternal" : "sheet.staffSumExternal")}
                  </th>
                  <td className="numeric" data-label={t("column.days")}>
                    {unknown === totals.length ? UNKNOWN : formatPersonDays(known)}
                    {unknown > 0 && unknown < totals.length && <span className="cell-note">{t("list.plusUnknown", { count: unknown })}</span>}
                  </td>
                  <td colSpan={mayEdit ? 2 : 1} data-label={t("column.basis")}>
                    {demandBasisLabels.total}
                  </td>
                </tr>
              );
            })}
          </tfoot>
        </DataTable>
      )}
    </Section>
  );
}
