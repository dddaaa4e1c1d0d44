import { t } from "#app/i18n/de/resources.ts";
import { formatHundredths, formatInteger, UNKNOWN } from "#app/i18n/format.ts";
import type { listTeamCapacities } from "#app/services/resources/show-teams.server.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export type TeamCapacities = Extract<ReturnType<typeof listTeamCapacities>, { ok: true }>["value"];

/** Units with what their teams have together, and units that measures ask for staff although they have no team. */
export function UnitCapacities({ units }: { units: TeamCapacities["units"] }) {
  if (units.length === 0) return null;
  return (
    <Section title={t("teams.units")} id="einheiten">
      <p className="page-intro">
        {t("teams.unitsIntro")} <a href="/ressourcen/personal?zeilen=einheit">{t("teams.unitsByQuarter")}</a>
      </p>
      <DataTable caption={t("teams.unitsCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("teams.unit")}</th>
            <th scope="col">{t("teams.teamCount")}</th>
            <th scope="col">{t("teams.range")}</th>
            <th scope="col">{t("teams.fteRange")}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ orgUnitId, name, teamCount, quarters }) => (
            <tr key={orgUnitId}>
              <th scope="row">{name}</th>
              <td data-label={t("teams.teamCount")}>
                {t("staff.teamCount", { count: teamCount })}
                {teamCount === 0 && (
                  <span className="cell-note">
                    <a href={newTeamPath(orgUnitId)} aria-label={t("teams.giveCapacityOf", { name })}>
                      {t("teams.giveCapacity")}
                    </a>
                  </span>
                )}
              </td>
              <td data-label={t("teams.range")}>{describeRange(quarters.map((each) => each.personDays), formatInteger)}</td>
              <td data-label={t("teams.fteRange")}>{describeRange(quarters.map((each) => each.fte), formatHundredths)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** The form of a new team that stands for a whole unit. */
export const newTeamPath = (orgUnitId: number): string => `/ressourcen/personal/kapazitaeten/neu?einheit=${orgUnitId}`;

/** The least and the most of the known quarters; says so where some are unknown. */
export function describeRange(values: ReadonlyArray<number | null>, format: (value: number) => string): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return UNKNOWN;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const range = low === high ? format(low) : t("teams.rangeValue", { low: format(low), high: format(high) });
  return known.length === values.length ? range : t("teams.rangePartly", { range, count: values.length - known.length });
}
