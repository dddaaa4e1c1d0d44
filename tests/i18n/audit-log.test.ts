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
      { field: "permanentTask", before: "false", after: "true" },
      { field: "note", before: null, after: "" },
    ];
    expect(auditChanges(changes)).toEqual([
      { field: "Status", before: "Idee", after: "in Umsetzung" },
      { field: "Stichtag", before: null, after: "31.03.2027" },
      { field: "Beginn", before: "3.\u00a0Quartal\u00a02027", after: null },
      { field: "Daueraufgabe", before: "nein", after: "ja" },
    ]);
  });

  it("shows what it does not know as it is", () => {
    expect([entityLabel("rater_group"), entityLabel("thing"), actionLabel("thing")]).toEqual(["Bewertungsgruppe", "thing", "thing"]);
  });
});
