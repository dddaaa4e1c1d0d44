import { describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { buildPlanComparison, type NamedRun } from "#app/reports/build/plan-comparison-report.ts";
import { renderPlanComparisonCsv, renderPlanComparisonPdf, renderPlanComparisonXlsx } from "#app/reports/render/plan-comparison-files.server.ts";
import { planShiftSvgs } from "#app/reports/render/plan-shift-svg.server.tsx";
import { comparisonPage, runNames } from "#app/reports/render/plan-comparison-text.ts";
import { inspectPdf, normal } from "#tests/support/pdf.ts";
import { anInput, aPlan, aPost, aRun, placed } from "#tests/support/plans.ts";
import { aCostItem, aMeasure, aStaffDemand } from "#tests/support/portfolio.ts";
import { readSheet } from "read-excel-file/node";

const measures = [
  aMeasure({ id: 1, title: "E-Akte", costItems: [aCostItem({ amountCents: euros(40_000) })], staffDemands: [aStaffDemand()] }),
  aMeasure({ id: 2, title: "=Open Data", costItems: [aCostItem({ id: 2, amountCents: null })] }),
];
const input = anInput({ measures, posts: [aPost()], budgetFrames: [{ fiscalYear: 2028, budgetKind: "consumptive", amountCents: euros(90_000) }] });
const live: NamedRun = { ...aRun({ runId: 1, input }), scenario: null, startedAt: "2027-05-10T08:00:00.000Z", warmFrom: null, plan: aPlan({ placed: [placed(1, "2027-Q3", { endQuarter: quarter("2028-Q2") }), placed(2, "2028-Q1")], objective: 1000, bound: 1000 }) };
const fewer: NamedRun = {
  ...live,
  runId: 2,
  scenario: "Eine Stelle weniger",
  input: { ...input, posts: [aPost({ counted: false })] },
  plan: aPlan({ placed: [placed(1, "2028-Q3", { endQuarter: quarter("2029-Q2") })], leftOut: [{ measureId: 2, reason: "notChosen", mandatory: false }], objective: 625, bound: 640 }),
};
const municipality = { name: "Musterstadt", brandColour: "#00598c", isDemonstration: true };
const reportOf = (runs: readonly NamedRun[], allMeasures = true) => buildPlanComparison({ runs, names: runNames(runs), municipality, allMeasures });
const PARAGRAPH = "Ohne die Stelle „IT-Projektleitung“ verschiebt sich eine Maßnahme um 4 Quartale; „=Open Data“ entfällt bis 2030.";

describe("the comparison of plans as a report", () => {
  const page = comparisonPage(reportOf([live, fewer]));
  const tables = page.flatMap((section) => section.blocks).filter((block) => block.kind === "table");
  const rowsOf = (caption: string) => tables.find((table) => table.caption.startsWith(caption))?.rows.map((row) => row.map((cell) => normal(cell.text)));

  it("begins with the paragraph, then figures, money, staff and measures", () => {
    expect(page.map(({ id }) => id)).toEqual(["inShort", "assumptions", "quality", "money", "staff", "measures"]);
    expect(page[0]?.blocks[0]).toEqual({ kind: "paragraph", text: PARAGRAPH, isLead: true });
    expect(rowsOf("Umfang")?.slice(-3, -1)).toEqual([
      ["Wert der frei planbaren Maßnahmen", "100,0 %", "62,5 %"],
      ["Güte", "der bestmögliche Plan: Kein anderer ist mehr wert", "höchstens 2,4 % unter dem bestmöglichen Plan"],
    ]);
    expect(rowsOf("Ausgaben")?.filter((row) => row[1] === "konsumtiv").slice(0, 3)).toEqual([
      ["2027", "konsumtiv", "20.000,00", "0,00", "–"],
      ["2028", "konsumtiv", "20.000,00 zzgl. 1 ohne Schätzung", "20.000,00", "90.000,00"],
      ["2029", "konsumtiv", "0,00", "20.000,00", "–"],
    ]);
    expect(rowsOf("Bedarf")?.slice(0, 3)).toEqual([["2027", "0,2", "0"], ["2028", "0,2", "0,2"], ["2029", "0", "0,2"]]);
    expect(rowsOf("Zeitraum")).toEqual([
      ["E-Akte", "Q3 2027 bis Q2 2028", "Q3 2028 bis Q2 2029", "4 Quartale später"],
      ["=Open Data", "Q1 2028 bis Q1 2028", "nicht eingeplant", "entfällt"],
    ]);
  });

  it("of a plan with itself says that nothing changes, and tells the two apart", () => {
    const same = comparisonPage(reportOf([live, { ...live, runId: 3 }], false));
    expect(runNames([live, { ...live, runId: 3 }])).toEqual(["Laufender Plan (Lauf 1)", "Laufender Plan (Lauf 3)"]);
    expect(same[0]?.blocks).toEqual([{ kind: "paragraph", text: "In „Laufender Plan (Lauf 3)“ ändert sich gegenüber „Laufender Plan (Lauf 1)“ nichts: Beide Maßnahmen im Plan beginnen zur selben Zeit.", isLead: true }]);
    expect(same.at(-1)?.blocks).toEqual([{ kind: "paragraph", text: "Alle Maßnahmen stehen in allen Plänen gleich.", isLead: false }]);
  });

  it("marks what rests on assumptions: beside each measure, and with what was assumed where it is summed", async () => {
    const assumed = { ...fewer, settings: { ...fewer.settings, unknownEstimates: "assume" as const }, plan: { ...fewer.plan, placed: [placed(1, "2028-Q3", { assumed: ["cost"] })] } };
    const marked = comparisonPage(reportOf([live, assumed]));
    const texts = marked.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "paragraph" ? [normal(block.text)] : [])));
    expect(texts.join("\n")).toContain("„Eine Stelle weniger“: für eine Maßnahme ohne vollständige Schätzung ist mit Annahmen gerechnet (4 Quartale, 25.000,00 €, 40 PT, soweit nicht bekannt). Das steckt in allen Summen; in der Tabelle der Maßnahmen steht es dabei.");
    expect(normal(renderPlanComparisonCsv(reportOf([live, assumed])))).toContain("Q3 2028 bis Q3 2028 (mit Annahmen)");
    const pdf = await renderPlanComparisonPdf(reportOf([live, assumed]), process.cwd());
    expect(inspectPdf(pdf).text.replace(/\s+/g, " ")).toMatch(/mit\s+Annahmen/);
  });

  it("says how much of a difference may come from the search", () => {
    const notes = (runs: readonly NamedRun[]) => comparisonPage(reportOf(runs))[0]?.blocks.slice(runs.length - 1).map((block) => (block.kind === "paragraph" ? block.text : ""));
    expect(notes([live, fewer])?.[0]).toContain("an der Suche liegen");
    const warm = { ...fewer, warmFrom: 1 };
    expect(notes([live, warm])).toEqual([expect.stringContaining("Die Suche begann mit dem ersten Plan.")]);
    expect(notes([live, warm, { ...fewer, runId: 3 }])?.[0]).toContain("an der Suche liegen");
    expect(notes([live, { ...warm, plan: { ...warm.plan, beatsItsStart: true } }])?.[1]).toContain("„Eine Stelle weniger“ hielte auch die Grenzen von „Laufender Plan“ ein");
    expect(notes([warm, { ...live, warmFrom: 2, plan: { ...live.plan, bound: 1_100, beatsItsStart: true } }])).toHaveLength(2);
  });

  it("draws what moves, in pictures that fit a page and say the same in words; none where nothing moves", async () => {
    const pictures = planShiftSvgs(reportOf([live, fewer]));
    expect(pictures.map(({ file, alt }) => ({ file, alt: normal(alt) }))).toEqual([{ file: "shift-1-1.svg", alt: "Eine Stelle weniger: Verschiebung. E-Akte: 4 Quartale später (Q3 2027 bis Q2 2028); =Open Data: entfällt (Q1 2028 bis Q1 2028)." }]);
    expect(planShiftSvgs(reportOf([live, { ...live, runId: 3 }]))).toEqual([]);
    const many = Array.from({ length: 60 }, (_, index) => aMeasure({ id: index + 1, title: `Vorhaben ${index + 1}` }));
    const at = (start: string): NamedRun => ({ ...live, input: anInput({ measures: many }), plan: aPlan({ placed: many.map(({ id }) => placed(id, start)) }) });
    expect(planShiftSvgs(reportOf([at("2027-Q1"), { ...at("2028-Q1"), runId: 2 }])).map(({ file }) => file)).toEqual(["shift-1-1.svg", "shift-1-2.svg", "shift-1-3.svg"]);
    expect(inspectPdf(await renderPlanComparisonPdf(reportOf([live, fewer]), process.cwd())).text).toContain("4 Quartale später");
  });

  it("does not compare values that were weighed otherwise", () => {
    const weighed = comparisonPage(reportOf([live, { ...fewer, settings: { ...fewer.settings, savingWeight: 50 } }]));
    expect(JSON.stringify(weighed)).toContain("anders gewichtet");
  });

  it("says the same as PDF, workbook and CSV", { timeout: 60_000 }, async () => {
    const report = reportOf([live, fewer]);
    const { text, catalogue } = inspectPdf(await renderPlanComparisonPdf(report, process.cwd()));
    let from = 0;
    for (const { title } of page) expect((from = text.indexOf(title, from))).toBeGreaterThan(0);
    expect(normal(text)).toContain("Ohne die Stelle „IT-Projektleitung“ verschiebt sich eine Maßnahme");
    expect(catalogue["/Lang"]).toBe("u:de-DE");
    const rows = await readSheet(await renderPlanComparisonXlsx(report), "Maßnahmen");
    expect(rows.at(-1)).toContain("=Open Data");
    expect(renderPlanComparisonCsv(report).replaceAll("\u00a0", " ")).toContain("'=Open Data;Q1 2028 bis Q1 2028;nicht eingeplant;entfällt");
  });
});
