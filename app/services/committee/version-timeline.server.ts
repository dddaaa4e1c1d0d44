import { missing, ok, type Result } from "#app/domain/result.ts";
import type { Report } from "#app/reports/model.ts";
import { renderPageTimeline } from "#app/reports/render/page-timeline.server.ts";
import type { TimelineSvg } from "#app/reports/render/timeline-svg.server.tsx";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { versionReport } from "./version-report.server.ts";
import { baseOf, isReadable, visibleVersion } from "./visible-version.server.ts";

/** Reports are remembered, so the same report is the same object. */
const pictures = new WeakMap<Report, TimelineSvg>();

/** The timeline of a version as it is printed: dark on white, with its size and the text for those who cannot see it. Null where nothing in it has a date. */
export function timelineOf(report: Report): TimelineSvg | null {
  const known = pictures.get(report);
  if (known !== undefined) return known;
  const block = report.sections.flatMap((section) => section.blocks).find((each) => each.kind === "timeline");
  if (block === undefined) return null;
  const picture = renderPageTimeline(block.plan, block.today);
  pictures.set(report, picture);
  return picture;
}

export function showVersionTimeline({ db, user }: ServiceContext, versionId: number): Result<TimelineSvg> {
  const visible = visibleVersion(db, user, versionId);
  if (!visible.ok) return visible;
  const picture = isReadable(visible.value) ? timelineOf(versionReport(visible.value, baseOf(db, visible.value))) : null;
  return picture === null ? missing() : ok(picture);
}
