import { timeLabel } from "#app/charts/svg/timeline-texts.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import { t } from "#app/i18n/de/reschedule.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import type { OfferedRepair } from "#app/services/planning/repair-move.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { breakText } from "./move-breaks.tsx";
import { PlaceTable } from "./place-table.tsx";

/** What the planner found, or what stands in its way. */
export function MoveRepair({ repair, measureId, target }: { readonly repair: OfferedRepair; readonly measureId: number; readonly target: Placement }) {
  if (repair.kind === "none") return <NoRepair repair={repair} measureId={measureId} target={target} />;
  const { own, isAsAsked, along } = repair;
  return (
    <>
      <Alert kind={isAsAsked ? "success" : "info"} title={t("repairFound", { count: along.length })} live>
        {!isAsAsked && <p>{t("repairElsewhere", { time: timeLabel({ ...own.after, permanentTask: own.permanentTask }) })}</p>}
        <p>{t("repairHolds")}</p>
      </Alert>
      {(along.length > 0 || !isAsAsked) && <PlaceTable caption={t("repair")} places={isAsAsked ? along : [own, ...along]} />}
    </>
  );
}

function NoRepair({ repair: { span, inTheWay }, measureId, target: { startQuarter } }: { readonly repair: Extract<OfferedRepair, { kind: "none" }>; readonly measureId: number; readonly target: Placement }) {
  const { breaks, dependents } = inTheWay;
  // What moving along would mend is not in the way; what it would not is.
  const left = dependents !== null && dependents.along.length > 0 ? dependents.breaks : breaks;
  const lines = [...left.map((broken) => breakText(broken, measureId)), ...(dependents?.blocked ?? []).map(({ because, title, earliestStart }) => t(`stays.${because}`, { title, quarter: formatQuarter(earliestStart) }))];
  return (
    <Alert kind="warning" title={t("repairNone")} live>
      <p>{t("repairNoneText")}</p>
      {span && startQuarter !== null && (startQuarter < span.earliest || startQuarter > span.latest) && (
        <p>
          {t("repairSpan", {
            earliest: formatQuarter(span.earliest),
            latest: formatQuarter(span.latest),
            earliestBecause: t(`earliestBecause.${span.earliestBecause}`),
            latestBecause: t(`latestBecause.${span.latestBecause}`),
          })}
        </p>
      )}
      {lines.length > 0 && (
        <>
          <p>{t("inTheWay")}</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
