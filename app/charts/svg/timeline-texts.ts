import type { TimelineMeasure } from "#app/charts/layout/timeline-model.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { TrafficLight } from "#app/domain/measures/vocabulary.ts";
import { t } from "#app/i18n/de/planning.ts";
import { statusLabels, trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatPercent, formatQuarter } from "#app/i18n/format.ts";
import { missesDeadline } from "#app/domain/planning/reschedule.ts";

/** "in Umsetzung · 40 %" */
export const stateLabel = ({ status, progressPercent }: Pick<Measure, "status" | "progressPercent">): string =>
  [statusLabels[status], ...(progressPercent === null || status === "implemented" ? [] : [formatPercent(progressPercent)])].join(" · ");

/** "1. Quartal 2027 bis 4. Quartal 2028", a single quarter once, and what is unknown said so. */
export function timeLabel({ startQuarter, endQuarter, permanentTask }: Timing): string {
  const key = `${startQuarter} ${endQuarter} ${permanentTask}`;
  let label = timeLabels.get(key);
  if (label === undefined) {
    if (timeLabels.size >= MOST_LABELS) timeLabels.clear();
    timeLabels.set(key, (label = describeTime({ startQuarter, endQuarter, permanentTask })));
  }
  return label;
}

type Timing = Pick<Measure, "startQuarter" | "endQuarter" | "permanentTask">;
/** Hundreds of measures share a few dozen periods; putting a message together is the dear part of a picture. */
const timeLabels = new Map<string, string>();
const MOST_LABELS = 2_000;

function describeTime({ startQuarter, endQuarter, permanentTask }: Timing): string {
  if (startQuarter === null) return endQuarter === null ? t("bar.undated") : t("bar.startUnknown", { end: formatQuarter(endQuarter) });
  const start = formatQuarter(startQuarter);
  if (endQuarter === startQuarter) return start;
  if (endQuarter !== null) return t("bar.fromUntil", { start, end: formatQuarter(endQuarter) });
  return permanentTask ? t("bar.permanentFrom", { start }) : t("bar.endUnknown", { start });
}

const lightLabel = (light: TrafficLight): string => t("bar.trafficLight", { light: trafficLightShortLabels[light] });
const lightLabels: Readonly<Record<TrafficLight, string>> = { green: lightLabel("green"), yellow: lightLabel("yellow"), red: lightLabel("red") };

/** Everything a bar shows, in words: "E-Akte, 1. Quartal 2027 bis 4. Quartal 2028, in Umsetzung, 40 %". */
export function barName(measure: TimelineMeasure, inConflict: boolean): string {
  const { title, status, progressPercent, trafficLight, deadline, endQuarter } = measure;
  return [
    title,
    timeLabel(measure),
    statusLabels[status],
    ...(progressPercent === null ? [] : [formatPercent(progressPercent)]),
    ...(trafficLight === null ? [] : [lightLabels[trafficLight]]),
    ...measure.milestones.map((milestone) => t("bar.milestone", { title: milestone.title, date: formatDate(milestone.dueDate) })),
    ...(deadline === null ? [] : [t(missesDeadline(endQuarter, deadline) ? "bar.deadlineMissed" : "bar.deadline", { date: formatDate(deadline) })]),
    ...(inConflict ? [t("bar.inConflict")] : []),
  ].join(", ");
}
