import { beforeAll, describe, expect, it } from "vitest";
import { factCodes, missingFacts } from "#app/domain/measures/completeness.ts";
import { measureSorts, noFilter, type MeasureFilter } from "#app/domain/measures/list-filter.ts";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import { liesInYears } from "#app/domain/planning/timeline-view.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { Db } from "#db/client.server.ts";
import { countMeasures, listMeasures } from "#db/queries/measures.server.ts";
import { loadMeasures } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aCostItem, aMeasure, aPortfolio, aPortfolioOf, aStaffDemand } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";
import { euros } from "#app/domain/money/cents.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";

let db: Db;
let measures: Measure[];
beforeAll(() => {
  db = emptyDatabase();
  storePortfolio(db, aPortfolioOf(130));
  measures = loadMeasures(db);
});

const found = (change: Partial<MeasureFilter>): number[] => {
  const filter = { ...noFilter, ...change };
  const pages = [1, 2, 3].flatMap((page) => listMeasures(db, { filter, sort: "title", descending: false, page }));
  expect(countMeasures(db, filter)).toBe(pages.length);
  return pages.map((row) => row.id).sort((a, b) => a - b);
};
const expected = (holds: (measure: Measure) => boolean) => measures.filter(holds).map((measure) => measure.id);

describe("listMeasures", () => {
  it("filters as the plain rule over all measures would", () => {
    expect(found({})).toEqual(expected(() => true));
    expect(found({ actionFieldId: 2 })).toEqual(expected((measure) => measure.actionFieldId === 2));
    expect(found({ actionFieldId: "none" })).toEqual(expected((measure) => measure.actionFieldId === null));
    expect(found({ leadUnitId: "none" })).toEqual(expected((measure) => measure.leadUnitId === null));
    expect(found({ status: "open" })).toEqual(expected((measure) => !settledStatuses.includes(measure.status)));
    expect(found({ status: "idea", trafficLight: "red" })).toEqual(expected((measure) => measure.status === "idea" && measure.trafficLight === "red"));
    expect(found({ year: "none" })).toEqual(expected((measure) => measure.startQuarter === null));
    for (const year of [2026, 2027, 2028, 2030]) expect(found({ year })).toEqual(expected((measure) => liesInYears(measure, { firstYear: year, lastYear: year })));
  });

  it("counts a measure without an end in its start year only, a permanent task in every later one, as the timeline does", () => {
    const own = emptyDatabase();
    const [start, end] = [quarter("2027-Q2"), quarter("2028-Q3")];
    const kinds = [
      { startQuarter: start, endQuarter: null, permanentTask: false },
      { startQuarter: start, endQuarter: null, permanentTask: true },
      { startQuarter: start, endQuarter: end, permanentTask: false },
      { startQuarter: null, endQuarter: end, permanentTask: false },
      { startQuarter: null, endQuarter: null, permanentTask: true },
    ];
    storePortfolio(own, aPortfolio({ measures: kinds.map((kind, index) => aMeasure({ id: index + 1, title: `Maßnahme ${index + 1}`, ...kind })) }));
    const inYear = (year: number) => {
      const shown = listMeasures(own, { filter: { ...noFilter, year }, sort: "title", descending: false, page: 1 }).map((row) => row.id);
      expect(shown).toEqual(loadMeasures(own).filter((measure) => liesInYears(measure, { firstYear: year, lastYear: year })).map((measure) => measure.id));
      return shown;
    };
    expect([2026, 2027, 2028, 2029].map(inYear)).toEqual([[], [1, 2, 3], [2, 3, 4], [2]]);
  });

  it("a directorate's filter includes the units below it", () => {
    expect(found({ leadUnitId: 1 })).toEqual(expected((measure) => measure.leadUnitId === 2 || measure.leadUnitId === 3));
  });

  it("finds words in any case, umlauts included, and all of them", () => {
    expect(found({ search: "EINFÜHRUNG" })).toEqual(expected((measure) => measure.title.includes("Einführung")));
    expect(found({ search: "schul-wlan konzept" })).toEqual(expected((measure) => measure.title.includes("Schul-WLAN") && measure.title.includes("Konzept")));
    expect(found({ search: "100%_" })).toEqual([]);
  });

  it("knows the same missing facts as the domain, row by row and as a filter", () => {
    for (const row of listMeasures(db, { filter: noFilter, sort: "start", descending: false, page: 1 })) {
      const measure = measures.find((one) => one.id === row.id);
      expect(measure && missingFacts(measure)).toEqual(row.missing);
    }
    for (const code of factCodes) expect(found({ missing: code })).toEqual(expected((measure) => missingFacts(measure).includes(code)));
    expect(found({ missing: "any" })).toEqual(expected((measure) => missingFacts(measure).length > 0));
  });

  it("gives the same measures in every order, each page once", () => {
    for (const sort of measureSorts) {
      for (const descending of [false, true]) {
        const ids = [1, 2, 3].flatMap((page) => listMeasures(db, { filter: noFilter, sort, descending, page }).map((row) => row.id));
        expect(new Set(ids).size).toBe(130);
      }
    }
  });

  it("sorts what is unknown last and umlauts with their vowel", () => {
    const own = emptyDatabase();
    const titles = ["Zoo", "Übersicht", "Umzug", "ämter"];
    storePortfolio(own, aPortfolio({ measures: titles.map((title, index) => aMeasure({ id: index + 1, title, startQuarter: index === 0 ? null : quarter(`202${index}-Q1`) })) }));
    const order = (sort: "title" | "start", descending: boolean) =>
      listMeasures(own, { filter: noFilter, sort, descending, page: 1 }).map((row) => row.title);
    expect(order("title", false)).toEqual(["ämter", "Übersicht", "Umzug", "Zoo"]);
    expect(order("start", true)).toEqual(["ämter", "Umzug", "Übersicht", "Zoo"]);
  });

  it("sums what is known and counts what is not; a revenue is no cost", () => {
    const own = emptyDatabase();
    storePortfolio(
      own,
      aPortfolio({
        measures: [
          aMeasure({
            costItems: [
              aCostItem({ id: 1, amountCents: euros(10) }),
              aCostItem({ id: 2, amountCents: null }),
              aCostItem({ id: 3, direction: "revenue", amountCents: euros(99) }),
              aCostItem({ id: 4, rhythm: "running", amountCents: euros(5) }),
            ],
            staffDemands: [
              aStaffDemand({ id: 1, basis: "perQuarter", personDays: 20 }),
              aStaffDemand({ id: 2, basis: "total", personDays: 7 }),
              aStaffDemand({ id: 3, personDays: null }),
            ],
          }),
        ],
      }),
    );
    expect(listMeasures(own, { filter: noFilter, sort: "oneOffCost", descending: true, page: 1 })).toMatchObject([
      {
        oneOff: { known: 1_000, unknownCount: 1, count: 2 },
        running: { known: 500, unknownCount: 0, count: 1 },
        personDays: { known: 87, unknownCount: 1, count: 3 },
      },
    ]);
  });

  it("shows the archive apart", () => {
    expect(found({ archived: true })).toEqual([]);
  });
});
