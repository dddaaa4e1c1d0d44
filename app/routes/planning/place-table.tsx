import { timeLabel } from "#app/charts/svg/timeline-texts.ts";
import { quarterDistance } from "#app/domain/calendar/quarter.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import { t } from "#app/i18n/de/reschedule.ts";
import type { OfferedPlace } from "#app/services/planning/move-offers.server.ts";
import { DataTable } from "#app/ui/table.tsx";

/** Where measures stand and where they would. */
export function PlaceTable({ caption, places }: { readonly caption: string; readonly places: readonly OfferedPlace[] }) {
  return (
    <DataTable caption={caption} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("measure")}</th>
          <th scope="col">{t("from")}</th>
          <th scope="col">{t("to")}</th>
          <th scope="col">{t("shift")}</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ measureId, title, status, permanentTask, before, after }) => (
          <tr key={measureId}>
            <th scope="row">
              <a href={`/massnahmen/${measureId}`}>{title}</a>
              {status === "resolved" && <span className="muted small"> ({t("resolvedMark")})</span>}
            </th>
            <td data-label={t("from")}>{timeLabel({ ...before, permanentTask })}</td>
            <td data-label={t("to")}>{timeLabel({ ...after, permanentTask })}</td>
            <td data-label={t("shift")}>{shiftText(before, after)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function shiftText(before: Placement, after: Placement): string {
  const count = before.startQuarter === null || after.startQuarter === null ? 0 : quarterDistance(before.startQuarter, after.startQuarter);
  if (count === 0) return t("sameStart");
  return count > 0 ? t("later", { count }) : t("earlier", { count: -count });
}
