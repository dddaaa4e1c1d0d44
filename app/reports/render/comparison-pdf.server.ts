import type { ComparisonReport } from "#app/reports/build/comparison-report.ts";
import { comparisonPdfData } from "./comparison-text.ts";
import { compileReport, drawableIn } from "./pdf.server.ts";
import { printableData } from "./printable-text.ts";

/** A tagged PDF/UA-1 file of a Variantenvergleich. The same report gives the same bytes. */
export const renderComparisonPdf = (report: ComparisonReport, root: string): Promise<Buffer> =>
  compileReport({ data: printableData(comparisonPdfData(report), drawableIn(root)), pictures: {}, timestamp: Math.floor(Date.parse(report.cover.asOf) / 1000) }, root);
