import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { durationInQuarters } from "#app/domain/calendar/quarter.ts";
import type { TimelineEntry } from "#app/domain/planning/timeline-entry.ts";
import { changeInQuarters, type TimelineConflict, type TimelineTableRow } from "#app/domain/planning/timeline-table.ts";
import { t } from "./de/timeline.ts";
import { words } from "./de/timeline-picture.ts";
import { planningHorizonLabels, statusLabels, trafficLightShortLabels } from "./de/vocabulary.ts";
import { formatDate, formatInteger, formatQuarter, formatQuarterShort, UNKNOWN } from "./format.ts";

/** The cells of the timeline's table as words, for the page and for spreadsheets. */

export const endText = ({ endQuarter, permanentTask }: TimelineEntry): string => (endQuarter === null && permanentTask ? t("table.permanent") : formatQuarterShort(endQuarter));

export const durationText = ({ startQuarter, endQuarter }: TimelineEntry): string =>
  startQuarter === null || endQuarter === null ? t("table.none") : formatInteger(durationInQuarters(startQuarter, endQuarter));

export const statusTexts = ({ status, trafficLight, resolved }: TimelineEntry): string[] => [
  statusLabels[status],
  ...(resolved && status !== "resolved" ? [t("table.resolved")] : []),
  ...(trafficLight === null ? [] : [words.bar.trafficLight(trafficLightShortLabels[trafficLight])]),
];

/** As stated in the sheet, and where the start lies where that is another one. */
export function horizonTexts({ entry: { planningHorizon }, band }: TimelineTableRow): string[] {
  const stated = planningHorizon === null ? UNKNOWN : planningHorizonLabels[planningHorizon];
  return band === null || band === planningHorizon ? [stated] : [stated, t("table.otherBand", { horizon: planningHorizonLabels[band] })];
}

export const milestoneTexts = ({ milestones }: TimelineEntry, today: PlainDate): string[] =>
  milestones.map(({ title, dueDate, reachedOn }) => {
    const date = formatDate(dueDate);
    if (reachedOn !== null) return t("table.milestoneReached", { title, date, reached: formatDate(reachedOn) });
    return t(dueDate < today ? "table.milestoneOverdue" : "table.milestone", { title, date });
  });

export const dateTexts = ({ entry: { deadline }, windows }: TimelineTableRow): string[] => [
  ...(deadline === null ? [] : [t("table.deadlineOn", { date: formatDate(deadline) })]),
  ...windows.map(({ label, from, to }) => t("table.windowFromTo", { label, from: formatDate(from), to: formatDate(to) })),
];

export function changeText(entry: TimelineEntry, hasVersion: boolean): string {
  if (!hasVersion) return t("table.noVersion");
  if (entry.isNew) return t("table.new");
  if (entry.ghost === null) return t("table.unchanged");
  const { startQuarter, endQuarter } = entry.ghost;
  if (startQuarter === null && endQuarter === null) return t("table.undatedBefore");
  const period = t("table.period", { start: formatQuarterShort(startQuarter), end: endQuarter === null && entry.permanentTask ? t("table.permanent") : formatQuarterShort(endQuarter) });
  const change = changeInQuarters(entry);
  if (change === null || change === 0) return t("table.before", { period });
  return t(change > 0 ? "table.beforeLater" : "table.beforeEarlier", { period, count: Math.abs(change) });
}

export const changeHeading = (versionNumber: number | null): string => (versionNumber === null ? t("table.changeWithoutVersion") : t("table.change", { number: versionNumber }));

export const predecessorTexts = ({ predecessors }: TimelineTableRow): string[] =>
  predecessors.map(({ title, lagQuarters }) => (lagQuarters === 0 ? title : t("table.afterLag", { title, lag: lagQuarters })));

export function conflictText(conflict: TimelineConflict): string {
  if (conflict.kind === "deadlineMissed") return t("table.deadlineMissed", { date: formatDate(conflict.deadline) });
  return t(`table.${conflict.kind}`, { title: conflict.title, quarter: formatQuarter(conflict.earliestStart) });
}
