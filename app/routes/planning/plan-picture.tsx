import { t } from "#app/i18n/de/plan-run.ts";
import { runPath } from "./plan-run-paths.ts";

/** The plan as a timeline: the same picture as everywhere, with the dates of the plan. The table below says all of it in words. */
export function PlanPicture({ runId }: { runId: number }) {
  const address = `${runPath(runId)}/zeitplan.svg`;
  return (
    <details className="planner-more">
      <summary>{t("picture.show")}</summary>
      <div className="timeline-picture" role="region" aria-label={t("picture.region")} tabIndex={0}>
        <img src={address} alt={t("picture.alternative")} loading="lazy" />
      </div>
      <p>
        <a href={address} data-reload>
          {t("picture.large")}
        </a>
      </p>
    </details>
  );
}
