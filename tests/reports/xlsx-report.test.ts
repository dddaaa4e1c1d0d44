import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { renderXlsx } from "#app/reports/render/xlsx.server.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import { aPortfolio, aPortfolioOf } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { aReport, firstMissing, landmarks } from "#tests/support/report.ts";
import { aSnapshot } from "#tests/support/snapshot.ts";
import { someStaffPlan } from "#tests/support/staff-plan.ts";

type Cell = string | number | boolean | Date | null;

async function workbook(content: SnapshotContent, base: SnapshotContent | null = null) {
  const sheets = await readExcelFile(await renderXlsx(aReport(content, base)));
  const rows = (name: string): Cell[][] => {
    const sheet = sheets.find((each) => each.sheet === name);
    if (sheet === undefined) throw new Error(`no sheet ${name}: ${sheets.map((each) => each.sheet).join(", ")}`);
    return sheet.data as Cell[][];
  };
  return { names: sheets.map((each) => each.sheet), rows, text: sheets.map((each) => (each.data as Cell[][]).flat().join(" ")).join(" ").replace(/[\s\u00a0]+/g, " ") };
}

describe("the report as workbook", () => {
  it.each([
    ["an empty plan", aSnapshot(aPortfolio()), null],
    ["a small plan with its history", aSnapshot(aRatedPortfolio(), { number: 2 }, someStaffPlan()), aSnapshot(aPortfolioOf(2))],
    ["sixty measures", aSnapshot(aPortfolioOf(60)), null],
  ])("says everything in order: %s", async (_what, content, base) => {
    const { text } = await workbook(content, base);
    expect(firstMissing(text, landmarks(aReport(content, base)))).toBeNull();
  });

  it("has a sheet for each section and for what hangs on the measures", async () => {
    const { names } = await workbook(aSnapshot(aRatedPortfolio()));
    expect(names).toEqual([
      "Deckblatt",
      "Zusammenfassung",
      "Änderungen",
      "Rangfolge",
      "Zeitplan",
      "Haushalt nach Jahren",
      "Produkt und Konto",
      "Personal",
      "Offene Punkte",
      "Maßnahmen",
      "Kosten und Erträge",
      "Personalbedarf",
      "Meilensteine",
      "Wirkungen",
    ]);
  });

  it("holds numbers as numbers, dates as dates, and the unknown as words", async () => {
    const { rows } = await workbook(aSnapshot(aRatedPortfolio()));
    const costs = rows("Kosten und Erträge");
    const amountOf = (title: string) => costs.find((row) => String(row[2]).startsWith(title))?.at(-1);
    expect(amountOf("Lizenzen")).toBe(23_000);
    expect(amountOf("Schulung")).toBe("k. A.");
    const due = rows("Meilensteine")[2]?.[3];
    expect(due).toBeInstanceOf(Date);
    expect((due as Date).toISOString().slice(0, 10)).toBe("2027-06-30");
    const year = rows("Haushalt nach Jahren").find((row) => row[0] === 2027 && row[1] === "konsumtiv");
    expect(year?.slice(2, 6)).toEqual([23_000, 20_000, 0, 3_000]);
  });

  it("holds what looks like a formula as text", async () => {
    const [first, ...rest] = aRatedPortfolio().measures;
    if (first === undefined) throw new Error("no measure");
    const portfolio = aRatedPortfolio({ measures: [{ ...first, title: "=cmd()|'/C calc'!A0", summary: "+1\u0000\ud800@SUM(A1)" }, ...rest] });
    const { rows } = await workbook(aSnapshot(portfolio));
    const measure = rows("Maßnahmen").find((row) => row[0] === 1);
    expect(measure?.[1]).toBe("=cmd()|'/C calc'!A0");
    expect(measure?.[3]).toBe("+1@SUM(A1)");
  });
});
