import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { TimelineTableRow } from "#app/domain/planning/timeline-table.ts";
import type { LaneKind } from "#app/domain/planning/timeline-view.ts";
import { t } from "#app/i18n/de/timeline.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
import { changeHeading, changeText, conflictText, dateTexts, durationText, endText, horizonTexts, milestoneTexts, predecessorTexts, statusTexts } from "#app/i18n/timeline-cells.ts";
import { formatQuarterShort } from "#app/i18n/format.ts";

export type TimelineTableInfo = { readonly lanesBy: LaneKind; readonly today: PlainDate; readonly versionNumber: number | null };

/** The table of the timeline as text for a spreadsheet; an empty cell where something is unknown. */
export function buildTimelineTable(rows: readonly TimelineTableRow[], { lanesBy, today, versionNumber }: TimelineTableInfo): string[][] {
  const heading = [
    ...[t("table.measure"), t(`lanesBy.${lanesBy}`), t("table.priority"), t("table.start"), t("table.end"), t("table.duration"), t("table.status"), t("table.progress")],
    ...[t("table.horizon"), t("table.milestones"), t("table.deadline"), changeHeading(versionNumber), t("table.dependsOn"), t("table.conflicts")],
  ];
  const lines = rows.map((row) => {
    const { entry } = row;
    return [
      ...[entry.title, [row.lane ?? words.withoutLane[lanesBy], ...row.otherLanes].join("; "), entry.priority === null ? "" : String(entry.priority.position)],
      ...[entry.startQuarter === null ? "" : formatQuarterShort(entry.startQuarter), entry.endQuarter === null && !entry.permanentTask ? "" : endText(entry)],
      ...[entry.startQuarter === null || entry.endQuarter === null ? "" : durationText(entry), statusTexts(entry).join("; ")],
      ...[entry.progressPercent === null ? "" : String(entry.progressPercent), horizonTexts(row).join("; "), milestoneTexts(entry, today).join("; "), dateTexts(row).join("; ")],
      ...[changeText(entry, versionNumber !== null), predecessorTexts(row).join("; "), row.conflicts.map(conflictText).join(" ")],
    ];
  });
  return [heading, ...lines];
}
