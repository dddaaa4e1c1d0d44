import { t } from "#app/i18n/de/motion-report.ts";
import type { MotionReport } from "#app/reports/build/motion-report.ts";
import { formatValue } from "#app/reports/format.ts";
import { labelOf } from "#app/reports/labels.ts";
import { pdfTable } from "./pdf-data.ts";
import { compileReport, drawableIn } from "./pdf.server.ts";
import { printableData } from "./printable-text.ts";

/** A tagged PDF/UA-1 file of an Änderungsantrag, without a cover. The same report gives the same bytes. */
export const renderMotionPdf = (report: MotionReport, root: string): Promise<Buffer> =>
  compileReport({ data: printableData(motionPdfData(report), drawableIn(root)), pictures: {}, timestamp: Math.floor(Date.parse(report.asOf) / 1000) }, root);

/** What report.typ reads: every value already German text. */
function motionPdfData({ municipality, number, asOf, facts, lines, notes, sums, reasoning, statement }: MotionReport) {
  const at = new Date(asOf);
  const text = (each: string) => ({ kind: "paragraph", text: each });
  const texts = (paragraphs: readonly string[], none: string) => (paragraphs.length === 0 ? [text(none)] : paragraphs.map(text));
  const named = notes.map(({ kind, codes, fiscalYear, text: note }) => (kind === "lock" ? t("locked", { codes, year: String(fiscalYear), note }) : t("note", { codes, year: String(fiscalYear), note })));
  return {
    title: `${t("title", { number })} – ${municipality.name}`,
    author: municipality.name,
    keywords: [t("name"), number],
    date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
    colour: municipality.brandColour,
    municipality: municipality.name,
    reportName: t("name"),
    version: number,
    versionTitle: municipality.isDemonstration ? t("demonstration") : "",
    sha256: "",
    contents: t("contents"),
    notes: [],
    cover: false,
    compact: true,
    heading: t("title", { number }),
    facts: facts.map(({ label, value }) => ({ label: labelOf(label), value: formatValue(value) })),
    sections: [
      { title: t("lines"), blocks: lines === null ? [text(t("noLines"))] : [pdfTable(lines), ...(named.length === 0 ? [] : [{ kind: "list", intro: "", items: named }]), text(t("delta"))] },
      ...(sums === null ? [] : [{ title: t("sums"), blocks: [pdfTable(sums)] }]),
      { title: t("reasoning"), blocks: texts(reasoning, t("noReasoning")) },
      { title: t("statement"), blocks: texts(statement, t("noStatement")) },
    ].map((section) => ({ ...section, landscape: false })),
  };
}
