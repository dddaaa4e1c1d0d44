import { can } from "#app/domain/permissions/permissions.ts";
import { missing, ok, type Result } from "#app/domain/result.ts";
import { formatValue } from "#app/reports/format.ts";
import { labelOf } from "#app/reports/labels.ts";
import { pageTable, type PageTable } from "#app/reports/render/page-data.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listComments } from "#db/queries/committee.server.ts";
import { commentThreads, type CommentThread } from "./comment-threads.ts";
import { versionHead, versionReport, type VersionHead } from "./version-report.server.ts";
import { baseOf, isReadable, visibleVersion } from "./visible-version.server.ts";

export type VersionMeasurePage = {
  readonly head: VersionHead;
  readonly measureId: number;
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
  readonly group: string;
  readonly facts: ReadonlyArray<{ readonly label: string; readonly value: string }>;
  readonly tables: readonly PageTable[];
  /** What changed in this measure since the version before; null: there is none, or the measure was not in it. */
  readonly changes: PageTable | null;
  readonly isNew: boolean;
  readonly position: number;
  readonly count: number;
  readonly previous: MeasureLink | null;
  readonly next: MeasureLink | null;
  readonly threads: readonly CommentThread[];
  readonly may: { readonly comment: boolean; readonly answer: boolean };
};
export type MeasureLink = { readonly measureId: number; readonly title: string };

/** One measure as it stands in the version, with its neighbours in the order of the report. */
export function showVersionMeasure({ db, user }: ServiceContext, versionId: number, measureId: number): Result<VersionMeasurePage> {
  const visible = visibleVersion(db, user, versionId);
  if (!visible.ok) return visible;
  const opened = visible.value;
  if (!isReadable(opened)) return missing();
  const base = baseOf(db, opened);
  const report = versionReport(opened, base);
  const blocks = report.sections.flatMap((section) => section.blocks);
  const sheets = blocks.flatMap((block) => (block.kind === "measures" ? block.fields : [])).flatMap((group) => group.sheets.map((sheet) => ({ group, sheet })));
  const index = sheets.findIndex(({ sheet }) => sheet.measureId === measureId);
  const found = sheets[index];
  if (found === undefined) return missing();
  const { sheet, group } = found;
  const fieldsTable = blocks.find((block) => block.kind === "table" && block.caption === "fieldsTable");
  const changedRows = fieldsTable?.kind === "table" ? fieldsTable.rows.filter(([first]) => first?.unit === "measure" && first.measureId === measureId) : [];
  const linkTo = (neighbour: (typeof sheets)[number] | undefined): MeasureLink | null =>
    neighbour === undefined ? null : { measureId: neighbour.sheet.measureId, title: neighbour.sheet.title };
  return ok({
    head: versionHead(opened),
    measureId,
    title: sheet.title,
    summary: sheet.summary,
    paragraphs: sheet.description.split(/\n+/).filter((paragraph) => paragraph.trim() !== ""),
    group: formatValue(group.name),
    facts: sheet.facts.map((fact) => ({ label: labelOf(fact.label), value: formatValue(fact.value) })),
    tables: sheet.tables.map(pageTable),
    changes:
      fieldsTable?.kind === "table" && changedRows.length > 0
        ? pageTable({ ...fieldsTable, columns: fieldsTable.columns.slice(1), rows: changedRows.map((row) => row.slice(1)) })
        : null,
    isNew: base?.content !== null && base !== null && !base.content.portfolio.measures.some((measure) => measure.id === measureId),
    position: index + 1,
    count: sheets.length,
    previous: linkTo(sheets[index - 1]),
    next: linkTo(sheets[index + 1]),
    threads: commentThreads(listComments(db, versionId).filter((comment) => comment.measureId === measureId)),
    may: { comment: can(user, "comment:write"), answer: can(user, "comment:answer") },
  });
}
