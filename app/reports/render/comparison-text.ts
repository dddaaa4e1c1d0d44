import { RATERS_NEEDED } from "#app/domain/comparisons/comparison.ts";
import { t } from "#app/i18n/de/comparison-report.ts";
import { formatDayOf, formatPoints } from "#app/i18n/format.ts";
import type { ComparisonBlock, ComparisonReport, ComparisonStatement } from "#app/reports/build/comparison-report.ts";
import { formatValue } from "#app/reports/format.ts";
import { comparisonTitle } from "#app/reports/labels.ts";
import { pageTable, type PageTable } from "./page-data.ts";
import { pdfTable, type PdfData } from "./pdf-data.ts";

export type ComparisonPageBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "described"; readonly items: ReadonlyArray<{ readonly name: string; readonly paragraphs: readonly string[] }> }
  | PageTable;
export type ComparisonPageSection = { readonly id: string; readonly title: string; readonly blocks: readonly ComparisonPageBlock[] };

/** The report as a web page draws it: German text. */
export const comparisonPage = (report: ComparisonReport): ComparisonPageSection[] =>
  report.sections.map(({ title, blocks }) => ({ id: title, title: comparisonTitle(title), blocks: blocks.map(pageBlock) }));

function pageBlock(block: ComparisonBlock): ComparisonPageBlock {
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", text: formatValue(block.text) };
    case "statement":
      return { kind: "paragraph", text: formatStatement(block.statement) };
    case "described":
      return block;
    case "table":
      return pageTable(block);
  }
}

/** The same as report.typ reads it. A comparison is no frozen version, so it carries no checksum. */
export function comparisonPdfData({ cover, sections }: ComparisonReport): PdfData {
  const at = new Date(cover.asOf);
  return {
    title: `${t("name")} ${cover.municipality} – ${cover.title}`,
    author: cover.municipality,
    keywords: [t("name")],
    date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
    colour: cover.brandColour,
    municipality: cover.municipality,
    reportName: t("name"),
    version: t("asOf", { date: formatDayOf(cover.asOf) }),
    versionTitle: cover.title,
    period: "",
    lines: [t("raters", { count: cover.raterCount }), ...(cover.isDemonstration ? [t("demonstration")] : [])],
    note: cover.question,
    sha256: "",
    checksumLabel: "",
    checksumExplained: "",
    contents: t("contents"),
    notes: [],
    compact: true,
    sections: sections.map(({ title, blocks }) => ({ title: comparisonTitle(title), landscape: false, blocks: blocks.map(pdfBlock) })),
  };
}

function pdfBlock(block: ComparisonBlock): PdfData["sections"][number]["blocks"][number] {
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", text: formatValue(block.text) };
    case "statement":
      return { kind: "paragraph", text: formatStatement(block.statement) };
    case "described":
      return { kind: "groups", groups: block.items.map(({ name, paragraphs }) => ({ title: name, items: [...paragraphs] })) };
    case "table":
      return pdfTable(block);
  }
}

/** A statement as a German sentence. */
export function formatStatement(statement: ComparisonStatement): string {
  switch (statement.code) {
    case "tooFewRaters":
      return t("statement.tooFewRaters", { count: statement.raterCount, needed: RATERS_NEEDED });
    case "leads":
      return t("statement.leads", { option: statement.option, score: formatPoints(statement.scoreTenths), count: statement.raterCount });
    case "tied":
      return t("statement.tied", { options: quoted(statement.options), score: formatPoints(statement.scoreTenths), count: statement.raterCount });
    case "incomplete":
      return t("statement.incomplete", { missing: statement.missingCount, expected: statement.expectedCount });
    case "unrated":
      return t("statement.unrated", { options: quoted(statement.options) });
    case "sameUnderEqualWeights":
    case "otherUnderEqualWeights":
      return t(`statement.${statement.code}`, { option: statement.option });
    case "firstPlaceMoves":
      return t("statement.firstPlaceMoves", { criterion: statement.criterion, challenger: statement.challenger, now: permilleText(statement.nowPermille), then: permilleText(statement.thenPermille) });
    case "sumExplained":
      return t("statement.sumExplained", { years: statement.years });
    default:
      return t(`statement.${statement.code}`);
  }
}

const permilleText = (permille: number): string => `${formatPoints(permille)}\u00a0%`;
const quoted = (names: readonly string[]): string => new Intl.ListFormat("de", { type: "conjunction" }).format(names.map((name) => `„${name}“`));
