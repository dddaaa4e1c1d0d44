import { can } from "#app/domain/permissions/permissions.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { pageSections, type PageSection } from "#app/reports/render/page-data.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listComments } from "#db/queries/committee.server.ts";
import { commentThreads, type CommentThread } from "./comment-threads.ts";
import { versionHead, versionReport, type VersionHead } from "./version-report.server.ts";
import { timelineOf } from "./version-timeline.server.ts";
import { baseOf, isReadable, visibleVersion } from "./visible-version.server.ts";
import type { Report } from "#app/reports/model.ts";

export type VersionPage = {
  readonly head: VersionHead;
  /** Null: the stored text cannot be read. */
  readonly body: {
    readonly sections: readonly PageSection[];
    /** The picture stands at an address of its own; here its size and the text for those who cannot see it. */
    readonly timeline: { readonly width: number; readonly height: number; readonly alternative: string };
    readonly firstMeasureId: number | null;
  } | null;
  /** Comments on the version as a whole. */
  readonly threads: readonly CommentThread[];
  /** Number of comments by measure. */
  readonly commentCounts: Readonly<Record<number, number>>;
  readonly may: { readonly submit: boolean; readonly comment: boolean; readonly answer: boolean; readonly export: boolean };
};

/** Reports are remembered, so the same report is the same object. */
const sectionsOf = new WeakMap<Report, PageSection[]>();

export function showVersion({ db, user }: ServiceContext, versionId: number): Result<VersionPage> {
  const visible = visibleVersion(db, user, versionId);
  if (!visible.ok) return visible;
  const opened = visible.value;
  const comments = listComments(db, versionId);
  const commentCounts: Record<number, number> = {};
  for (const { measureId } of comments) if (measureId !== null) commentCounts[measureId] = (commentCounts[measureId] ?? 0) + 1;
  return ok({
    head: versionHead(opened),
    body: isReadable(opened) ? versionBody(versionReport(opened, baseOf(db, opened))) : null,
    threads: commentThreads(comments.filter((comment) => comment.measureId === null)),
    commentCounts,
    may: {
      submit: opened.version.submission === null && can(user, "version:submit"),
      comment: can(user, "comment:write"),
      answer: can(user, "comment:answer"),
      export: can(user, "report:export"),
    },
  });

  function versionBody(report: Report): VersionPage["body"] {
    const sections = sectionsOf.get(report) ?? pageSections(report);
    sectionsOf.set(report, sections);
    const { width, height, alternative } = timelineOf(report) ?? { width: 0, height: 0, alternative: "" };
    const groups = report.sections.flatMap((section) => section.blocks).flatMap((block) => (block.kind === "measures" ? block.fields : []));
    return {
      sections,
      timeline: { width, height, alternative },
      firstMeasureId: groups[0]?.sheets[0]?.measureId ?? null,
    };
  }
}
