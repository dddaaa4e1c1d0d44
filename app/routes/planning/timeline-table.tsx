import { Fragment } from "react";
import { groupIntoLanes } from "#app/charts/layout/timeline-rows.ts";
import { unassignedLane } from "#app/charts/svg/arrange-timeline.ts";
import { durationInQuarters } from "#app/domain/calendar/quarter.ts";
import { violatedDependencies, type DependencyViolation } from "#app/domain/measures/dependency-graph.ts";
import { missesDeadline } from "#app/domain/planning/reschedule.ts";
import type { LaneKind } from "#app/domain/planning/timeline-view.ts";
import { t } from "#app/i18n/de/planning.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
import { t as rounds } from "#app/i18n/de/rounds.ts";
import { statusLabels, trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatInteger, formatPercent, formatQuarter, formatQuarterShort } from "#app/i18n/format.ts";
import { handNote } from "#app/i18n/priority.ts";
import type { ShownTimeline, TimelineEntry } from "#app/services/planning/show-timeline.server.ts";
import { Icon } from "#app/ui/icon.tsx";
import { DataTable } from "#app/ui/table.tsx";

type TableProps = { readonly timeline: ShownTimeline; readonly lanesBy: LaneKind };

/** The same content as the picture, in the same order, with every conflict in words. */
export function TimelineTable({ timeline, lanesBy }: TableProps) {
  const { measures, others, dependencies, years, today } = timeline;
  const lanes = groupIntoLanes(measures, { lanes: timeline.lanes, laneOf: (measure) => measure.laneId, unassignedLane: unassignedLane(lanesBy) });
  const titles = new Map([...measures, ...others].map(({ id, title }) => [id, title]));
  const violations = violatedDependencies([...measures, ...others], dependencies);
  const titleOf = (id: number): string => titles.get(id) ?? "";
  return (
    <DataTable caption={t("column.caption", { firstYear: String(years.firstYear), lastYear: String(years.lastYear) })} stacked>
      <thead>
        <tr>
          <th scope="col">{t("column.measure")}</th>
          <th scope="col">{rounds("adopted.label")}</th>
          <th scope="col">{t("column.start")}</th>
          <th scope="col">{t("column.end")}</th>
          <th scope="col">{t("column.duration")}</th>
          <th scope="col">{t("column.status")}</th>
          <th scope="col">{t("column.progress")}</th>
          <th scope="col">{t("column.milestonesAndDeadline")}</th>
          <th scope="col">{t("column.dependsOn")}</th>
          <th scope="col">{t("column.conflict")}</th>
        </tr>
      </thead>
      {lanes.map((lane) => (
        <tbody key={lane.id ?? "none"}>
          <tr className="timeline-lane-row">
            <th scope="rowgroup" colSpan={10}>
              {lane.name} ({lane.measures.length})
            </th>
          </tr>
          {lane.measures.map((measure) => (
            <tr key={measure.id}>
              <th scope="row">
                <a href={`/massnahmen/${measure.id}`}>{measure.title}</a>
                {measure.movable && (
                  <a href={`/zeitplan/${measure.id}/verschieben`} className="timeline-move" aria-label={t("page.moveNamed", { title: measure.title })}>
                    {t("page.move")}
                  </a>
                )}
              </th>
              <td data-label={rounds("adopted.label")}>
                {measure.priority === null ? t("column.none") : formatInteger(measure.priority.position)}
                {measure.priority !== null && handNote(measure.priority) !== null && <span className="cell-note">{handNote(measure.priority)}</span>}
              </td>
              <td data-label={t("column.start")} className="nowrap">
                {formatQuarterShort(measure.startQuarter)}
              </td>
              <td data-label={t("column.end")} className="nowrap">
                {measure.endQuarter === null && measure.permanentTask ? t("column.permanent") : formatQuarterShort(measure.endQuarter)}
              </td>
              <td data-label={t("column.duration")} className="nowrap">
                {measure.startQuarter !== null && measure.endQuarter !== null
                  ? t("column.quarters", { count: durationInQuarters(measure.startQuarter, measure.endQuarter) })
                  : t("column.none")}
              </td>
              <td data-label={t("column.status")}>
                {statusLabels[measure.status]}
                {measure.trafficLight !== null && `, ${words.bar.trafficLight(trafficLightShortLabels[measure.trafficLight])}`}
              </td>
              <td data-label={t("column.progress")}>{formatPercent(measure.progressPercent)}</td>
              <td data-label={t("column.milestonesAndDeadline")}>
                <Milestones measure={measure} today={today} />
              </td>
              <td data-label={t("column.dependsOn")}>
                <Texts
                  texts={dependencies
                    .filter((dependency) => dependency.successorId === measure.id)
                    .map(({ predecessorId, lagQuarters }) =>
                      lagQuarters === 0 ? titleOf(predecessorId) : t("column.afterLag", { title: titleOf(predecessorId), lag: lagQuarters }),
                    )}
                />
              </td>
              <td data-label={t("column.conflict")}>
                <Conflicts measure={measure} violations={violations} titleOf={titleOf} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}

function Texts({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return <>{t("column.none")}</>;
  return (
    <ul className="timeline-cell-list">
      {texts.map((text, index) => (
        <li key={index}>{text}</li>
      ))}
    </ul>
  );
}

const Milestones = ({ measure, today }: { readonly measure: TimelineEntry; readonly today: string }) => (
  <Texts
    texts={[
      ...measure.milestones.map(({ title, dueDate, reachedOn }) => {
        const state = reachedOn !== null ? `, ${t("column.reached", { date: formatDate(reachedOn) })}` : dueDate < today ? `, ${t("column.overdue")}` : "";
        return `${title}, ${formatDate(dueDate)}${state}`;
      }),
      ...(measure.deadline === null ? [] : [words.bar.deadline(formatDate(measure.deadline))]),
    ]}
  />
);

function Conflicts({ measure, violations, titleOf }: { readonly measure: TimelineEntry; readonly violations: readonly DependencyViolation[]; readonly titleOf: (id: number) => string }) {
  const texts = violations.flatMap(({ predecessorId, successorId, earliestStart }) => {
    const quarter = formatQuarter(earliestStart);
    if (successorId === measure.id) return [t("column.startsTooEarly", { title: titleOf(predecessorId), quarter })];
    return predecessorId === measure.id ? [t("column.blocksSuccessor", { title: titleOf(successorId), quarter })] : [];
  });
  if (missesDeadline(measure.endQuarter, measure.deadline)) texts.push(t("column.deadlineMissed", { date: formatDate(measure.deadline) }));
  if (texts.length === 0) return <>{t("column.noConflict")}</>;
  return (
    <>
      {texts.map((text) => (
        <Fragment key={text}>
          <span className="timeline-conflict">
            <Icon name="warning" />
            {text}
          </span>
        </Fragment>
      ))}
    </>
  );
}
