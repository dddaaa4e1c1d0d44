import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import type { Cell } from "#app/domain/import/cell.ts";
import { importFields, type ImportField } from "#app/domain/import/fields.ts";
import { prepareReading } from "#app/domain/import/read-row.ts";
import type { ReadingContext, ReadRow } from "#app/domain/import/row.ts";
import { someActionFields, someUnits } from "#tests/support/portfolio.ts";

type Row = Partial<Record<ImportField, Cell>>;
type Options = { headings?: Partial<Record<ImportField, string>>; confirmedAmounts?: Record<string, number> } & Partial<Pick<ReadingContext, "wordChoices">>;

function readCells(cells: Row, { headings = {}, confirmedAmounts = {}, wordChoices = {} }: Options = {}): ReadRow {
  const columns = Object.keys(cells) as ImportField[];
  const goals = [{ id: 1, title: "Bürgernah" }];
  const read = prepareReading({ columns, headings: columns.map((field) => headings[field] ?? field), orgUnits: someUnits(), actionFields: someActionFields(), goals, wordChoices });
  return read({ rowNumber: 2, cells: Object.values(cells), confirmedAmounts });
}
const readTitled = (cells: Row, options?: Options) => readCells({ title: "E-Akte", ...cells }, options);
const codes = (row: ReadRow) => row.problems.map((problem) => problem.code);

describe("a row", () => {
  it("without a title cannot be imported, and one that is too long neither", () => {
    expect(codes(readCells({ title: "  " }))).toEqual(["titleMissing"]);
    expect(codes(readCells({ title: "x".repeat(201) }))).toEqual(["titleTooLong"]);
  });

  it("says nothing about fields without a column or with an empty cell", () => {
    expect(readTitled({ description: "", status: null })).toMatchObject({ content: { title: "E-Akte" }, costItems: [], staffDemand: null, benefits: [], problems: [] });
  });

  it("names units, action fields, goals and words by name or short name, without regard to case", () => {
    const row = readTitled({
      leadUnit: "it",
      participatingUnits: "Bürgeramt; SWM",
      actionField: "SMART CITY",
      goals: "bürgernah",
      status: "läuft",
      trafficLight: "Grün",
      planningHorizon: "kurzfristig",
      targetGroups: "Vereine, Schulen und Unternehmen",
      permanentTask: "x",
      effectDirection: "nach innen",
    });
    expect(row.problems).toEqual([]);
    expect(row.content).toMatchObject({ leadUnitId: 2, participatingUnitIds: [3, 4], actionFieldId: 4, goalIds: [1], status: "inProgress", trafficLight: "green" });
    expect(row.content).toMatchObject({ planningHorizon: "shortTerm", targetGroups: ["businesses", "clubs", "schools"], permanentTask: true, effectDirection: "inward" });
  });

  it("leaves empty what it does not know, and says so with the words of the list", () => {
    const row = readTitled({ leadUnit: "Bauordnung", participatingUnits: "IT, Schulamt", actionField: "Offene Daten", status: "in Klärung", trafficLight: "lila" });
    expect(row.problems.map(({ code, text }) => [code, text])).toEqual([
      ["unknownUnit", "Bauordnung"],
      ["unknownUnit", "Schulamt"],
      ["unknownActionField", "Offene Daten"],
      ["unknownStatus", "in Klärung"],
      ["unknownWord", "lila"],
    ]);
    expect(row.content).toEqual({ title: "E-Akte", participatingUnitIds: [2] });
  });

  it("takes what a person said an unknown word means", () => {
    const wordChoices = { "unit:bauordnung": 3, "unit:schulamt": null, "status:in klärung": "proposed" };
    const row = readTitled({ leadUnit: "Bauordnung", participatingUnits: "IT, Schulamt", status: "in Klärung" }, { wordChoices });
    expect(row.problems).toEqual([]);
    expect(row.content).toMatchObject({ leadUnitId: 3, participatingUnitIds: [2], status: "proposed" });
  });

  it.each([
    ["50 %", 50],
    ["50", 50],
    [0.5, 50],
    [75, 75],
    [0, 0],
  ])("reads the progress %s", (cell, percent) => {
    expect(readTitled({ progress: cell }).content.progressPercent).toBe(percent);
  });

  it.each(["halb", "120 %", 1, -5])("leaves the progress %s unknown", (cell) => {
    const row = readTitled({ progress: cell });
    expect([codes(row), row.content.progressPercent]).toEqual([["progressUnreadable"], undefined]);
  });

  it("asks person-days of the lead unit and keeps what is no whole number as a note", () => {
    expect(readTitled({ leadUnit: "IT", personDays: "20 PT" }).staffDemand).toEqual({ personDays: 20, orgUnitId: 2, note: "" });
    const vague = readTitled({ leadUnit: "IT", personDays: "0,5 VZÄ" });
    expect([vague.staffDemand, codes(vague)]).toEqual([{ personDays: null, orgUnitId: 2, note: "0,5 VZÄ" }, ["daysUnreadable"]]);
    expect(codes(readTitled({ personDays: "20" }))).toEqual(["daysWithoutUnit"]);
    expect(readTitled({ leadUnit: "IT", personDays: "20,0" }).staffDemand).toMatchObject({ personDays: 20 });
  });

  it.each(["1.000", "2.000 PT", "1,000"])("does not take a thousand person-days (%s) for one", (personDays) => {
    const row = readTitled({ leadUnit: "IT", personDays });
    expect([row.staffDemand, codes(row)]).toEqual([{ personDays: null, orgUnitId: 2, note: personDays }, ["daysUnreadable"]]);
  });

  it("gives a yellow light and a deadline the list's word as reason, and says so", () => {
    const row = readTitled({ trafficLight: "gelb", deadline: { date: plainDate("2027-12-31") } });
    expect(row.content).toMatchObject({ trafficLight: "yellow", trafficLightReason: "laut importierter Liste", deadline: "2027-12-31", deadlineReason: "laut importierter Liste" });
    expect(codes(row)).toEqual(["reasonFromList", "reasonFromList"]);
  });
});

describe("a total beside its parts", () => {
  const costs = (cells: Row) => {
    const row = readTitled(cells);
    return [row.costItems.map((item) => item.amountCents), codes(row)];
  };

  it("is not counted a second time where the parts add up to it, and that is said", () => {
    expect(costs({ costOneOff: "100.000 €", costInvestive: "60.000 €", costConsumptive: "40.000 €" })).toEqual([[6_000_000, 4_000_000], ["costTotalOfParts"]]);
    expect(costs({ costOneOff: "60.000 €", costInvestive: "60.000 €", costConsumptive: "" })).toEqual([[6_000_000], ["costTotalOfParts"]]);
  });

  it("is asked about where it is something else", () => {
    expect(costs({ costOneOff: "100.000 €", costInvestive: "60.000 €" })).toEqual([[6_000_000, 10_000_000], ["costBesideParts", "budgetKindAssumed"]]);
    expect(costs({ costOneOff: "100.000 €", costInvestive: "viel" })).toEqual([[null, 10_000_000], ["amountUnreadable", "costBesideParts", "budgetKindAssumed"]]);
  });
});

describe("amounts", () => {
  const cost = (cell: Cell, options?: Options) => readTitled({ costConsumptive: cell }, options);

  it.each([
    ["1.234,50 €", 123_450],
    ["15 T€", 1_500_000],
    [1234.5, 123_450],
    [0, 0],
  ])("knows %s", (cell, amountCents) => {
    const row = cost(cell);
    expect([row.costItems, row.problems]).toMatchObject([[{ amountCents, estimateNote: "", budgetKind: "consumptive" }], []]);
  });

  it.each([
    ["ca. 15 T€", "amountApproximate", [1_500_000]],
    ["1.234", "amountAmbiguous", [123_400, 123]],
    ["20.000 - 25.000 €", "amountAmbiguous", [2_000_000, 2_500_000]],
    ["viel", "amountUnreadable", undefined],
    ["-5.000 €", "amountNegative", undefined],
    ["5.000 € p. a.", "amountPerYear", undefined],
    ["900 Mrd. €", "amountTooLarge", undefined],
  ])("leaves %s unknown, keeps the text and offers what it may mean", (text, code, readings) => {
    const row = cost(text);
    expect(row.costItems).toMatchObject([{ amountCents: null, estimateNote: text }]);
    expect(row.problems).toEqual([{ code, field: "costConsumptive", column: 1, text, ...(readings && { readings }) }]);
  });

  it("takes an amount a person confirmed, keeps the text beside it, and no other amount", () => {
    const confirmed = cost("ca. 15 T€", { confirmedAmounts: { "1": 1_500_000 } });
    expect([confirmed.costItems, confirmed.problems]).toMatchObject([[{ amountCents: 1_500_000, estimateNote: "ca. 15 T€" }], []]);
    expect(cost("ca. 15 T€", { confirmedAmounts: { "1": 99 } }).costItems).toMatchObject([{ amountCents: null }]);
  });

  it("keeps a stated unknown as an unknown cost item, and a dash as none", () => {
    expect(cost("k. A.").costItems).toMatchObject([{ amountCents: null, estimateNote: "k. A." }]);
    expect([cost("-").costItems, cost("").costItems]).toEqual([[], []]);
  });

  it("takes the unit from the heading for bare numbers only", () => {
    const headings = { costConsumptive: "Kosten in T€" };
    expect(cost(15, { headings }).costItems).toMatchObject([{ amountCents: 1_500_000 }]);
    expect(cost("15,5", { headings }).costItems).toMatchObject([{ amountCents: 1_550_000 }]);
    expect(cost("15 €", { headings }).costItems).toMatchObject([{ amountCents: 1_500 }]);
    expect(codes(cost("15", { headings }))).toEqual(["amountUnitFromHeading"]);
  });

  it("reads yearly amounts in the column of running costs", () => {
    expect(readTitled({ costRunning: "4.200 €/Jahr" })).toMatchObject({ costItems: [{ rhythm: "running", amountCents: 420_000 }], problems: [] });
  });

  it("tells investive from consumptive by column, word or account, and says where it could not", () => {
    const kindOf = (cells: Row) => readTitled(cells).costItems[0]?.budgetKind;
    expect(kindOf({ costInvestive: "5 €" })).toBe("investive");
    expect(kindOf({ costOneOff: "5 €", budgetKind: "investiv" })).toBe("investive");
    expect(kindOf({ costOneOff: "5 €", budgetAccount: "783100" })).toBe("investive");
    expect(codes(readTitled({ costOneOff: "5 €", budgetAccount: "528100" }))).toEqual([]);
    expect(codes(readTitled({ costOneOff: "5 €" }))).toEqual(["budgetKindAssumed"]);
  });

  it("names a cost item by its heading and books it on product and account", () => {
    const row = readTitled({ costInvestive: "432.089,00 €", costConsumptive: "264.798,80", budgetProduct: "1115" }, { headings: { costInvestive: "Investition" } });
    expect(row.costItems).toMatchObject([
      { title: "Investition", amountCents: 43_208_900, budgetProduct: "1115" },
      { title: "costConsumptive", amountCents: 26_479_880 },
    ]);
  });
});

describe("times", () => {
  it.each([
    ["ab 2022 schrittweise", "timeframeVague"],
    ["31.03.2027 / 30.09.2027", "severalDates"],
    ["2028-2026", "endBeforeStart"],
    ["31.03.2027", "singleDay"],
  ])("keeps the time frame %s word for word, dates unknown", (text, code) => {
    const row = readTitled({ timeframe: text });
    expect([codes(row), row.content]).toEqual([[code], { title: "E-Akte", timeframeText: text }]);
  });

  it("reads start and end from texts, days and years", () => {
    expect(readTitled({ start: "Q1 2027", end: { date: plainDate("2028-09-30") } }).content).toMatchObject({ startQuarter: "2027-Q1", endQuarter: "2028-Q3" });
    const years = readTitled({ start: 2027, end: "2028" });
    expect([years.content, codes(years)]).toMatchObject([{ startQuarter: "2027-Q1", endQuarter: "2028-Q4" }, ["spanAsQuarter", "spanAsQuarter"]]);
  });

  it("keeps unreadable and reversed ends as text with their headings", () => {
    const vague = readTitled({ start: "bald", end: "Q3 2027" }, { headings: { start: "Beginn" } });
    expect([codes(vague), vague.content]).toEqual([["dateUnreadable"], { title: "E-Akte", endQuarter: "2027-Q3", timeframeText: "Beginn: bald" }]);
    const reversed = readTitled({ start: "2028", end: "2026" }, { headings: { start: "Von", end: "Bis" } });
    expect(codes(reversed)).toContain("endBeforeStart");
    expect(reversed.content).toEqual({ title: "E-Akte", timeframeText: "Von: 2028; Bis: 2026" });
  });

  it("decides nothing about two days in a deadline", () => {
    const row = readTitled({ deadline: "31.03.2027 und 30.09.2027" }, { headings: { deadline: "Frist" } });
    expect([codes(row), row.content]).toEqual([["severalDates"], { title: "E-Akte", timeframeText: "Frist: 31.03.2027 und 30.09.2027" }]);
  });
});

it("never throws, and never holds an amount, a quarter or a percentage the database would refuse", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant({ date: plainDate("2027-03-31") }),
    fc.constantFrom("15 T€", "ca. 15 T€", "2027", "ab 2022", "IT; SWM", "gelb", "Q1 2027 - Q3 2027", "1.234"),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: importFields.length, maxLength: importFields.length }), (cells) => {
      const row = readCells(Object.fromEntries(importFields.map((field, index) => [field, cells[index] ?? null])));
      for (const item of row.costItems) expect(item.amountCents === null || (Number.isSafeInteger(item.amountCents) && item.amountCents >= 0)).toBe(true);
      const { startQuarter, endQuarter, progressPercent } = row.content;
      if (startQuarter && endQuarter) expect(startQuarter <= endQuarter).toBe(true);
      if (progressPercent !== undefined) expect(progressPercent !== null && progressPercent >= 0 && progressPercent <= 100).toBe(true);
    }),
  );
});
