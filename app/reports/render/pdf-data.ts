import { openPointCodes } from "#app/domain/committee/open-points.ts";
import { t } from "#app/i18n/de/reports.ts";
import { t as sentence } from "#app/i18n/de/versions.ts";
import { formatChangeStatement, formatOpenPoint } from "#app/i18n/version-sentences.ts";
import { formatCell, formatValue } from "#app/reports/format.ts";
import { labelOf } from "#app/reports/labels.ts";
import { isNumeric, type Block, type MeasureSheet, type Report, type TableBlock } from "#app/reports/model.ts";
import { figureText } from "./figure-text.ts";
import { changesIntro, coverLines, coverPeriod, titleOf } from "./cover-lines.ts";

/** One picture of the timeline: the file's name as the template asks for it, and the text for those who cannot see it. */
export type Picture = { readonly file: string; readonly alt: string };

/** Sections whose tables or pictures are wider than a page is high. */
const LANDSCAPE: ReadonlySet<string> = new Set(["ranking", "timeline", "budgetByAccount", "staff", "staffPlan", "changes"]);

/** What report.typ reads: every value already German text, nothing left to compute there. */
export function pdfData(report: Report, pictures: readonly Picture[]) {
  const { cover } = report;
  const frozen = new Date(cover.frozenAt);
  return {
    title: `${t("reportName")} ${cover.municipality} – ${cover.title}`,
    author: cover.municipality,
    keywords: [t("reportName"), t("versionLine", { number: cover.versionNumber })],
    date: {
      year: frozen.getUTCFullYear(),
      month: frozen.getUTCMonth() + 1,
      day: frozen.getUTCDate(),
      hour: frozen.getUTCHours(),
      minute: frozen.getUTCMinutes(),
      second: frozen.getUTCSeconds(),
    },
    colour: cover.brandColour,
    municipality: cover.municipality,
    reportName: t("reportName"),
    version: t("versionLine", { number: cover.versionNumber }),
    versionTitle: cover.title,
    period: coverPeriod(cover),
    lines: coverLines(cover),
    note: cover.note,
    sha256: cover.sha256,
    checksumLabel: t("checksum"),
    checksumExplained: t("checksumExplained"),
    contents: t("contents"),
    notes: [t("unknownExplained"), t("moneyExplained")],
    /** Short documents: no contents page, and sections follow one another. */
    compact: false,
    sections: report.sections.map((section) => ({
      title: titleOf(section),
      landscape: LANDSCAPE.has(section.id),
      blocks: section.blocks.map((block) => pdfBlock(block, pictures)),
    })),
  };
}

export type PdfData = ReturnType<typeof pdfData>;

function pdfBlock(block: Block, pictures: readonly Picture[]) {
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", text: formatValue(block.text) };
    case "keyFigures":
      return { kind: "figures", figures: block.figures.map(figureText) };
    case "changes":
      return { kind: "list", intro: changesIntro(block.base), items: block.statements.map(formatChangeStatement) };
    case "openPoints":
      if (block.points.length === 0) return { kind: "paragraph", text: t("noOpenPoints") };
      return {
        kind: "groups",
        groups: openPointCodes
          .map((code) => ({ title: sentence(`openTitle.${code}`), items: block.points.filter((point) => point.code === code).map(formatOpenPoint) }))
          .filter((group) => group.items.length > 0),
      };
    case "timeline":
      return { kind: "pictures", pictures };
    case "table":
      return pdfTable(block);
    case "measures":
      return {
        kind: "measures",
        groups: block.fields.map((group) => ({ title: formatValue(group.name), description: group.description, sheets: group.sheets.map(pdfSheet) })),
      };
  }
}

export const pdfTable = (table: TableBlock) => ({
  kind: "table",
  caption: labelOf(table.caption),
  columns: table.columns.map((column) => ({
    heading: headingOf(column),
    numeric: isNumeric(column.unit),
    width: column.width,
  })),
  rows: table.rows.map((row) => row.map(formatCell)),
  totals: table.totals.map((row) => row.map(formatCell)),
});

const pdfSheet = (sheet: MeasureSheet) => ({
  title: sheet.title,
  summary: sheet.summary,
  description: sheet.description.split(/\n+/).filter((paragraph) => paragraph.trim() !== ""),
  facts: sheet.facts.map((fact) => ({ label: labelOf(fact.label), value: formatValue(fact.value) })),
  details: sheet.tables.map(pdfDetails),
});

/** A small table of a sheet as lines, each value with its column's name: what heads the row, what follows, the figure at the right edge. */
function pdfDetails({ caption, columns, rows }: TableBlock) {
  const lines = rows.map((row) => {
    const values = row.map(formatValue);
    const figure = columns.findIndex((column, index) => isNumeric(column.unit) && values[index] !== "–");
    const named = columns.map((column, index) => `${headingOf(column)}: ${values[index] ?? ""}`);
    return { lead: values[0] ?? "", rest: named.filter((_, index) => index > 0 && index !== figure).join(" · "), figure: figure < 0 ? "" : (named[figure] ?? "") };
  });
  return { caption: labelOf(caption), lines };
}

const headingOf = ({ heading }: TableBlock["columns"][number]): string => (typeof heading === "string" ? labelOf(heading) : heading.text);
