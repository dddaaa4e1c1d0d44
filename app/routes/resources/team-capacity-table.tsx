import { numberInYear } from "#app/domain/calendar/quarter.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { formatHundredths, formatInteger, formatQuarter, UNKNOWN } from "#app/i18n/format.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ShownTeam } from "./team-staffing-section.tsx";

/** Quarter by quarter where the team's capacity comes from: by hand before staffing, posts on top. */
export function TeamCapacityTable({ parts }: { parts: ShownTeam["parts"] }) {
  const unknownWithPosts = parts.some((each) => each.total === null && each.posts > 0);
  return (
    <Section title={t("capacity.title")} id="kapazitaet">
      <p className="page-intro">{t("capacity.intro")}</p>
      <DataTable caption={t("capacity.caption")} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t("capacity.quarter")}</th>
            {(["staffed", "entered", "posts", "total", "fte"] as const).map((column) => (
              <th scope="col" className="numeric" key={column}>
                {t(`capacity.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ quarter, entered, staffed, posts, total, fte }) => (
            <tr key={quarter} className={classNames(numberInYear(quarter) === 1 && "capacity__year-start")}>
              <th scope="row">{formatQuarter(quarter)}</th>
              <td className="numeric">{staffed === null ? t("capacity.none") : entered === null ? formatInteger(staffed) : t("capacity.replaced", { days: formatInteger(staffed) })}</td>
              <td className="numeric">{entered === null ? t("capacity.none") : formatInteger(entered)}</td>
              <td className="numeric">{posts === 0 ? t("capacity.none") : `+${formatInteger(posts)}`}</td>
              <td className="numeric capacity__total">{formatInteger(total)}</td>
              <td className="numeric">{fte === null ? UNKNOWN : formatHundredths(fte)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {unknownWithPosts && <p className="table-note">{t("capacity.unknownPosts")}</p>}
    </Section>
  );
}
