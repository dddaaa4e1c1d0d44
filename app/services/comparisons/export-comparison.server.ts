import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import { exportSlots } from "#app/reports/render/export-slots.server.ts";
import { renderComparisonPdf } from "#app/reports/render/comparison-pdf.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { readComparison } from "./show-comparison.server.ts";

const slots = exportSlots({ running: 1, waiting: 4 });

export type ComparisonExport = { readonly state: "done"; readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer } } | { readonly state: "busy" };

/** The comparison as a PDF, with what this reader may see. */
export async function exportComparison(service: ServiceContext, id: number, years: number, root: string): Promise<Result<ComparisonExport>> {
  if (!can(service.user, "report:export")) return forbidden();
  const reading = readComparison(service, id, years);
  if (!reading.ok) return reading;
  const { report } = reading.value;
  const bytes = await slots.run(() => renderComparisonPdf(report, root));
  return ok(bytes === null ? { state: "busy" } : { state: "done", file: { name: `Variantenvergleich_${id}.pdf`, mediaType: "application/pdf", bytes } });
}
