import type { LaneSubject } from "#app/domain/planning/timeline-lanes.ts";
import type { MarkSubject } from "#app/domain/planning/timeline-marks.ts";
import { t } from "#app/i18n/de/timeline.ts";
import { statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate } from "#app/i18n/format.ts";

export function laneName(subject: LaneSubject): string {
  switch (subject.kind) {
    case "named":
      return subject.name;
    case "status":
      return statusLabels[subject.status];
    case "resolved":
      return t("lane.resolved");
    case "submitted":
      return subject.meetingDate === null
        ? t("lane.submittedUndated", { committee: subject.committee })
        : t("lane.submitted", { committee: subject.committee, date: formatDate(subject.meetingDate) });
  }
}

/** More than these would not fit beside a line. */
const REASONS_SHOWN = 2;

export function markLabel(subject: MarkSubject): string {
  switch (subject.kind) {
    case "meeting":
      return subject.meetings.map(({ committee, versionNumber }) => t("mark.meeting", { committee, number: versionNumber })).join("; ");
    case "fundingWindow":
      return t("mark.fundingWindow", { programme: subject.programme });
    case "legalDeadline": {
      const shown = subject.reasons.slice(0, REASONS_SHOWN).map(({ text, count }) => (count > 1 && count < subject.count ? t("mark.counted", { text, count }) : text));
      const more = subject.reasons.length - shown.length;
      return t("mark.deadlines", { count: subject.count, reasons: more > 0 ? t("mark.andMore", { reasons: shown.join(", "), count: more }) : shown.join(", ") });
    }
  }
}
