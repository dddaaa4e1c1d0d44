import { openPointCodes, type OpenPoint } from "#app/domain/committee/open-points.ts";
import { t } from "#app/i18n/de/reports.ts";
import { t as sentence } from "#app/i18n/de/versions.ts";
import { formatChangeStatement, formatOpenPoint } from "#app/i18n/version-sentences.ts";
import { formatCell, formatValue } from "#app/reports/format.ts";
import { labelOf } from "#app/reports/labels.ts";
import { isNumeric, type Block, type MeasureGroup, type Report, type TableBlock, type Value } from "#app/reports/model.ts";
import { changesIntro, titleOf } from "./cover-lines.ts";
import { figureText } from "./figure-text.ts";

/**
 * The report as a web page draws it: German text, with the measures that can be opened. The same model as the documents',
 * so that the page, the PDF and the workbook say the same.
 */
export type PageCell = { readonly text: string; readonly measureId: number | null };
export type PageTable = {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: ReadonlyArray<{ readonly heading: string; readonly numeric: boolean }>;
  readonly rows: ReadonlyArray<readonly PageCell[]>;
  readonly totals: ReadonlyArray<readonly PageCell[]>;
};
export type PageMeasure = { readonly measureId: number; readonly title: string; readonly summary: string; readonly facts: readonly string[] };
export type PageBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "figures"; readonly figures: ReadonlyArray<{ readonly label: string; readonly value: string; readonly note: string }> }
  | { readonly kind: "list"; readonly intro: string; readonly items: readonly string[] }
  | { readonly kind: "groups"; readonly groups: ReadonlyArray<{ readonly code: string; readonly title: string; readonly items: readonly PageCell[] }> }
  | { readonly kind: "timeline" }
  | PageTable
  | { readonly kind: "measures"; readonly groups: ReadonlyArray<{ readonly name: string; readonly measures: readonly PageMeasure[] }> };
export type PageSection = { readonly id: string; readonly title: string; readonly blocks: readonly PageBlock[] };

export const pageSections = (report: Report): PageSection[] =>
  report.sections.map((section) => ({ id: section.id, title: titleOf(section), blocks: section.blocks.map(pageBlock) }));

export const pageTable = (table: TableBlock): PageTable => ({
  kind: "table",
  caption: labelOf(table.caption),
  columns: table.columns.map(({ heading, unit }) => ({ heading: typeof heading === "string" ? labelOf(heading) : heading.text, numeric: isNumeric(unit) })),
  rows: table.rows.map((row) => row.map(cell)),
  totals: table.totals.map((row) => row.map(cell)),
});

const cell = (value: Value): PageCell => ({ text: formatCell(value), measureId: value.unit === "measure" ? value.measureId : null });

function pageBlock(block: Block): PageBlock {
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", text: formatValue(block.text) };
    case "keyFigures":
      return { kind: "figures", figures: block.figures.map(figureText) };
    case "changes":
      return { kind: "list", intro: changesIntro(block.base), items: block.statements.map(formatChangeStatement) };
    case "openPoints":
      if (block.points.length === 0) return { kind: "paragraph", text: t("noOpenPoints") };
      return { kind: "groups", groups: openPointCodes.map((code) => openGroup(code, block.points)).filter((group) => group.items.length > 0) };
    case "timeline":
      return { kind: "timeline" };
    case "table":
      return pageTable(block);
    case "measures":
      return { kind: "measures", groups: block.fields.map(measureGroup) };
  }
}

const openGroup = (code: OpenPoint["code"], points: readonly OpenPoint[]) => ({
  code,
  title: sentence(`openTitle.${code}`),
  items: points
    .filter((point) => point.code === code)
    .map((point) => ({ text: formatOpenPoint(point), measureId: "measure" in point ? point.measure.measureId : null })),
});

/** Of the facts only what tells one measure from another at a glance; the rest stands on the measure's own page. */
const GLANCE: ReadonlySet<string> = new Set(["status", "leadUnit", "start", "end", "rank", "oneOff", "runningPerYear"]);

const measureGroup = (group: MeasureGroup) => ({
  name: formatValue(group.name),
  measures: group.sheets.map(({ measureId, title, summary, facts }) => ({
    measureId,
    title,
    summary,
    facts: facts.filter((fact) => GLANCE.has(fact.label)).map((fact) => `${labelOf(fact.label)}: ${formatValue(fact.value)}`),
  })),
});
