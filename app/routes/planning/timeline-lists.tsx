import { compareInTime } from "#app/charts/layout/timeline-rows.ts";
import { stateLabel, timeLabel } from "#app/charts/svg/timeline-texts.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { t } from "#app/i18n/de/planning.ts";
import { statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import type { TimelineEntry } from "#app/services/planning/show-timeline.server.ts";

/** What a narrow screen shows before the picture: the measures under the quarter in which they begin. */
export function QuarterList({ measures }: { readonly measures: readonly TimelineEntry[] }) {
  const groups = new Map<Quarter | null, TimelineEntry[]>();
  for (const measure of [...measures].sort(compareInTime)) {
    const quarter = measure.startQuarter ?? measure.endQuarter;
    const group = groups.get(quarter);
    if (group) group.push(measure);
    else groups.set(quarter, [measure]);
  }
  return (
    <section className="timeline-list" aria-labelledby="zeitplan-liste">
      <h2 id="zeitplan-liste">{t("page.list")}</h2>
      {[...groups].map(([quarter, group]) => (
        <div key={quarter}>
          <h3>{formatQuarter(quarter)}</h3>
          <ul>
            {group.map((measure) => (
              <li key={measure.id}>
                <a href={`/massnahmen/${measure.id}`}>{measure.title}</a>
                <div className="small muted">
                  {timeLabel(measure)}, {stateLabel(measure)}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Without a date a measure is in no picture; here it waits for one. */
export function UndatedList({ measures }: { readonly measures: readonly TimelineEntry[] }) {
  return (
    <ul className="timeline-undated">
      {measures.map(({ id, title, status, timeframeText, movable }) => (
        <li key={id}>
          <span>
            <a href={`/massnahmen/${id}`}>{title}</a>{" "}
            <span className="small muted">
              {statusLabels[status]}
              {timeframeText !== "" && `, „${timeframeText}“`}
            </span>
          </span>
          {movable && (
            <a href={`/zeitplan/${id}/verschieben`} aria-label={t("page.placeNamed", { title })}>
              {t("page.place")}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
