import { beforeEach, describe, expect, it, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { adoptPlan } from "#app/services/planning/adopt-plan.server.ts";
import { showAdoption } from "#app/services/planning/show-adoption.server.ts";
import { undoAdoption } from "#app/services/planning/undo-adoption.server.ts";
import { adoptedWindowIds } from "#db/queries/plan-adoptions.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { fundingWindow, measure } from "#db/schema/index.ts";
import { eq } from "drizzle-orm";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { allPeople, enrolPeople, idOf, type Person } from "#tests/support/people.ts";
import { aPlan, placed, storeRun } from "#tests/support/plans.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let people: Record<Person, ServiceContext>;
let runId: number;
const dates = (start: string | null, end: string | null) => ({ startQuarter: start === null ? null : quarter(start), endQuarter: end === null ? null : quarter(end) });

/** The plan moves measure 1, dates the idea 2 with a grant, leaves 3 out, leaves 4 where it is. */
beforeEach(() => {
  const db = emptyDatabase();
  const measures = [
    aMeasure({ id: 1, title: "E-Akte", ...dates("2027-Q1", "2027-Q4") }),
    aMeasure({ id: 2, title: "Open Data", status: "idea", ...dates(null, null), earliestStart: plainDate("2027-07-01") }),
    aMeasure({ id: 3, title: "Zwilling", leadUnitId: 3, ...dates("2028-Q1", "2028-Q2") }),
    aMeasure({ id: 4, title: "WLAN", status: "inProgress", ...dates("2027-Q1", "2027-Q2") }),
  ];
  storePortfolio(db, aPortfolio({ measures }));
  db.insert(fundingWindow).values({ id: 7, measureId: 2, programme: "Smart Region", opensQuarter: quarter("2027-Q3"), closesQuarter: quarter("2028-Q4"), ratePercent: 80 }).run();
  people = enrolPeople(db);
  runId = storeRun(people.officer, {
    plan: aPlan({
      placed: [
        placed(1, "2027-Q3", { endQuarter: quarter("2028-Q2") }),
        placed(2, "2027-Q4", { endQuarter: quarter("2028-Q1"), fundingWindowId: 7 }),
        placed(4, "2027-Q1", { endQuarter: quarter("2027-Q2"), fixed: true }),
      ],
      leftOut: [{ measureId: 3, reason: "notChosen", mandatory: false }],
    }),
  });
});

const taken = (...ids: number[]) => ids.map((measureId) => ({ measureId, rowVersion: findMeasure(people.officer.db, measureId)?.rowVersion ?? 0 }));
const state = () => [1, 2, 3, 4].map((id) => {
  const { startQuarter, endQuarter, status } = findMeasure(people.officer.db, id) ?? aMeasure();
  return [startQuarter, endQuarter, status, adoptedWindowIds(people.officer.db).get(id) ?? null];
});
const edit = (id: number, fields: Partial<typeof measure.$inferInsert>) => people.officer.db.update(measure).set({ ...fields, rowVersion: (findMeasure(people.officer.db, id)?.rowVersion ?? 0) + 1 }).where(eq(measure.id, id)).run();
const BEFORE = [["2027-Q1", "2027-Q4", "planned", null], [null, null, "idea", null], ["2028-Q1", "2028-Q2", "planned", null], ["2027-Q1", "2027-Q2", "inProgress", null]];
const adopt = (ids: number[] = [1, 2, 3], setPlanned = false) => adoptPlan(people.officer, { runId, taken: taken(...ids), setPlanned });

describe("refused, and nothing is written", () => {
  test.each(allPeople.filter((person) => person !== "officer"))("to %s, who also sees no page of it", (person) => {
    expect(adoptPlan(people[person], { runId, taken: taken(1), setPlanned: false })).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    expect(showAdoption(people[person], runId)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    expect(state()).toEqual(BEFORE);
  });

  it("where there is no such plan, nothing is taken, or a measure has changed since the page was shown", () => {
    expect(adoptPlan(people.officer, { runId: 99, taken: taken(1), setPlanned: false })).toMatchObject({ refusal: { code: "missing" } });
    expect(adopt([])).toMatchObject({ refusal: { fields: { "": [{ code: "nothingTaken" }] } } });
    const shown = taken(1, 2);
    edit(2, { title: "Offene Daten" });
    expect(adoptPlan(people.officer, { runId, taken: shown, setPlanned: false })).toMatchObject({ refusal: { fields: { "taken.m2": [{ code: "changedMeanwhile" }] } } });
    expect(adopt([1, 4])).toMatchObject({ refusal: { fields: { "taken.m4": [{ code: "changedMeanwhile" }] } } });
    edit(2, { earliestStart: plainDate("2028-01-01") });
    expect(adopt([1, 2])).toMatchObject({ refusal: { fields: { "taken.m2": [{ code: "impossible" }] } } });
    expect([state(), auditLog(people.officer.db)]).toEqual([BEFORE, []]);
  });
});

describe("taking a plan over", () => {
  it("shows exactly what changes, and what somebody has changed since the run", () => {
    edit(1, { deadline: plainDate("2028-12-31") });
    expect(showAdoption(people.officer, runId)).toMatchObject({
      value: {
        adoption: {
          lines: [
            { measureId: 1, kind: "moved", before: dates("2027-Q1", "2027-Q4"), after: dates("2027-Q3", "2028-Q2"), changedSince: ["limits"] },
            { measureId: 2, kind: "dated", before: { fundingWindowId: null }, after: { fundingWindowId: 7 }, changedSince: [] },
            { measureId: 3, kind: "removed", after: dates(null, null) },
          ],
          standing: 0,
          gone: [],
        },
        programmes: { 7: "Smart Region" },
      },
    });
    edit(2, { archivedAt: "2027-05-01T00:00:00.000Z" });
    expect(showAdoption(people.officer, runId)).toMatchObject({ value: { adoption: { gone: [{ measureId: 2, title: "Open Data" }] } } });
  });

  it("moves dates and windows, leaves what is not taken, and writes one entry per measure", () => {
    expect(adopt([1, 2])).toMatchObject({ ok: true, value: { count: 2 } });
    expect(state()).toEqual([["2027-Q3", "2028-Q2", "planned", null], ["2027-Q4", "2028-Q1", "idea", 7], BEFORE[2], BEFORE[3]]);
    expect(auditLog(people.officer.db)).toEqual([
      { userId: idOf("officer"), action: "adoptPlan", entity: "measure", entityId: 1, before: dates("2027-Q1", "2027-Q4"), after: { ...dates("2027-Q3", "2028-Q2"), planAdoptionId: 1 } },
      { userId: idOf("officer"), action: "adoptPlan", entity: "measure", entityId: 2, before: { ...dates(null, null), fundingWindowId: null }, after: { ...dates("2027-Q4", "2028-Q1"), fundingWindowId: 7, planAdoptionId: 1 } },
      { userId: idOf("officer"), action: "adoptPlan", entity: "planAdoption", entityId: 1, before: null, after: { planRunId: runId, placed: 2 } },
    ]);
    expect(showAdoption(people.officer, runId)).toMatchObject({ value: { adoption: { lines: [{ measureId: 3 }], standing: 2 }, earlier: [{ id: 1, changedSince: [] }] } });
  });

  it("makes ideas planned and clears dates where that was asked", () => {
    adopt([1, 2, 3], true);
    expect(state()).toEqual([["2027-Q3", "2028-Q2", "planned", null], ["2027-Q4", "2028-Q1", "planned", 7], [null, null, "planned", null], BEFORE[3]]);
  });
});

describe("undoing", () => {
  const undo = (skipChanged = false) => undoAdoption(people.officer, { runId, adoptionId: 1, skipChanged });

  it("restores exactly what stood there, once", () => {
    adopt([1, 2, 3], true);
    expect(undo()).toEqual({ ok: true, value: { count: 3, skipped: 0 } });
    expect(state()).toEqual(BEFORE);
    expect(undo()).toMatchObject({ refusal: { fields: { "": [{ code: "alreadyUndone" }] } } });
    expect(auditLog(people.officer.db).filter((event) => event.action === "undoAdoption" && event.entity === "measure")).toHaveLength(3);
  });

  it("is not disturbed by a new title, but refuses what was moved since, unless told to leave it", () => {
    adopt([1, 2]);
    edit(1, { title: "E-Akte 2" });
    edit(2, { startQuarter: quarter("2028-Q1") });
    expect(undo()).toMatchObject({ refusal: { fields: { "": [{ code: "changedSince", values: { count: 1 } }] } } });
    expect(showAdoption(people.officer, runId)).toMatchObject({ value: { earlier: [{ changedSince: [{ title: "Open Data" }] }] } });
    expect(undo(true)).toEqual({ ok: true, value: { count: 1, skipped: 1 } });
    expect(state()[0]).toEqual(BEFORE[0]);
    expect(state()[1]).toEqual(["2028-Q1", "2028-Q1", "idea", 7]);
  });

  it("is refused to others, for another run, and where everything has changed", () => {
    adopt([1]);
    for (const person of allPeople.filter((each) => each !== "officer")) expect(undoAdoption(people[person], { runId, adoptionId: 1, skipChanged: true })).toMatchObject({ refusal: { code: "forbidden" } });
    expect(undoAdoption(people.officer, { runId: 99, adoptionId: 1, skipChanged: false })).toMatchObject({ refusal: { code: "missing" } });
    edit(1, { archivedAt: "2027-05-01T00:00:00.000Z" });
    expect(undo(true)).toMatchObject({ refusal: { fields: { "": [{ code: "nothingToUndo" }] } } });
  });
});

describe("beside another plan of the same measures, both sent from pages shown before", () => {
  const undo = () => undoAdoption(people.officer, { runId, adoptionId: 1, skipChanged: false });
  const FIRST = ["2027-Q3", "2028-Q2", "planned", null];
  const OTHER = ["2028-Q1", "2028-Q4", "planned", null];
  let takeOther: () => ReturnType<typeof adoptPlan>;

  beforeEach(() => {
    adopt([1]);
    const other = storeRun(people.officer, { plan: aPlan({ placed: [placed(1, "2028-Q1", { endQuarter: quarter("2028-Q4") })], leftOut: [] }) });
    const shown = taken(1);
    takeOther = () => adoptPlan(people.officer, { runId: other, taken: shown, setPlanned: false });
    expect(state()[0]).toEqual(FIRST);
  });

  it("the undo that comes first wins: the adoption is told at its measure that it has changed", () => {
    expect(undo()).toMatchObject({ ok: true, value: { count: 1 } });
    expect(takeOther()).toMatchObject({ refusal: { fields: { "taken.m1": [{ code: "changedMeanwhile" }] } } });
    expect(state()).toEqual(BEFORE);
  });

  it("the adoption that comes first wins: the undo is told how much has changed since, and touches nothing", () => {
    expect(takeOther()).toMatchObject({ ok: true, value: { count: 1 } });
    expect(undo()).toMatchObject({ refusal: { fields: { "": [{ code: "changedSince", values: { count: 1 } }] } } });
    expect(state()[0]).toEqual(OTHER);
    expect(undoAdoption(people.officer, { runId, adoptionId: 1, skipChanged: true })).toMatchObject({ refusal: { fields: { "": [{ code: "nothingToUndo" }] } } });
    expect(state()[0]).toEqual(OTHER);
  });

  it("of two undos one wins", () => {
    expect([undo(), undo()]).toMatchObject([{ ok: true }, { refusal: { fields: { "": [{ code: "alreadyUndone" }] } } }]);
  });
});
