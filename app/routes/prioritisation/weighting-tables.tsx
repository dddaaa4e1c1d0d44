import { t } from "#app/i18n/de/prioritisation.ts";
import { raterGroupKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatPercent } from "#app/i18n/format.ts";
import type { showWeighting } from "#app/services/prioritisation/show-weighting.server.ts";
import { DataTable } from "#app/ui/table.tsx";

type Weighting = Extract<ReturnType<typeof showWeighting>, { ok: true }>["value"];

function share(weight: number, all: ReadonlyArray<{ weight: number }>): string {
  const total = all.reduce((sum, each) => sum + each.weight, 0);
  return formatPercent(total === 0 ? 0 : Math.round((100 * weight) / total));
}

/** What measures are rated by. */
export function CriteriaTable({ criteria, canEdit }: { readonly criteria: Weighting["criteria"]; readonly canEdit: boolean }) {
  return (
    <DataTable caption={t("weighting.criteria")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("weighting.name")}</th>
          <th scope="col">{t("weighting.question")}</th>
          <th scope="col" className="numeric">
            {t("weighting.weight")}
          </th>
          <th scope="col" className="numeric">
            {t("weighting.share")}
          </th>
          <th scope="col">{t("weighting.direction")}</th>
          <th scope="col">{t("weighting.levels")}</th>
          {canEdit && (
            <th scope="col">
              <span className="visually-hidden">{t("weighting.edit")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion.id}>
            <th scope="row">{criterion.name}</th>
            <td data-label={t("weighting.question")}>{criterion.question}</td>
            <td className="numeric" data-label={t("weighting.weight")}>
              {criterion.weight}
            </td>
            <td className="numeric" data-label={t("weighting.share")}>
              {share(criterion.weight, criteria)}
            </td>
            <td data-label={t("weighting.direction")}>{t(criterion.reversed ? "weighting.reversed" : "weighting.straight")}</td>
            <td data-label={t("weighting.levels")}>{t(criterion.levels.length === 0 ? "weighting.levelsNone" : "weighting.levelsWritten")}</td>
            {canEdit && (
              <td>
                <a href={`/priorisierung/kriterien/${criterion.id}`} aria-label={t("weighting.editOf", { name: criterion.name })}>
                  {t("weighting.edit")}
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** In whose name measures are rated. */
export function RaterGroupsTable({ raterGroups, canEdit }: { readonly raterGroups: Weighting["raterGroups"]; readonly canEdit: boolean }) {
  return (
    <DataTable caption={t("weighting.groups")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("weighting.name")}</th>
          <th scope="col">{t("weighting.kind")}</th>
          <th scope="col" className="numeric">
            {t("weighting.weight")}
          </th>
          <th scope="col" className="numeric">
            {t("weighting.share")}
          </th>
          <th scope="col" className="numeric">
            {t("weighting.members")}
          </th>
          {canEdit && (
            <th scope="col">
              <span className="visually-hidden">{t("weighting.edit")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {raterGroups.map((group) => (
          <tr key={group.id}>
            <th scope="row">{group.name}</th>
            <td data-label={t("weighting.kind")}>{raterGroupKindLabels[group.kind]}</td>
            <td className="numeric" data-label={t("weighting.weight")}>
              {group.weight}
            </td>
            <td className="numeric" data-label={t("weighting.share")}>
              {share(group.weight, raterGroups)}
            </td>
            <td className="numeric" data-label={t("weighting.members")}>
              {group.memberCount}
            </td>
            {canEdit && (
              <td>
                <a href={`/priorisierung/gruppen/${group.id}`} aria-label={t("weighting.editOf", { name: group.name })}>
                  {t("weighting.edit")}
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
