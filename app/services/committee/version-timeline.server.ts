import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import { missing, ok, type Result } from "#app/domain/result.ts";
import { renderPageTimeline } from "#app/reports/render/page-timeline.server.ts";
import type { TimelineSvg } from "#app/reports/render/timeline-svg.server.tsx";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { isReadable, visibleVersion } from "./visible-version.server.ts";

/** Contents are remembered, so the same content is the same object. */
const pictures = new WeakMap<SnapshotContent, TimelineSvg>();

/** The timeline of a version as it is printed: dark on white, with its size and the text for those who cannot see it. */
export function timelineOf(content: SnapshotContent): TimelineSvg {
  const picture = pictures.get(content) ?? renderPageTimeline(content);
  pictures.set(content, picture);
  return picture;
}

export function showVersionTimeline({ db, user }: ServiceContext, versionId: number): Result<TimelineSvg> {
  const visible = visibleVersion(db, user, versionId);
  if (!visible.ok) return visible;
  return isReadable(visible.value) ? ok(timelineOf(visible.value.content)) : missing();
}
