import { t } from "#app/i18n/de/staff-plan.ts";
import { formatHundredths, formatWholeEuros, UNKNOWN } from "#app/i18n/format.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { NeedData } from "./need-data.ts";

type Team = NeedData["teams"][number];

/** Teams × years: what the measures ask for of what the team has, what is missing and what that would cost. */
export function NeedByTeam({ teams, years }: { teams: NeedData["teams"]; years: readonly number[] }) {
  return (
    <>
      <DataTable caption={t("need.teamsCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("need.team")}</th>
            {years.map((year) => (
              <th scope="col" className="numeric" key={year}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.key}>
              <th scope="row">
                {team.name}
                {team.kind === "unit" && <span className="cell-note">{t("need.unit")}</span>}
              </th>
              {team.years.map((year) => (
                <TeamYear key={year.fiscalYear} year={year} isUnit={team.kind === "unit"} />
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="table-note">{t("need.teamsNote")}</p>
    </>
  );
}

function TeamYear({ year, isUnit }: { year: Team["years"][number]; isUnit: boolean }) {
  const { fiscalYear, internal, external, present, newPosts, missing, missingCost, unknownCount } = year;
  const isMissing = missing !== null && missing > 0 && !isUnit;
  const available = present === null ? UNKNOWN : formatHundredths(present + newPosts);
  return (
    <td className={classNames("numeric", isMissing && "need__missing")} data-label={String(fiscalYear)}>
      {isUnit ? formatHundredths(internal) : t("need.ofPresent", { internal: formatHundredths(internal), available })}
      {newPosts > 0 && <span className="cell-note">{t("need.newPosts", { fte: formatHundredths(newPosts) })}</span>}
      {isMissing && (
        <span className="need__gap">
          <Icon name="warning" />
          {t("need.missing", { fte: formatHundredths(missing) })}
          {missingCost !== null && <span className="cell-note">{t("need.missingCost", { cost: formatWholeEuros(missingCost) })}</span>}
        </span>
      )}
      {external > 0 && <span className="cell-note">{t("need.external", { fte: formatHundredths(external) })}</span>}
      {unknownCount > 0 && <span className="cell-note">{t("need.unknown", { count: unknownCount })}</span>}
    </td>
  );
}
