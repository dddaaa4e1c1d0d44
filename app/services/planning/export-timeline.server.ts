import type { TimelineView } from "#app/domain/planning/timeline-view.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { webPalette } from "#app/reports/render/page-timeline.server.ts";
import { renderTimelineSvg } from "#app/reports/render/timeline-svg.server.tsx";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";
import { showTimeline } from "./show-timeline.server.ts";

/** The timeline as the page shows it, as one self-contained picture. */
export function exportTimeline(context: ServiceContext, view: TimelineView): Result<{ readonly svg: string; readonly fileName: string }> {
  const shown = showTimeline(context, view);
  if (!shown.ok) return shown;
  const { today, years, measures, undated, heat } = shown.value;
  const { lanesBy, rows, zoom, collapsed } = view;
  const { svg } = renderTimelineSvg({ ...shown.value, measures: [...measures, ...undated] }, today, {
    ...{ lanesBy, rows, zoom, collapsed, years, heat },
    ...{ width: 1400, labelWidth: 320, statuses: "all", withUndated: true, withCaption: true, withDates: true, palette: webPalette },
  });
  return ok({ svg, fileName: `zeitplan-${today}.svg` });
}

/** The same for many measures, without holding up other requests. */
export const exportTimelineBeside = beside({ lane: "lists", name: "exportTimeline", isLarge: hasManyMeasures }, exportTimeline);
