import writeExcelFile, { type Row } from "write-excel-file/node";
import { planComparisonTitles, t } from "#app/i18n/de/plan-comparison.ts";
import { formatDayOf } from "#app/i18n/format.ts";
import type { PlanComparisonReport } from "#app/reports/build/plan-comparison-report.ts";
import { renderCsv } from "./csv.ts";
import { compileReport, drawableIn } from "./pdf.server.ts";
import { comparisonPage, comparisonTexts, planComparisonPdfData } from "./plan-comparison-text.ts";
import { planShiftSvgs } from "./plan-shift-svg.server.tsx";
import { printableData, printableText } from "./printable-text.ts";
import { captionCell, row, textCell, titleCell } from "./xlsx-cells.ts";
import { sheetTable } from "./xlsx-tables.ts";

/** A tagged PDF/UA-1 file. The same report gives the same bytes. */
export function renderPlanComparisonPdf(report: PlanComparisonReport, root: string): Promise<Buffer> {
  const isDrawable = drawableIn(root);
  const pictures = planShiftSvgs(report);
  const data = printableData(planComparisonPdfData(report, pictures), isDrawable);
  return compileReport({ data, pictures: Object.fromEntries(pictures.map(({ file, svg }) => [file, printableText(svg, isDrawable)])), timestamp: Math.floor(Date.parse(report.cover.asOf) / 1000) }, root);
}

/** One sheet for each section, numbers as numbers. */
export function renderPlanComparisonXlsx(report: PlanComparisonReport): Promise<Buffer> {
  const sheets = comparisonTexts(report).map(({ id, title, blocks }) => {
    const parts = blocks.map((block) => {
      if (block.kind === "table") return sheetTable(block);
      if (block.kind === "list") return { rows: [row(captionCell(block.title)), ...block.items.map((item) => row(textCell(item)))], widths: [90] };
      return { rows: [row(textCell(block.text))], widths: [90] };
    });
    const width = Math.max(...parts.map((part) => part.widths.length), 1);
    const first = id === "inShort" ? [row(titleCell(`${t("name")} ${report.cover.municipality}`)), row(textCell(t("plans", { names: report.names.join(" · ") }))), row(textCell(t("asOf", { date: formatDayOf(report.cover.asOf) })))] : [row(titleCell(title))];
    return {
      sheet: SHEETS[id],
      data: [...first, [], ...parts.flatMap((part) => [...part.rows, []])].map((cells): Row => [...cells]),
      columns: Array.from({ length: width }, (_, index) => ({ width: Math.max(...parts.map((part) => part.widths[index] ?? 0), 10) })),
      orientation: "landscape" as const,
    };
  });
  return writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
}

/** A spreadsheet allows 31 letters. */
const SHEETS = { ...planComparisonTitles, assumptions: "Annahmen" } as const;

/** The table of measures alone, for whoever wants to go on reckoning. */
export function renderPlanComparisonCsv(report: PlanComparisonReport): string {
  const table = comparisonPage(report)
    .flatMap((section) => (section.id === "measures" ? section.blocks : []))
    .find((block) => block.kind === "table");
  if (table === undefined || table.kind !== "table") return renderCsv([]);
  return renderCsv([table.columns.map((column) => column.heading), ...table.rows.map((cells) => cells.map((cell) => cell.text))]);
}
