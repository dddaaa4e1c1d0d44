import writeExcelFile, { type Row, type Sheet } from "write-excel-file/node";
import { t, sheetNames } from "#app/i18n/de/reports.ts";
import { t as sentence } from "#app/i18n/de/versions.ts";
import { formatChangeStatement, formatOpenPoint } from "#app/i18n/version-sentences.ts";
import { formatValue } from "#app/reports/format.ts";
import { labelOf } from "#app/reports/labels.ts";
import type { Block, Cover, Fact, Report, Section } from "#app/reports/model.ts";
import { changesIntro, coverLines, coverPeriod, titleOf } from "./cover-lines.ts";
import { figureText } from "./figure-text.ts";
import { captionCell, headingCell, row, textCell, titleCell, valueCell } from "./xlsx-cells.ts";
import { measurePartTables, measuresTable, sheetTable, type SheetTable } from "./xlsx-tables.ts";

/** The same report as a workbook: numbers are numbers, dates are dates, one sheet for each section and for each kind of a measure's parts. */
export function renderXlsx(report: Report): Promise<Buffer> {
  const sheets = [sheetOf(sheetNames.cover, [coverPart(report.cover)]), ...report.sections.flatMap(sectionSheets)];
  return writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
}

type FileContent = Parameters<typeof writeExcelFile>[0] extends ReadonlyArray<infer S> ? (S extends Sheet<infer F> ? F : never) : never;

function sectionSheets(section: Section): Array<Sheet<FileContent>> {
  const measures = section.blocks.find((block) => block.kind === "measures");
  const title = { rows: [row(titleCell(titleOf(section))), []], widths: [] };
  if (measures === undefined) return [sheetOf(sheetNames[section.id], [title, ...section.blocks.map(blockPart)])];
  return [
    sheetOf(sheetNames[section.id], [title, sheetTable(measuresTable(measures.fields))]),
    ...measurePartTables(measures.fields).map((table) => sheetOf(labelOf(table.caption), [sheetTable(table)])),
  ];
}

/** Parts stand below each other; a column is as wide as its widest part asks for. */
function sheetOf(name: string, parts: readonly SheetTable[]): Sheet<FileContent> {
  const width = Math.max(...parts.map((part) => part.widths.length));
  return {
    sheet: name.slice(0, 31),
    data: parts.flatMap((part, index) => (index === 0 ? part.rows : [...part.rows, []])).map((cells): Row => [...cells]),
    columns: Array.from({ length: width }, (_, index) => ({ width: Math.max(...parts.map((part) => part.widths[index] ?? 0), 10) })),
    orientation: "landscape",
    dateFormat: "dd.mm.yyyy",
  };
}

function coverPart(cover: Cover): SheetTable {
  return {
    rows: [
      row(titleCell(`${t("reportName")} ${cover.municipality}`)),
      row(captionCell(cover.title)),
      row(captionCell(t("versionLine", { number: cover.versionNumber }))),
      row(textCell(coverPeriod(cover))),
      ...coverLines(cover).map((line) => row(textCell(line))),
      ...(cover.note === "" ? [] : [row(textCell(cover.note))]),
      [],
      row(captionCell(t("checksum"))),
      row(textCell(cover.sha256)),
      row(textCell(t("checksumExplained"))),
      row(textCell(t("unknownExplained"))),
      row(textCell(t("moneyExplained"))),
    ],
    widths: [90],
  };
}

function blockPart(block: Block): SheetTable {
  switch (block.kind) {
    case "paragraph":
      return { rows: [row(textCell(formatValue(block.text)))], widths: [60] };
    case "keyFigures":
      return { rows: block.figures.map(figureRow), widths: [44, 20, 30] };
    case "changes":
      return { rows: [changesIntro(block.base), ...block.statements.map(formatChangeStatement)].map((line) => row(textCell(line))), widths: [60] };
    case "openPoints":
      if (block.points.length === 0) return { rows: [row(textCell(t("noOpenPoints")))], widths: [60] };
      return {
        rows: [
          row(headingCell(labelOf("openPointKind"), false), headingCell(labelOf("openPoint"), false)),
          ...block.points.map((point) => row(textCell(sentence(`openTitle.${point.code}`)), textCell(formatOpenPoint(point)))),
        ],
        widths: [36, 100],
      };
    case "table":
      return sheetTable(block);
    // The picture has its table beside it; the measures have sheets of their own.
    case "timeline":
    case "measures":
      return { rows: [], widths: [] };
  }
}

/** The figure stays a number; how many parts are unknown stands beside it. */
function figureRow(fact: Fact): Row {
  const { label, note } = figureText(fact);
  return row(textCell(label), valueCell(fact.value), note === "" ? null : textCell(note));
}
