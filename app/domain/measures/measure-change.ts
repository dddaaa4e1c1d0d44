import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { firstDayOf, lastDayOf, quarterOf } from "#app/domain/calendar/quarter.ts";
import type { FieldProblem } from "#app/domain/result.ts";
import type { ContentField, MeasureContent } from "./content.ts";

export type ContentProblems = Readonly<Partial<Record<ContentField, readonly FieldProblem[]>>>;
export type ContentWarning = { readonly field: ContentField; readonly code: WarningCode };

export const warningCodes = [
  "endAfterDeadline",
  "startBeforeEarliest",
  "progressWithoutStart",
  "progressCompleteButOpen",
  "implementedButIncomplete",
  "implementedButEndsLater",
  "inProgressButStartsLater",
  "permanentTaskWithEnd",
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** What makes a measure wrong in itself and is refused; null when nothing does. */
export function contentRefusals(content: MeasureContent): ContentProblems | null {
  const problems: Partial<Record<ContentField, FieldProblem[]>> = {};
  if (content.title.trim() === "") problems.title = [{ code: "titleMissing" }];
  if (content.startQuarter !== null && content.endQuarter !== null && content.endQuarter < content.startQuarter) {
    problems.endQuarter = [{ code: "endBeforeStart" }];
  }
  if (content.deadline !== null && content.deadlineReason.trim() === "") problems.deadlineReason = [{ code: "deadlineReasonMissing" }];
  if ((content.trafficLight === "yellow" || content.trafficLight === "red") && content.trafficLightReason.trim() === "") {
    problems.trafficLightReason = [{ code: "trafficLightReasonMissing" }];
  }
  const { progressPercent } = content;
  if (progressPercent !== null && (!Number.isInteger(progressPercent) || progressPercent < 0 || progressPercent > 100)) {
    problems.progressPercent = [{ code: "progressOutOfRange" }];
  }
  return Object.keys(problems).length === 0 ? null : problems;
}

/** What is probably an oversight and is only pointed out: a plan under way may well contradict itself for a while. */
export function contentWarnings(content: MeasureContent, today: PlainDate): ContentWarning[] {
  const { startQuarter, endQuarter, status, progressPercent, deadline, earliestStart } = content;
  const thisQuarter = quarterOf(today);
  const holds: Record<WarningCode, ContentField | false> = {
    endAfterDeadline: endQuarter !== null && deadline !== null && firstDayOf(endQuarter) > deadline && "endQuarter",
    startBeforeEarliest: startQuarter !== null && earliestStart !== null && lastDayOf(startQuarter) < earliestStart && "startQuarter",
    progressWithoutStart: (progressPercent ?? 0) > 0 && (status === "idea" || status === "proposed") && "progressPercent",
    progressCompleteButOpen: progressPercent === 100 && status !== "implemented" && !content.permanentTask && "status",
    implementedButIncomplete: status === "implemented" && progressPercent !== null && progressPercent < 100 && "progressPercent",
    implementedButEndsLater: status === "implemented" && endQuarter !== null && endQuarter > thisQuarter && "endQuarter",
    inProgressButStartsLater: status === "inProgress" && startQuarter !== null && startQuarter > thisQuarter && "startQuarter",
    permanentTaskWithEnd: content.permanentTask && endQuarter !== null && "endQuarter",
  };
  return warningCodes.flatMap((code) => {
    const field = holds[code];
    return field === false ? [] : [{ field, code }];
  });
}
