import { gapText } from "#app/i18n/de/planner.ts";
import { t } from "#app/i18n/de/plan-run.ts";
import { formatInteger } from "#app/i18n/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import { ConflictNote } from "./conflict-note.tsx";
import type { PlanCounts, PlanData, PlanRunData } from "./plan-run-data.ts";
import { plannedMeasurePath } from "./plan-run-paths.ts";

/** What a council member needs first: how much fits, what does not, and how good the plan is. */
export function PlanQuality({ shown: { gap, run, conflict }, view, counts }: { shown: PlanRunData; view: PlanData; counts: PlanCounts }) {
  const { placed, standing, leftOut, incomplete, assumed } = counts;
  const figures = [
    { key: "placed", value: placed, label: t("quality.placed", { count: placed }) },
    { key: "standing", value: standing, label: t("quality.standing", { count: standing }) },
    { key: "leftOut", value: leftOut, label: t("quality.leftOut", { count: leftOut, incomplete }) },
    ...(assumed > 0 ? [{ key: "assumed", value: assumed, label: t("quality.assumed", { count: assumed }) }] : []),
  ];
  return (
    <>
      <ul className="key-figures planner-figures">
        {figures.map(({ key, value, label }) => (
          <li className="key-figure" key={key}>
            <div className="key-figure__value">{formatInteger(value)}</div>
            <div className="key-figure__label">{label}</div>
          </li>
        ))}
      </ul>
      {view.missedMandatory.length > 0 && (
        <Alert kind="danger" title={t("quality.mandatoryTitle", { count: counts.missedMandatory })}>
          <p>{t("quality.mandatoryAdvice")}</p>
          <ul>
            {view.missedMandatory.map((row) => (
              <li key={row.measureId}>
                <a href={plannedMeasurePath(run.id, row.measureId)}>{row.title}</a>: {t(`reason.${row.reason}`)}
              </li>
            ))}
          </ul>
          {conflict !== null && <ConflictNote conflict={conflict} />}
        </Alert>
      )}
      {run.state !== "running" && gap !== null && (
        <Alert kind={run.state === "cancelled" ? "info" : "success"} title={t(run.state === "cancelled" ? "quality.cancelledTitle" : "quality.title", { quality: gapText(gap) })}>
          <p>{t("quality.meaning")}</p>
        </Alert>
      )}
    </>
  );
}
