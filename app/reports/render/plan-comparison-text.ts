import type { ComparedRun } from "#app/domain/planning/compare-plans.ts";
import { gapText } from "#app/i18n/de/planner.ts";
import { t } from "#app/i18n/de/plan-comparison.ts";
import { formatDateTime, formatDayOf, formatMoney, formatPersonDays, formatPoints } from "#app/i18n/format.ts";
import { formatChange, formatDifference, formatPlace, shiftParagraph } from "#app/i18n/plan-sentences.ts";
import { measureTable, type PlanComparisonBlock, type PlanComparisonReport } from "#app/reports/build/plan-comparison-report.ts";
import { text } from "#app/reports/build/values.ts";
import { planComparisonTitle, type PlanComparisonTitle } from "#app/reports/labels.ts";
import type { TableBlock } from "#app/reports/model.ts";
import { pageTable, type PageTable } from "./page-data.ts";
import { pdfTable, type PdfData, type Picture } from "./pdf-data.ts";

/** A block as text, whatever it is drawn on: the page, the PDF and the workbook say the same. */
export type ComparisonTextBlock = { readonly kind: "paragraph"; readonly text: string; readonly isLead: boolean } | { readonly kind: "list"; readonly title: string; readonly items: readonly string[] } | TableBlock;
export type ComparisonTextSection = { readonly id: PlanComparisonTitle; readonly title: string; readonly blocks: readonly ComparisonTextBlock[] };

export const comparisonTexts = (report: PlanComparisonReport): ComparisonTextSection[] =>
  report.sections.map(({ title, blocks }) => ({ id: title, title: planComparisonTitle(title), blocks: blocks.flatMap((block) => textBlocks(block, report)) }));

function textBlocks(block: PlanComparisonBlock, { runs, names }: PlanComparisonReport): ComparisonTextBlock[] {
  const nameOf = (run: number): string => names[run] ?? "";
  // The live plan is called so in a sentence, unless two of its plans are compared.
  const spoken = (run: number): string | null => (runs[run]?.scenario === null && nameOf(run) === t("livePlan") ? null : nameOf(run));
  const note = (line: string): ComparisonTextBlock => ({ kind: "paragraph", text: line, isLead: false });
  switch (block.kind) {
    case "shift":
      return [{ kind: "paragraph", text: shiftParagraph({ ...block, base: spoken(0), other: spoken(block.run) }), isLead: true }];
    case "searched":
    case "searchedFromFirst":
    case "valueExplained":
    case "moneyExplained":
    case "staffExplained":
      return [note(t(block.kind))];
    case "differences":
      if (block.differences.length === 0) return [note(t("sameAssumptions", { name: nameOf(block.run), base: nameOf(0) }))];
      return [{ kind: "list", title: t("differs", { name: nameOf(block.run), base: nameOf(0) }), items: block.differences.map(formatDifference) }];
    case "beatsFirst":
      return [note(t("beatsFirst", { name: nameOf(block.run), base: nameOf(0) }))];
    case "assumedCounted":
      return [note(t("assumedCounted", { name: nameOf(block.run), count: block.count, terms: assumedTerms(runs[block.run]?.settings) }))];
    case "staffUnknown":
    case "capacityUnknown":
      return [note(t(block.kind, { name: nameOf(block.run), count: block.count }))];
    case "quality": {
      const { columns, rows } = block.table;
      const relative = block.rows.map((row) => text(row.relative === null ? t("otherWeights") : t("percent", { value: formatPoints(row.relative) })));
      const gaps = block.rows.map(({ gap }) => text(gapText(gap)));
      const dates = runs.map((run) => text(formatDateTime(run.startedAt)));
      return [{ ...block.table, columns, rows: [...rows, [{ unit: "label", value: "relativeValue" }, ...relative], [{ unit: "label", value: "possibleGain" }, ...gaps], [{ unit: "label", value: "computedAt" }, ...dates]] }];
    }
    case "measures": {
      const table = measureTable(block.measures, names, { place: formatPlace, change: formatChange, changeOf: (name) => (names.length === 2 ? t("shiftHeading") : t("changeOf", { name })) });
      return [...(block.measures.length === 0 ? [] : [table]), ...(block.hidden === null || block.hidden === 0 ? [] : [note(block.measures.length === 0 ? t("onlyChanged", { count: 0 }) : t("onlyChanged", { count: block.hidden }))])];
    }
    case "table":
      return [block];
  }
}

const assumedTerms = (settings: ComparedRun["settings"] | undefined): string =>
  settings === undefined ? "" : t("assumedTerms", { quarters: settings.assumedDurationQuarters, cost: formatMoney(settings.assumedCostCents), days: formatPersonDays(settings.assumedPersonDays) });

export type ComparisonPageBlock = Exclude<ComparisonTextBlock, TableBlock> | PageTable;
export type ComparisonPageSection = { readonly id: PlanComparisonTitle; readonly title: string; readonly blocks: readonly ComparisonPageBlock[] };

export const comparisonPage = (report: PlanComparisonReport): ComparisonPageSection[] =>
  comparisonTexts(report).map((section) => ({ ...section, blocks: section.blocks.map((block) => (block.kind === "table" ? pageTable(block) : block)) }));

/** Unique names in the order of the runs: two plans of the same scenario are told apart by their numbers. */
export function runNames(runs: ReadonlyArray<Pick<ComparedRun, "runId"> & { readonly scenario: string | null }>): string[] {
  const names = runs.map(({ scenario }) => scenario ?? t("livePlan"));
  return runs.map(({ runId }, index) => {
    const name = names[index] ?? "";
    return names.filter((each) => each === name).length > 1 ? t("runOf", { name, number: String(runId) }) : name;
  });
}

/** The same as report.typ reads it; it is no frozen version, so it carries no checksum. */
export function planComparisonPdfData(report: PlanComparisonReport, pictures: readonly Picture[]): PdfData {
  const drawn = pictures.length === 0 ? [] : [{ kind: "paragraph" as const, text: t("picture.legend") }, { kind: "pictures" as const, pictures: pictures.map(({ file, alt }) => ({ file, alt })) }];
  const { cover, names } = report;
  const at = new Date(cover.asOf);
  const title = t("fileTitle", { base: names[0] ?? "" });
  return {
    title: `${t("name")} ${cover.municipality} – ${title}`,
    author: cover.municipality,
    keywords: [t("name")],
    date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
    colour: cover.brandColour,
    municipality: cover.municipality,
    reportName: t("name"),
    version: t("asOf", { date: formatDayOf(cover.asOf) }),
    versionTitle: title,
    period: "",
    lines: [t("plans", { names: names.join(" · ") }), ...(cover.isDemonstration ? [t("demonstration")] : [])],
    note: "",
    sha256: "",
    checksumLabel: "",
    checksumExplained: "",
    contents: t("contents"),
    notes: [],
    compact: true,
    sections: comparisonTexts(report).map(({ id, title: heading, blocks }) => ({ title: heading, landscape: id === "measures", blocks: [...(id === "measures" ? drawn : []), ...blocks.map(pdfBlock)] })),
  };
}

const pdfBlock = (block: ComparisonTextBlock): PdfData["sections"][number]["blocks"][number] => {
  if (block.kind === "table") return pdfTable(block);
  return block.kind === "list" ? { kind: "groups", groups: [{ title: block.title, items: [...block.items] }] } : { kind: "paragraph", text: block.text };
};
