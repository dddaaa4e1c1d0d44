import { t } from "#app/i18n/de/staff-plan.ts";
import { formatHundredths, formatInteger, formatPercent, formatPersonDays, formatQuarter } from "#app/i18n/format.ts";
import type { showTeam } from "#app/services/resources/show-teams.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export type ShownTeam = Extract<ReturnType<typeof showTeam>, { ok: true }>["value"];

/** How many posts the team has from when on, and what of them is left for measures. */
export function TeamStaffingSection({ teamId, staffing }: { teamId: number; staffing: ShownTeam["staffing"] }) {
  const address = `/ressourcen/personal/kapazitaeten/${teamId}/besetzung`;
  return (
    <Section
      title={t("staffing.title")}
      id="besetzung"
      actions={
        <LinkButton to={`${address}/neu`} icon="plus" compact>
          {t("staffing.add")}
        </LinkButton>
      }
    >
      <p className="page-intro">{t(staffing.length === 0 ? "staffing.none" : "staffing.intro")}</p>
      {staffing.length > 0 && (
        <DataTable caption={t("staffing.caption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("staffing.from")}</th>
              {(["fte", "daysPerFte", "absence", "baseLoad", "result"] as const).map((column) => (
                <th scope="col" className="numeric" key={column}>
                  {t(`staffing.${column}`)}
                </th>
              ))}
              <th scope="col">{t("staffing.note")}</th>
            </tr>
          </thead>
          <tbody>
            {staffing.map((entry) => (
              <tr key={entry.id}>
                <th scope="row">
                  <a href={`${address}/${entry.id}`} aria-label={t("staffing.editOf", { quarter: formatQuarter(entry.fromQuarter) })}>
                    {formatQuarter(entry.fromQuarter)}
                  </a>
                </th>
                <td className="numeric" data-label={t("staffing.fte")}>
                  {formatHundredths(entry.fte)}
                </td>
                <td className="numeric" data-label={t("staffing.daysPerFte")}>
                  {formatInteger(entry.personDaysPerFte)}
                </td>
                <td className="numeric" data-label={t("staffing.absence")}>
                  {formatPercent(entry.absencePercent)}
                </td>
                <td className="numeric" data-label={t("staffing.baseLoad")}>
                  {formatPercent(entry.baseLoadPercent)}
                </td>
                <td className="numeric" data-label={t("staffing.result")}>
                  {formatPersonDays(entry.personDays)}
                </td>
                <td data-label={t("staffing.note")}>{entry.note}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}
