import { getTableColumns } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { actionLabel, auditChanges, entityLabel } from "#app/i18n/de/audit-log.ts";
import * as schema from "#db/schema/index.ts";

const { municipality, orgUnit, user, measure, dependency, milestone, costItem, staffDemand, benefit, criterion, rating, raterGroup, team, budgetFrame, actionField, goal, comment, importBatch, ballot, post, teamStaffing, payRate, budgetLine, amendmentMotion, amendmentLine, measureTerms, fundingWindow, measurePair, startLimit, scenario } = schema;
const LOGGED = { municipality, orgUnit, user, measure, dependency, milestone, costItem, staffDemand, benefit, criterion, rating, raterGroup, team, budgetFrame, actionField, goal, comment, importBatch, ballot, post, teamStaffing, payRate, budgetLine, amendmentMotion, amendmentLine, measureTerms, fundingWindow, measurePair, startLimit, scenario };
/** What no change records: secrets, and what the row knows of itself. */
const SILENT = new Set(["passwordHash", "isDemonstration", "createdAt", "updatedAt", "ratedAt", "writtenAt", "uploadedAt", "importedAt", "undoneAt", "authorId", "state", "reading", "headings", "motionId", "createdBy"]);

describe("the log speaks German", () => {
  it.each(Object.entries(LOGGED))("about every field of %s", (_name, table) => {
    const fields = Object.keys(getTableColumns(table)).filter((field) => !SILENT.has(field));
    const unnamed = auditChanges(fields.map((field) => ({ field, before: null, after: "x" }))).filter(({ field }) => fields.includes(field));
    expect(unnamed).toEqual([]);
  });

  it("turns words, days, quarters and instants into text, and leaves out what was and is empty", () => {
    const changes = [
      { field: "status", before: "idea", after: "inProgress" },
      { field: "deadline", before: null, after: "2027-03-31" },
      { field: "startQuarter", before: "2027-Q3", after: "" },
      { field: "permanentTask", before: false, after: true },
      { field: "note", before: null, after: "" },
    ];
    expect(auditChanges(changes)).toEqual([
      { field: "Status", before: "Idee", after: "in Umsetzung" },
      { field: "Stichtag", before: null, after: "31.03.2027" },
      { field: "Beginn", before: "3.\u00a0Quartal\u00a02027", after: null },
      { field: "Daueraufgabe", before: "nein", after: "ja" },
    ]);
  });

  it("prints the lines of a motion field by field, with money and posts, and never as JSON", () => {
    const line = { fiscalYear: 2027, budgetProduct: "1115", budgetAccount: "528100", label: "Sachmittel", budgetReference: "S. 65-67", appropriationCents: 800_000, amendedCents: 2_300_000, locked: false, lockNote: "", postDeltaHundredths: 0, note: "" };
    const [change] = auditChanges([{ field: "lines", before: [line], after: [line, { ...line, fiscalYear: 2028, appropriationCents: null, locked: true, postDeltaHundredths: 50 }] }]);
    const first = "Haushaltsjahr 2027, Produkt 1115, Konto 528100, Bezeichnung Sachmittel, Fundstelle S. 65-67, Ansatz 8.000,00\u00a0€, Neuer Ansatz 23.000,00\u00a0€";
    expect(change?.before).toBe(first);
    expect(change?.after).toBe(`(1) ${first}; (2) Haushaltsjahr 2028, Produkt 1115, Konto 528100, Bezeichnung Sachmittel, Fundstelle S. 65-67, Neuer Ansatz 23.000,00\u00a0€, Sperrvermerk, Stellen +0,5`);
  });

  it("prints numbers as what they are, lists as lists, and nothing that has no end", () => {
    const text = (field: string, after: unknown) => auditChanges([{ field, before: null, after }])[0]?.after;
    expect([text("appropriationCents", 0), text("fte", 50), text("firstFiscalYear", 2027), text("population", 12_000), text("measureIds", [1, 2])]).toEqual(["0,00\u00a0€", "0,5", "2027", "12.000", "1, 2"]);
    expect(text("items", Array.from({ length: 14 }, (_, index) => index))).toContain("… und 2 weitere");
    expect(text("lines", [])).toBeUndefined();
    expect(text("thing", { deep: [{ deeper: "x" }] })).toBe("deep deeper x");
    expect(text("text", "x".repeat(5_000))).toHaveLength(801);
  });

  it("shows what it does not know as it is", () => {
    expect([entityLabel("rater_group"), entityLabel("thing"), actionLabel("thing")]).toEqual(["Bewertungsgruppe", "thing", "thing"]);
  });
});
