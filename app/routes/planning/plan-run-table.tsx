import { gapText, t } from "#app/i18n/de/planner.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { runPath } from "./plan-run-paths.ts";
import type { PlannerData } from "./planner-data.ts";

type Run = PlannerData["runs"][number];
const kinds = { running: "info", done: "success", cancelled: "neutral", failed: "danger" } as const;

export function RunState({ run }: { run: Pick<Run, "state" | "isWaiting"> }) {
  return <Badge kind={kinds[run.state]}>{t(`state.${run.isWaiting ? "waiting" : run.state}`)}</Badge>;
}

/** Runs of the planner, each leading to its result. */
export function PlanRunTable({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return <p>{t("runs.empty")}</p>;
  return (
    <DataTable caption={t("runs.caption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("runs.number")}</th>
          <th scope="col">{t("runs.of")}</th>
          <th scope="col">{t("runs.state")}</th>
          <th scope="col">{t("runs.quality")}</th>
          <th scope="col">{t("runs.started")}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <a href={runPath(run.id)}>{t("runs.numberValue", { id: String(run.id) })}</a>
            </th>
            <td data-label={t("runs.of")}>{run.scenarioName === null ? t("runs.live") : t("runs.scenario", { name: `„${run.scenarioName}“` })}</td>
            <td data-label={t("runs.state")}>
              <RunState run={run} />
            </td>
            <td data-label={t("runs.quality")}>{run.objective === null ? t("gap.noPlan") : gapText(run.gap)}</td>
            <td data-label={t("runs.started")}>{t("runs.by", { at: formatDateTime(run.startedAt), name: run.startedBy })}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
