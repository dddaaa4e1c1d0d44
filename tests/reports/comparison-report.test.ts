import { describe, expect, it } from "vitest";
import type { Comparison, OptionRating } from "#app/domain/comparisons/comparison.ts";
import { rankOptions } from "#app/domain/comparisons/rank-options.ts";
import { contentOfTemplate } from "#app/domain/comparisons/templates.ts";
import { cents } from "#app/domain/money/cents.ts";
import { buildComparisonReport } from "#app/reports/build/comparison-report.ts";
import { renderComparisonPdf } from "#app/reports/render/comparison-pdf.server.ts";
import { comparisonPage } from "#app/reports/render/comparison-text.ts";
import { inspectPdf, normal } from "#tests/support/pdf.ts";

const asOf = "2027-05-10T08:00:00.000Z";
const municipality = { name: "Musterstadt", brandColour: "#00598c", isDemonstration: true };

function fromTemplate(): Comparison {
  const { criteria, options, ...texts } = contentOfTemplate("digitalOrganisation");
  return {
    ...texts,
    id: 1,
    recommendation: "Die Stabsstelle.\nNach einem Jahr prüfen.",
    updatedAt: asOf,
    archivedAt: null,
    rowVersion: 1,
    criteria: criteria.map((criterion, index) => ({ ...criterion, id: index + 1, position: index })),
    options: options.map((option, index) => ({ ...option, id: index + 1, ...(index === 0 ? { oneOffCents: cents(6_000_000), yearlyCents: null, postHundredths: 150 } : {}) })),
  };
}

const answersOf = ({ criteria, options }: Comparison): OptionRating[] =>
  [1, 2, 3].flatMap((userId) => options.slice(0, 5).flatMap((option) => criteria.map((criterion) => ({ userId, optionId: option.id, criterionId: criterion.id, value: (option.id * criterion.id + userId) % 5, note: "" }))));

const reportOf = (comparison: Comparison, ratings: readonly OptionRating[], isHidden = false) =>
  buildComparisonReport({ comparison, ranking: rankOptions(comparison, ratings), asOf, isHidden, years: 5, municipality });

describe("the report of a comparison", () => {
  it("says the same in page and document, in the same order of sections", { timeout: 60_000 }, async () => {
    const comparison = fromTemplate();
    const report = reportOf(comparison, answersOf(comparison));
    const { text, catalogue, xmp } = inspectPdf(await renderComparisonPdf(report, process.cwd()));
    const page = comparisonPage(report);
    let from = 0;
    for (const { title } of page) expect((from = text.indexOf(title, from))).toBeGreaterThan(0);
    const words = new Set(text.split(" "));
    for (const block of page.flatMap((section) => section.blocks)) {
      if (block.kind === "table") for (const figure of block.rows.flatMap((row) => row.filter((_cell, index) => block.columns[index]?.numeric))) expect(words).toContain(normal(figure.text).split(" ")[0]);
      else if (block.kind === "described") for (const item of block.items) expect(text).toContain(item.name);
    }
    expect(text).toContain("Die Stabsstelle.");
    expect(text).toContain("Stand 10.05.2027");
    expect(text).not.toContain("SHA-256");
    expect(catalogue["/Lang"]).toBe("u:de-DE");
    expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  it("is the same file, byte for byte", { timeout: 60_000 }, async () => {
    const comparison = fromTemplate();
    const make = () => renderComparisonPdf(reportOf(comparison, answersOf(comparison)), process.cwd());
    expect((await make()).equals(await make())).toBe(true);
  });

  it("is set for a comparison without options, criteria or ratings", { timeout: 60_000 }, async () => {
    const report = reportOf({ ...fromTemplate(), criteria: [], options: [], recommendation: "", question: "" }, []);
    const { text } = inspectPdf(await renderComparisonPdf(report, process.cwd()));
    for (const sentence of ["Noch keine Empfehlung.", "Noch niemand hat bewertet.", "Noch keine Variante.", "Noch kein Kriterium."]) expect(text).toContain(sentence);
  });

  it("holds no figure of the ratings where they are hidden", () => {
    const comparison = fromTemplate();
    const report = reportOf(comparison, answersOf(comparison).filter((rating) => rating.userId < 3), true);
    expect(report.sections.map((section) => section.title)).toEqual(["recommendation", "result", "costAndPosts", "options", "comparisonCriteria"]);
    expect(report.sections[1]?.blocks).toEqual([{ kind: "statement", statement: { code: "tooFewRaters", raterCount: 2 } }]);
  });

  it("shows the mean of a reversed criterion as it was rated", () => {
    const comparison = { ...fromTemplate(), criteria: fromTemplate().criteria.slice(5) };
    const ratings = [0, 1, 4].map((value, userId): OptionRating => ({ userId, optionId: 1, criterionId: 6, value, note: "" }));
    const means = comparisonPage(reportOf(comparison, ratings)).find((section) => section.id === "means")?.blocks[0];
    expect(means?.kind === "table" ? means.rows[0]?.slice(0, 3).map((cell) => cell.text) : null).toEqual(["Umstellungsaufwand", "1,7", "k. A."]);
  });
});
