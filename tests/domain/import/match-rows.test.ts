import { describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { effectiveDecision, matchRows } from "#app/domain/import/match-rows.ts";
import { changesNothing, planUpdate } from "#app/domain/import/plan-update.ts";
import type { ReadRow } from "#app/domain/import/row.ts";
import { euros } from "#app/domain/money/cents.ts";
import { aCostItem, aMeasure, aStaffDemand } from "#tests/support/portfolio.ts";

const aRow = (rowNumber: number, title: string, overrides: Partial<ReadRow> = {}): ReadRow => ({
  rowNumber,
  title,
  content: { title },
  costItems: [],
  staffDemand: null,
  benefits: [],
  problems: title === "" ? [{ code: "titleMissing", field: "title", column: 0, text: "" }] : [],
  ...overrides,
});
const withReference = (rowNumber: number, title: string, externalReference: string) => aRow(rowNumber, title, { content: { title, externalReference } });
const summary = (rows: readonly ReadRow[], measures: Parameters<typeof matchRows>[1] = []) =>
  matchRows(rows, measures).map((row) => [row.rowNumber, row.proposal, row.measureId, row.problems.map((problem) => problem.code)]);

describe("matchRows", () => {
  const measures = [
    { id: 1, title: "E-Akte einführen", externalReference: "A-1" },
    { id: 2, title: "Terminvergabe", externalReference: "" },
    { id: 3, title: "Terminvergabe", externalReference: "" },
  ];

  it("proposes an update by reference, then by title without regard to case and punctuation, else a new measure", () => {
    expect(summary([withReference(2, "Ganz anderer Titel", "a-1"), aRow(3, "E‑AKTE  Einführen!"), aRow(4, "Neu")], measures)).toEqual([
      [2, "update", 1, []],
      [3, "skip", 1, []],
      [4, "create", null, []],
    ]);
  });

  it("decides nothing between two measures of the same title", () => {
    expect(summary([aRow(2, "Terminvergabe")], measures)).toEqual([[2, "skip", null, ["severalMatches"]]]);
  });

  it("follows the reference where the title says another measure, and says so", () => {
    expect(summary([withReference(2, "Terminvergabe", "A-1")], measures)).toEqual([[2, "update", 1, ["matchConflict"]]]);
  });

  it("takes the first of several rows with one title or reference and names the others", () => {
    const rows = [aRow(2, "Doppelt"), aRow(5, "DOPPELT "), withReference(6, "Anders", "X"), withReference(7, "Noch anders", "X")];
    expect(summary(rows)).toEqual([
      [2, "create", null, ["duplicateInFile"]],
      [5, "skip", null, ["duplicateInFile"]],
      [6, "create", null, ["duplicateInFile"]],
      [7, "skip", null, ["duplicateInFile"]],
    ]);
  });

  it("skips rows without a title and sum lines", () => {
    expect(summary([aRow(2, ""), aRow(3, ""), aRow(4, "Summe:")])).toEqual([
      [2, "skip", null, ["titleMissing"]],
      [3, "skip", null, ["titleMissing"]],
      [4, "skip", null, ["totalRow"]],
    ]);
  });
});

it("follows a person's choice only where it is possible", () => {
  const [created, blocked] = matchRows([aRow(2, "Neu"), aRow(3, "")], []);
  if (!created || !blocked) throw new Error("no rows");
  expect([null, "skip", "update"].map((choice) => effectiveDecision(created, choice as "skip" | "update" | null))).toEqual(["create", "skip", "create"]);
  expect(effectiveDecision(blocked, "create")).toBe("skip");
});

describe("planUpdate", () => {
  const stored = aCostItem({ id: 7, title: "Kosten", amountCents: euros(100) });
  const measure = aMeasure({ title: "E-Akte einführen", description: "alt", startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q4"), costItems: [stored] });
  const { id: _id, rowVersion: _rowVersion, ...cost } = aCostItem({ title: "KOSTEN" });
  const planFor = (overrides: Partial<ReadRow>, target = measure) => planUpdate(aRow(2, "E-Akte einführen", { content: {}, ...overrides }), target);

  it("holds only what differs", () => {
    expect(planFor({ content: { title: "E-Akte einführen", description: "neu", status: "planned" } })).toMatchObject({ content: { description: "neu" }, costItems: [] });
    expect(changesNothing(planFor({ content: { title: "E-Akte einführen" } }))).toBe(true);
  });

  it("changes a cost item of the same name and never wipes out a known amount", () => {
    expect(planFor({ costItems: [{ ...cost, amountCents: euros(200) }] }).costItems).toMatchObject([{ id: 7, amountCents: euros(200), title: "Kosten" }]);
    expect(planFor({ costItems: [{ ...cost, amountCents: null, estimateNote: "ca. 15 T€" }] }).costItems).toMatchObject([{ id: 7, amountCents: euros(100), estimateNote: "ca. 15 T€" }]);
  });

  it("warns where a new cost item stands beside one of the same kind", () => {
    const plan = planFor({ costItems: [{ ...cost, title: "Lizenzen", amountCents: euros(5) }] });
    expect([plan.costItems[0]?.id, plan.problems]).toEqual([null, ["costBesideExisting"]]);
  });

  it("changes the internal demand of a unit, never an external one", () => {
    const staffDemand = { personDays: 40, orgUnitId: 2, note: "" };
    const external = aStaffDemand({ id: 8, teamId: null, orgUnitId: 2, basis: "total", personDays: 10, staffSource: "external" });
    const internal = { ...external, id: 9, staffSource: "internal" as const };
    expect(planFor({ staffDemand }, { ...measure, staffDemands: [external] }).staffDemands).toMatchObject([{ id: null, personDays: 40, staffSource: "internal" }]);
    expect(planFor({ staffDemand }, { ...measure, staffDemands: [external, internal] }).staffDemands).toMatchObject([{ id: 9, personDays: 40, staffSource: "internal" }]);
  });

  it("leaves out dates that contradict what is stored", () => {
    const plan = planFor({ content: { endQuarter: quarter("2026-Q1") } });
    expect([plan.content, plan.problems]).toEqual([{}, ["endBeforeStart"]]);
  });

  it("keeps a better reason than the list's word", () => {
    const target = { ...measure, trafficLight: "red" as const, trafficLightReason: "Vergabe gerügt" };
    expect(planFor({ content: { trafficLight: "yellow", trafficLightReason: "laut importierter Liste" } }, target).content).toEqual({ trafficLight: "yellow" });
  });
});
