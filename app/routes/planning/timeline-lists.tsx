import { stateLabel, timeLabel } from "#app/charts/svg/timeline-texts.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { missesDeadline } from "#app/domain/planning/reschedule.ts";
import type { TimelineEntry } from "#app/domain/planning/timeline-entry.ts";
import { listedQuarter, type TimelineListPage } from "#app/domain/planning/timeline-list.ts";
import type { TimelineView } from "#app/domain/planning/timeline-view.ts";
import { timelineAddress } from "#app/forms/timeline-view.ts";
import { t } from "#app/i18n/de/timeline.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
import { statusLabels, trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { t as planning } from "#app/i18n/de/planning.ts";
import { formatDate, formatQuarter } from "#app/i18n/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Pagination } from "#app/ui/table.tsx";

const LIST = "zeitplan-liste";

/** What a narrow screen shows instead of the picture: the measures under the quarter in which they begin. */
export function QuarterList({ view, list, measures }: { readonly view: TimelineView; readonly list: TimelineListPage; readonly measures: readonly TimelineEntry[] }) {
  const [listed, conflicts] = [new Set(list.measureIds), new Set(list.conflictIds)];
  const byId = new Map(measures.flatMap((measure) => (listed.has(measure.id) ? [[measure.id, measure] as const] : [])));
  const groups = new Map<Quarter | null, TimelineEntry[]>();
  for (const id of list.measureIds) {
    const measure = byId.get(id);
    if (measure === undefined) continue;
    const quarter = listedQuarter(measure);
    const group = groups.get(quarter);
    if (group) group.push(measure);
    else groups.set(quarter, [measure]);
  }
  if (groups.size === 0) return null;
  const toPage = (page: number) => `${timelineAddress({ ...view, page })}#${LIST}`;
  return (
    <section className="timeline-list" aria-labelledby={LIST}>
      <h2 id={LIST}>{t("list.title")}</h2>
      {list.pageCount > 1 && (
        <nav aria-label={t("list.years")} className="timeline-years">
          <span aria-hidden="true">{t("list.years")}</span>
          <ul>
            {list.years.map(({ year, page }) => (
              <li key={year}>
                <a href={toPage(page)}>{year}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {[...groups].map(([quarter, group]) => (
        <div key={quarter}>
          <h3>{formatQuarter(quarter)}</h3>
          <ul>
            {group.map((measure) => (
              <li key={measure.id}>
                <a href={`/massnahmen/${measure.id}`}>{measure.title}</a>
                <div className="small muted">{describe(measure)}</div>
                {conflicts.has(measure.id) && (
                  <div className="small timeline-conflict">
                    <Icon name="warning" />
                    {words.bar.inConflict}
                  </div>
                )}
                {measure.movable && (
                  <a className="small" href={`/zeitplan/${measure.id}/verschieben`} aria-label={planning("page.moveNamed", { title: measure.title })}>
                    {planning("page.move")}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Pagination page={list.page} pageCount={list.pageCount} toPage={toPage} />
    </section>
  );
}

const describe = (measure: TimelineEntry): string =>
  [
    timeLabel(measure),
    stateLabel(measure),
    ...(measure.resolved && measure.status !== "resolved" ? [t("table.resolved")] : []),
    ...(measure.trafficLight === null ? [] : [words.bar.trafficLight(trafficLightShortLabels[measure.trafficLight])]),
    ...(measure.deadline === null
      ? []
      : [missesDeadline(measure.endQuarter, measure.deadline) ? words.bar.deadlineMissed(formatDate(measure.deadline)) : words.bar.deadline(formatDate(measure.deadline))]),
    ...measure.milestones.map(({ title, dueDate }) => words.bar.milestone(title, formatDate(dueDate))),
  ].join(", ");

/** More of them stand in the table. */
export const MOST_UNDATED = 60;

/** Without a date a measure is in no picture; here it waits for one. */
export function UndatedList({ measures }: { readonly measures: readonly TimelineEntry[] }) {
  return (
    <ul className="timeline-undated">
      {measures.slice(0, MOST_UNDATED).map(({ id, title, status, timeframeText, movable }) => (
        <li key={id}>
          <span>
            <a href={`/massnahmen/${id}`}>{title}</a>{" "}
            <span className="small muted">
              {statusLabels[status]}
              {timeframeText !== "" && `, „${timeframeText}“`}
            </span>
          </span>
          {movable && (
            <a href={`/zeitplan/${id}/verschieben`} aria-label={t("list.placeNamed", { title })}>
              {t("list.place")}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
