import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import { t } from "#app/i18n/de/reports.ts";
import { buildDigitalStrategyReport } from "#app/reports/build/digital-strategy-report.ts";
import { formatValue } from "#app/reports/format.ts";
import { labelOf, sectionTitle } from "#app/reports/labels.ts";
import type { Report } from "#app/reports/model.ts";

export const aReport = (content: SnapshotContent, base: SnapshotContent | null = null): Report =>
  buildDigitalStrategyReport({ content, base, sha256: "0123456789abcdef".repeat(4), submission: null });

/** What every format must say, in this order: cover, then each section with its tables, groups and measures. */
export function landmarks(report: Report): string[] {
  return [
    report.cover.municipality,
    report.cover.title,
    report.cover.sha256,
    ...report.sections.flatMap((section) => [
      sectionTitle(section.id),
      ...section.blocks.flatMap((block) => {
        switch (block.kind) {
          case "table":
            return [labelOf(block.caption)];
          case "paragraph":
            return [formatValue(block.text)];
          case "changes":
            return block.base === null ? [t("firstVersion").slice(0, 40)] : [];
          case "keyFigures":
            return block.figures.map((figure) => labelOf(figure.label));
          case "measures":
            return block.fields.flatMap((group) => group.sheets.map((sheet) => sheet.title));
          default:
            return [];
        }
      }),
    ]),
  ];
}

/** The first landmark that does not follow the ones before it in the text; null when all do. */
export function firstMissing(text: string, marks: readonly string[]): string | null {
  let position = 0;
  for (const mark of marks) {
    const found = text.indexOf(mark.replace(/[\s\u00a0]+/g, " "), position);
    if (found < 0) return mark;
    position = found + 1;
  }
  return null;
}
