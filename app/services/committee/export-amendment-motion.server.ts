import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import { buildMotionReport } from "#app/reports/build/motion-report.ts";
import { exportSlots } from "#app/reports/render/export-slots.server.ts";
import { renderMotionPdf } from "#app/reports/render/motion-pdf.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { readMotion } from "./show-amendment-motion.server.ts";

const slots = exportSlots({ running: 1, waiting: 4 });

export type MotionExport = { readonly state: "done"; readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer } } | { readonly state: "busy" };

/** The motion as a PDF to be laid before the committee. */
export async function exportMotion(service: ServiceContext, motionId: number, root: string): Promise<Result<MotionExport>> {
  if (!can(service.user, "report:export")) return forbidden();
  const reading = readMotion(service, motionId);
  if (!reading.ok) return reading;
  const { name, brandColour, isDemonstration, budgetSystem } = loadMunicipality(service.db);
  const report = buildMotionReport({ ...reading.value, asOf: service.clock.now(), municipality: { name, brandColour, isDemonstration, budgetSystem } });
  const bytes = await slots.run(() => renderMotionPdf(report, root));
  const safeNumber = report.number.replace(/[^\p{L}\p{N}]+/gu, "-");
  return ok(bytes === null ? { state: "busy" } : { state: "done", file: { name: `Aenderungsantrag_${safeNumber}.pdf`, mediaType: "application/pdf", bytes } });
}
