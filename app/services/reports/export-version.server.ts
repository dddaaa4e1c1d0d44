import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import { exportSlots } from "#app/reports/render/export-slots.server.ts";
import { renderPdf } from "#app/reports/render/pdf.server.ts";
import { renderXlsx } from "#app/reports/render/xlsx.server.ts";
import { baseOf, isReadable, visibleVersion } from "#app/services/committee/visible-version.server.ts";
import { versionReport } from "#app/services/committee/version-report.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { versionContent } from "#db/queries/committee.server.ts";
import { exportFileName } from "./export-file-name.ts";

export type ExportedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };
/** "busy": too many exports are running; try again in a few seconds. */
export type Export = { readonly state: "done"; readonly file: ExportedFile } | { readonly state: "busy" };

const slots = exportSlots({ running: 2, waiting: 6 });

const formats = {
  pdf: { mediaType: "application/pdf", render: renderPdf },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", render: renderXlsx },
} as const;
export type ReportFormat = keyof typeof formats;

/**
 * The report of a version as a file. A version whose checksum does not fit gives no report: a document with its name on
 * it would vouch for text that nobody approved.
 */
export async function exportReport({ db, user }: ServiceContext, versionId: number, format: ReportFormat, root: string): Promise<Result<Export>> {
  if (!can(user, "report:export")) return forbidden();
  const visible = visibleVersion(db, user, versionId);
  if (!visible.ok) return visible;
  const opened = visible.value;
  if (!isReadable(opened) || opened.integrity !== "intact") return missing();
  const report = versionReport(opened, baseOf(db, opened));
  const { mediaType, render } = formats[format];
  const bytes = await slots.run(() => render(report, root));
  if (bytes === null) return ok({ state: "busy" });
  return ok({ state: "done", file: { name: exportFileName(report.cover, format), mediaType, bytes } });
}

/** The frozen text itself, byte for byte what was hashed, so that anybody can compute the checksum. */
export function exportVersionText({ db, user }: ServiceContext, versionId: number): Result<ExportedFile> {
  const visible = visibleVersion(db, user, versionId);
  if (!visible.ok) return visible;
  const { version, content } = visible.value;
  const text = versionContent(db, versionId);
  if (text === null) return missing();
  const name = exportFileName({ municipality: content?.meta.municipality ?? "", versionNumber: version.number }, "json");
  return ok({ name, mediaType: "application/json; charset=utf-8", bytes: Buffer.from(text, "utf8") });
}
