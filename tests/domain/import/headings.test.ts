import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conflictsOf, importFields } from "#app/domain/import/fields.ts";
import { templateHeadings, templateRows } from "#app/domain/import/template.ts";
import { prepareReading } from "#app/domain/import/read-row.ts";
import { amountUnitOf, mappingOf, normaliseHeading, recogniseColumns } from "#app/domain/import/headings.ts";

describe("recogniseColumns", () => {
  it.each([
    ["Maßnahme", "title", "exact"],
    ["MASSNAHME", "title", "exact"],
    ["Titel der Maßnahme", "title", "likely"],
    ["Lfd. Nr.", "externalReference", "exact"],
    ["Federführung", "leadUnit", "exact"],
    ["Zuständige Stelle *", "leadUnit", "exact"],
    ["Kosten (in T€)", "costOneOff", "exact"],
    ["Kosten in T€", "costOneOff", "exact"],
    ["Laufende Kosten p. a.", "costRunning", "exact"],
    ["Laufende Kosten ab 2028", "costRunning", "likely"],
    ["Investive Kosten [€]", "costInvestive", "exact"],
    ["Umsetzungszeitraum", "timeframe", "exact"],
    ["Frühester Beginn", "earliestStart", "exact"],
    ["Personalbedarf (PT)", "personDays", "exact"],
    ["Lead unit", "leadUnit", "exact"],
    ["Start date", "start", "exact"],
    ["Traffic light", "trafficLight", "exact"],
    ["Spalte1", null, "none"],
    ["", null, "none"],
  ])("reads the heading %s", (heading, field, confidence) => {
    expect(recogniseColumns([heading]).columns).toEqual([{ field, confidence }]);
  });

  it("gives a field to the better heading and names the contest", () => {
    const recognition = recogniseColumns(["Titel der Maßnahme", "Projekt", "Name", "Kosten"]);
    expect(mappingOf(recognition)).toEqual([null, "title", null, "costOneOff"]);
    expect(recognition.contested).toEqual([{ field: "title", columns: [1, 0, 2] }]);
  });

  it("never gives one field to two columns, whatever the headings", () => {
    const heading = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom("Titel", "Projekt", "Kosten", "Kosten gesamt", "Ende", "Bis", "Amt"));
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 30 }), (headings) => {
        const columns = mappingOf(recogniseColumns(headings));
        expect(columns).toHaveLength(headings.length);
        expect(conflictsOf(columns)).toEqual([]);
      }),
    );
  });
});

it("normalises away brackets, units and umlauts", () => {
  expect(normaliseHeading(" Geschätzte   Kosten (brutto, in T€)\n")).toBe("geschaetzte kosten");
});

it("knows every field under a German heading", () => {
  const headings = ["Titel", "ID", "Kurzfassung", "Beschreibung", "Handlungsfeld", "Ziele", "Federführung", "Beteiligte", "Ansprechpartner", "Status", "Wirkung", "Zielgruppe", "Fristigkeit", "Daueraufgabe"].concat(
    ["Zeitraum", "Beginn", "Ende", "Frühestens", "Frist", "Fristgrund", "Fortschritt", "Ampel", "Ampelbegründung", "Kosten", "Investiv", "Konsumtiv", "Folgekosten", "Förderung", "Kostenart"],
    ["Produkt", "Konto", "PT", "Einsparung", "Entlastung", "Quelle"],
  );
  expect(mappingOf(recogniseColumns(headings)).toSorted()).toEqual([...importFields].sort());
});

it("recognises every heading of its own template, and all its rows read without a problem", () => {
  const recognition = recogniseColumns(templateHeadings);
  expect(recognition.columns.filter((column) => column.confidence !== "exact")).toEqual([]);
  const read = prepareReading({ headings: templateHeadings, columns: mappingOf(recognition), orgUnits: [], actionFields: [], goals: [], wordChoices: {} });
  const rows = templateRows.map((cells, index) => read({ rowNumber: index + 2, cells, confirmedAmounts: {} }));
  const codes = rows.flatMap((row) => row.problems.map((problem) => problem.code));
  // Person-days need a unit, and units differ from town to town.
  expect(codes).toEqual(["daysWithoutUnit", "spanAsQuarter", "spanAsQuarter"]);
});

it.each([
  ["Kosten in T€", "T€"],
  ["Kosten (TEUR)", "T€"],
  ["Kosten in Mio. €", "Mio. €"],
  ["Kosten in €", null],
  ["Startdatum", null],
])("sees the unit in %s", (heading, unit) => {
  expect(amountUnitOf(heading)).toBe(unit);
});
