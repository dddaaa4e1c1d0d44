import { describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { formatCell } from "#app/reports/format.ts";
import type { TableBlock } from "#app/reports/model.ts";
import { aCostItem, aMeasure, aPortfolio, aStaffDemand } from "#tests/support/portfolio.ts";
import { aReport } from "#tests/support/report.ts";
import { aSnapshot } from "#tests/support/snapshot.ts";

const plan = aPortfolio({
  teams: [{ id: 1, orgUnitId: 2, name: "Team Netze", position: 1, archived: true }],
  measures: [
    aMeasure({ id: 1, title: "Begonnen", startQuarter: quarter("2026-Q1"), endQuarter: quarter("2027-Q4"), costItems: [aCostItem({ id: 1, amountCents: euros(80_000) })], staffDemands: [aStaffDemand({ id: 1 })] }),
    aMeasure({
      id: 2,
      title: "Ohne Ende",
      endQuarter: null,
      costItems: [
        aCostItem({ id: 2, title: "Software", amountCents: euros(30_000) }),
        aCostItem({ id: 3, title: "Beratung", amountCents: null }),
        aCostItem({ id: 4, title: "Zuwendung", direction: "revenue", amountCents: euros(10_000) }),
      ],
      staffDemands: [aStaffDemand({ id: 2, teamId: null, orgUnitId: 3, basis: "total", personDays: 40 })],
    }),
  ],
});

const tables = aReport(aSnapshot(plan)).sections.flatMap((section) => section.blocks).filter((block): block is TableBlock => block.kind === "table");
const lines = (caption: TableBlock["caption"], part: "rows" | "totals" = "rows") => tables.find((table) => table.caption === caption)?.[part].map((row) => row.map(formatCell));

describe("what stands in no year of the report", () => {
  it("is said with its sums: one-off amounts before and after the planning years", () => {
    expect(lines("outsideTable")).toEqual([["einmalig", "40.000,00", "0,00", "0"]]);
  });

  it("is said item by item: costs without a period, expense and revenue apart, unknown ones counted", () => {
    expect(lines("undatedCostsTable")?.map((row) => [row[0], row[1], row.at(-1)])).toEqual([
      ["Ohne Ende", "Software", "30.000,00"],
      ["Ohne Ende", "Beratung", "k. A."],
      ["Ohne Ende", "Zuwendung", "10.000,00"],
    ]);
    expect(lines("undatedCostsTable", "totals")?.map((row) => [row[0], row.at(-1)])).toEqual([
      ["Ausgaben", "30.000,00 zzgl. 1 ohne Schätzung"],
      ["Einnahmen", "10.000,00"],
    ]);
  });

  it("is said of staff, too", () => {
    expect(lines("undatedStaffTable")).toEqual([["Ohne Ende", "Bürgeramt", "eigenes Personal", "insgesamt", "40"]]);
  });

  it("is not mentioned where there is nothing", () => {
    const captions = aReport(aSnapshot(aPortfolio({ measures: [] }))).sections.flatMap((section) => section.blocks).map((block) => (block.kind === "table" ? block.caption : ""));
    expect(captions).not.toContain("outsideTable");
    expect(captions).not.toContain("undatedCostsTable");
    expect(captions).not.toContain("undatedStaffTable");
  });
});

describe("a team that was archived", () => {
  it("keeps its name in the report as long as a measure asks for it", () => {
    expect(lines("staffTable")?.map((row) => row[0])).toContain("Team Netze");
    expect(lines("staffTable")?.map((row) => row[0])).not.toContain("");
  });
});
