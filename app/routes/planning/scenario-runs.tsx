import { gapHundredths } from "#app/domain/planning/plan.ts";
import { gapText, t as planner } from "#app/i18n/de/planner.ts";
import { t } from "#app/i18n/de/scenarios.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { ListedRun } from "#app/services/planning/show-scenarios.server.ts";
import { DataTable } from "#app/ui/table.tsx";
import { adoptPath, runPath } from "./plan-run-paths.ts";

export function RunsTable({ runs, mayRun }: { runs: readonly ListedRun[]; mayRun: boolean }) {
  return (
    <DataTable caption={t("page.runsCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("page.run")}</th>
          <th scope="col">{t("page.started")}</th>
          <th scope="col">{t("page.state")}</th>
          <th scope="col">{t("list.planned")}</th>
          <th scope="col">{t("list.quality")}</th>
          {mayRun && <th scope="col">{t("page.adopt")}</th>}
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, startedAt, state, placed, leftOut, objective, bound }) => (
          <tr key={id}>
            <th scope="row" data-label={t("page.run")}>
              <a href={runPath(id)}>{planner("runs.numberValue", { id: String(id) })}</a>
            </th>
            <td data-label={t("page.started")}>{formatDateTime(startedAt)}</td>
            <td data-label={t("page.state")}>{t(`state.${state}`)}</td>
            <td data-label={t("list.planned")}>{placed === null || leftOut === null ? "–" : t("list.counts", { placed, leftOut })}</td>
            <td data-label={t("list.quality")}>{objective === null || bound === null ? "–" : gapText(gapHundredths({ objective, bound }))}</td>
            {mayRun && (
              <td data-label={t("page.adopt")}>
                {objective !== null && state !== "running" && (
                  <a href={adoptPath(id)} aria-label={t("page.adoptOf", { id: String(id) })}>
                    {t("page.adopt")}
                  </a>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
