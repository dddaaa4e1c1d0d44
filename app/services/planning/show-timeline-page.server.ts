import { can } from "#app/domain/permissions/permissions.ts";
import { timelineListPage, type TimelineListPage } from "#app/domain/planning/timeline-list.ts";
import { timelineTablePage, timelineTableRows, type TimelineTablePage } from "#app/domain/planning/timeline-table.ts";
import type { TimelineView } from "#app/domain/planning/timeline-view.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import { buildTimelineTable } from "#app/reports/build/timeline-table.ts";
import { renderCsv } from "#app/reports/render/csv.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { showTimeline, type ShownTimeline } from "./show-timeline.server.ts";

/** The timeline with one page of its table. */
export function showTimelineTable(context: ServiceContext, view: TimelineView): Result<{ readonly shown: ShownTimeline; readonly table: TimelineTablePage }> {
  const shown = showTimeline(context, view);
  return shown.ok ? ok({ shown: shown.value, table: timelineTablePage(shown.value, view) }) : shown;
}

/** The timeline with one page of the list by quarter, for narrow screens. */
export function showTimelinePicture(context: ServiceContext, view: TimelineView): Result<{ readonly shown: ShownTimeline; readonly list: TimelineListPage }> {
  const shown = showTimeline(context, view);
  return shown.ok ? ok({ shown: shown.value, list: timelineListPage(shown.value, view.page) }) : shown;
}

/** The whole table, as a CSV file. */
export function exportTimelineTable(context: ServiceContext, view: TimelineView): Result<{ readonly fileName: string; readonly content: string }> {
  if (!can(context.user, "report:export")) return forbidden();
  const shown = showTimeline(context, view);
  if (!shown.ok) return shown;
  const { today, lastVersion } = shown.value;
  const table = buildTimelineTable(timelineTableRows(shown.value, view), { lanesBy: view.lanesBy, today, versionNumber: lastVersion?.number ?? null });
  return ok({ fileName: `zeitplan-${today}.csv`, content: renderCsv(table) });
}
