import type { AxisLabel } from "#app/charts/layout/timeline-axis.ts";
import type { TimelineMeasure } from "#app/charts/layout/timeline-model.ts";
import { isoWeek } from "#app/domain/calendar/iso-week.ts";
import { quarterOf } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { TimelineMark } from "#app/domain/planning/timeline-entry.ts";
import { monthName, shortMonth, weekLabel, words } from "#app/i18n/de/timeline-picture.ts";
import { statusLabels, trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatPercent, formatQuarter, formatQuarterShort } from "#app/i18n/format.ts";
import { missesDeadline } from "#app/domain/planning/reschedule.ts";

/** "in Umsetzung · 40 %" */
export const stateLabel = ({ status, progressPercent }: Pick<Measure, "status" | "progressPercent">): string =>
  [statusLabels[status], ...(progressPercent === null || status === "implemented" ? [] : [formatPercent(progressPercent)])].join(" · ");

/** "1. Quartal 2027 bis 4. Quartal 2028", a single quarter once, and what is unknown said so. */
export function timeLabel({ startQuarter, endQuarter, permanentTask }: Pick<Measure, "startQuarter" | "endQuarter" | "permanentTask">): string {
  if (startQuarter === null) return endQuarter === null ? words.bar.undated : words.bar.startUnknown(formatQuarter(endQuarter));
  const start = formatQuarter(startQuarter);
  if (endQuarter === startQuarter) return start;
  if (endQuarter !== null) return words.bar.fromUntil(start, formatQuarter(endQuarter));
  return permanentTask ? words.bar.permanentFrom(start) : words.bar.endUnknown(start);
}

/** "2027", "Q1" or "Q1 2027", "Jan" or "Januar 2027", "5" or "KW 5". */
export const axisLabel: AxisLabel = (unit, day, wide) => {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  if (unit === "year") return year;
  if (unit === "quarter") return wide ? formatQuarterShort(quarterOf(day)) : `Q${Math.ceil(month / 3)}`;
  if (unit === "month") return wide ? `${monthName(month)}\u00a0${year}` : shortMonth(month);
  return wide ? weekLabel(isoWeek(day)) : String(isoWeek(day));
};

/** A line of the picture in words: "15.01.2027 bis 31.03.2027: Förderfenster Smart Cities". */
export const markText = ({ from, to, label }: Pick<TimelineMark, "from" | "to" | "label">): string => `${to === null ? formatDate(from) : words.days(formatDate(from), formatDate(to))}: ${label}`;

/** Everything a bar shows, in words: "E-Akte, 1. Quartal 2027 bis 4. Quartal 2028, in Umsetzung, 40 %". */
export function barName(measure: TimelineMeasure, inConflict: boolean): string {
  const { title, status, progressPercent, trafficLight, deadline, endQuarter } = measure;
  return [
    title,
    timeLabel(measure),
    statusLabels[status],
    ...(progressPercent === null ? [] : [formatPercent(progressPercent)]),
    ...(trafficLight === null ? [] : [words.bar.trafficLight(trafficLightShortLabels[trafficLight])]),
    ...measure.milestones.map((milestone) => words.bar.milestone(milestone.title, formatDate(milestone.dueDate))),
    ...(deadline === null ? [] : [missesDeadline(endQuarter, deadline) ? words.bar.deadlineMissed(formatDate(deadline)) : words.bar.deadline(formatDate(deadline))]),
    ...(measure.resolved ? [words.bar.resolved] : []),
    ...(measure.ghost ? [words.bar.before(timeLabel({ permanentTask: measure.permanentTask, ...measure.ghost }))] : []),
    ...(inConflict ? [words.bar.inConflict] : []),
  ].join(", ");
}
