import { beforeEach, describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { noFilter } from "#app/domain/measures/list-filter.ts";
import { defaultTimelineView, laneKinds, type TimelineView } from "#app/domain/planning/timeline-view.ts";
import { freezeVersion } from "#app/services/committee/freeze-version.server.ts";
import { submitVersion } from "#app/services/committee/submit-version.server.ts";
import { exportTimelineTable, showTimelinePicture, showTimelineTable } from "#app/services/planning/show-timeline-page.server.ts";
import { showTimeline } from "#app/services/planning/show-timeline.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listMeasures } from "#app/services/measures/list-measures.server.ts";
import type { Db } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { insertWindow } from "#db/queries/planning-terms.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aClock, enrolPeople, type Person } from "#tests/support/people.ts";
import { aDependency, aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let people: Record<Person, ServiceContext>;
const set = (assignments: string) => db.$client.exec(`UPDATE measure SET ${assignments}`);

beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(
    db,
    aPortfolio({
      goals: [
        { id: 1, actionFieldId: null, title: "Offene Daten", description: "", position: 2 },
        { id: 2, actionFieldId: null, title: "Papierlos", description: "", position: 1 },
      ],
      measures: [
        aMeasure({ id: 1, title: "E-Akte", leadUnitId: 2, goalIds: [1, 2], startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q2") }),
        aMeasure({ id: 2, title: "Scannen", leadUnitId: 3, actionFieldId: 2, status: "resolved", startQuarter: quarter("2027-Q2"), endQuarter: quarter("2027-Q4"), deadline: plainDate("2027-12-31"), deadlineReason: "OZG" }),
        aMeasure({ id: 3, title: "Portal", leadUnitId: null, actionFieldId: null, status: "inProgress", startQuarter: quarter("2027-Q3"), endQuarter: quarter("2028-Q4"), deadline: plainDate("2027-12-31"), deadlineReason: "OZG" }),
        aMeasure({ id: 4, title: "Später", startQuarter: null, endQuarter: null }),
      ],
      dependencies: [aDependency({ predecessorId: 1, successorId: 2 })],
    }),
  );
  people = enrolPeople(db);
});

function shown(view: Partial<TimelineView> = {}, person: Person = "officer") {
  const result = showTimeline(people[person], { ...defaultTimelineView, ...view });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const lanesOf = (lanesBy: TimelineView["lanesBy"]) => {
  const { measures, undated, lanes } = shown({ lanesBy });
  const nameOf = (id: number | null) => lanes.find((lane) => lane.id === id)?.name ?? null;
  return Object.fromEntries([...measures, ...undated].map((measure) => [measure.title, [nameOf(measure.laneId), ...measure.otherLaneIds.map(nameOf)]]));
};
/** Freezes the plan as it stands and hands it in. */
function submit(committee: string, meetingDate: string | null) {
  const version = freezeVersion(people.officer, { title: "Entwurf", note: "" });
  if (!version.ok) throw new Error(version.refusal.code);
  const submitted = submitVersion(people.officer, { versionId: version.value.id, committee, meetingDate: meetingDate === null ? null : plainDate(meetingDate) });
  if (!submitted.ok) throw new Error(submitted.refusal.code);
}

describe("who may", () => {
  test("a committee member is refused picture, table and file", () => {
    for (const show of [showTimeline, showTimelinePicture, showTimelineTable, exportTimelineTable]) {
      expect(show(people.reviewer, defaultTimelineView)).toEqual({ ok: false, refusal: { code: "forbidden" } });
    }
  });

  test("the administration reads, but takes no file away", () => {
    expect(showTimelineTable(people.admin, defaultTimelineView).ok).toBe(true);
    expect(exportTimelineTable(people.admin, defaultTimelineView)).toEqual({ ok: false, refusal: { code: "forbidden" } });
    expect(exportTimelineTable(people.viewer, defaultTimelineView).ok).toBe(true);
  });

  test("whose unit leads a measure may move it, nobody else of another unit", () => {
    expect(shown({}, "itContributor").measures.map(({ movable }) => movable)).toEqual([true, false, false]);
    expect(shown({}, "otherContributor").measures.map(({ movable }) => movable)).toEqual([false, true, false]);
  });
});

describe("lanes", () => {
  test("by action field and unit", () => {
    expect(lanesOf("actionField")).toMatchObject({ Scannen: [expect.any(String)], Portal: [null] });
    expect(lanesOf("leadUnit")).toMatchObject({ "E-Akte": [expect.any(String)], Portal: [null] });
  });

  test("by status, in the order of the work", () => {
    expect(lanesOf("status")).toMatchObject({ "E-Akte": ["geplant"], Scannen: ["beschlossen"], Portal: ["in Umsetzung"] });
  });

  test("by goal: the first one by position, the others named", () => {
    expect(shown({ lanesBy: "goal" }).lanes.map(({ name }) => name)).toEqual(["Papierlos", "Offene Daten"]);
    expect(lanesOf("goal")).toMatchObject({ "E-Akte": ["Papierlos", "Offene Daten"], Scannen: [null] });
  });

  test("by funding programme: the one the plan counts on, then by name", () => {
    const window = { opensQuarter: quarter("2027-Q1"), closesQuarter: quarter("2027-Q2"), ratePercent: 50, maxGrantCents: null, required: false, note: "" };
    insertWindow(db, 2, { ...window, programme: "EFRE" });
    insertWindow(db, 1, { ...window, programme: "DigitalPakt" });
    const counted = insertWindow(db, 1, { ...window, programme: "EFRE" });
    insertWindow(db, 1, { ...window, programme: "EFRE", opensQuarter: quarter("2028-Q1"), closesQuarter: quarter("2028-Q1") });
    expect(lanesOf("fundingProgramme")).toMatchObject({ "E-Akte": ["DigitalPakt", "EFRE"], Scannen: ["EFRE"], Portal: [null] });
    db.$client.prepare("INSERT INTO measure_terms (measure_id, funding_window_id) VALUES (1, ?)").run(counted);
    expect(lanesOf("fundingProgramme")).toMatchObject({ "E-Akte": ["EFRE", "DigitalPakt"] });
  });

  test("by decision: resolved, submitted last, or not submitted", () => {
    submit("Hauptausschuss", "2027-06-01");
    db.$client.exec("UPDATE measure SET archived_at = '2027-01-01T00:00:00.000Z' WHERE id = 4");
    submit("Rat", null);
    db.$client.exec("UPDATE measure SET archived_at = NULL WHERE id = 4; INSERT INTO measure (id, title, created_at, updated_at) VALUES (9, 'Neu', '2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')");
    expect(shown({ lanesBy: "decision" }).lanes.map(({ name }) => name)).toEqual(["beschlossen", "eingereicht zum 01.06.2027: Hauptausschuss", "eingereicht, Sitzung offen: Rat"]);
    expect(lanesOf("decision")).toEqual({
      "E-Akte": ["eingereicht, Sitzung offen: Rat"],
      Scannen: ["beschlossen", "eingereicht, Sitzung offen: Rat"],
      Portal: ["eingereicht, Sitzung offen: Rat"],
      Später: ["eingereicht zum 01.06.2027: Hauptausschuss"],
      Neu: [null],
    });
  });
});

describe("what stands beside the dates", () => {
  test("without a version there is nothing to compare with", () => {
    expect(shown().lastVersion).toBeNull();
    expect(shown().measures.every(({ ghost, isNew }) => ghost === null && !isNew)).toBe(true);
  });

  test("the place in the last version where it was another one, and what is new since", () => {
    submit("Rat", "2027-06-01");
    set("start_quarter = '2027-Q2', end_quarter = '2027-Q3' WHERE id = 1");
    set("start_quarter = '2028-Q1', end_quarter = '2028-Q1' WHERE id = 4");
    db.$client.exec("INSERT INTO measure (id, title, start_quarter, created_at, updated_at) VALUES (9, 'Neu', '2027-Q1', '2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')");
    const { measures, lastVersion } = shown();
    expect(lastVersion).toMatchObject({ number: 1, title: "Entwurf" });
    expect(Object.fromEntries(measures.map(({ title, ghost, isNew }) => [title, [ghost, isNew]]))).toEqual({
      "E-Akte": [{ startQuarter: "2027-Q1", endQuarter: "2027-Q2" }, false],
      Scannen: [null, false],
      Portal: [null, false],
      Später: [{ startQuarter: null, endQuarter: null }, false],
      Neu: [null, true],
    });
    submit("Rat", null);
    expect(shown().measures.every(({ ghost, isNew }) => ghost === null && !isNew)).toBe(true);
  });

  test("resolved is what is, or what was before it began", () => {
    const resolved = () => shown().measures.filter((measure) => measure.resolved).map(({ title }) => title);
    expect(resolved()).toEqual(["Scannen"]);
    recordAudit(db, { at: aClock.now(), userId: null, action: "update", entity: "measure", entityId: 3, before: { status: "resolved" }, after: { status: "inProgress" } });
    recordAudit(db, { at: aClock.now(), userId: null, action: "update", entity: "measure", entityId: 1, before: { status: "resolved" }, after: { status: "planned" } });
    expect(resolved()).toEqual(["Scannen", "Portal"]);
  });

  test("meetings, windows and deadlines are marked, those of the same day together", () => {
    submit("Rat", "2027-06-01");
    submit("Hauptausschuss", "2040-01-01");
    insertWindow(db, 1, { programme: "EFRE", opensQuarter: quarter("2027-Q1"), closesQuarter: quarter("2027-Q2"), ratePercent: 50, maxGrantCents: null, required: false, note: "" });
    expect(shown().marks).toEqual([
      { kind: "fundingWindow", from: "2027-01-01", to: "2027-06-30", label: "Förderfenster EFRE", measureIds: [1] },
      { kind: "meeting", from: "2027-06-01", to: null, label: "Rat (Fassung 1)", measureIds: [] },
      { kind: "legalDeadline", from: "2027-12-31", to: null, label: "2 Fristen: OZG", measureIds: [2, 3] },
    ]);
    expect(shown({ filter: { ...defaultTimelineView.filter, status: "inProgress" } }).marks.map(({ label }) => label)).toEqual(["Rat (Fassung 1)", "Frist: OZG"]);
  });
});

describe("the filter", () => {
  test("lets through what the list of measures would show, whatever is asked", () => {
    const filters = [
      { status: null },
      { search: "OZG portal" },
      { actionFieldId: "none" as const },
      { leadUnitId: 2 },
      { year: 2028 },
      { year: "none" as const },
      { missing: "leadUnit" as const },
      { attention: "dependencyViolated" as const },
      { planningHorizon: "none" as const },
    ].map((change) => ({ ...noFilter, ...change }));
    for (const filter of filters) {
      const list = listMeasures(people.officer, { filter, sort: "title", descending: false, columns: [], page: 1 });
      const { measures, undated } = shown({ filter });
      expect([...measures, ...undated].map(({ id }) => id).sort()).toEqual(list.ok ? list.value.rows.map(({ id }) => id).sort() : null);
    }
  });
});

test("the file holds every measure with the cells of the table, in German", () => {
  const file = exportTimelineTable(people.viewer, { ...defaultTimelineView, sort: "title" });
  const [heading, ...rows] = (file.ok ? file.value.content : "").replace("\uFEFF", "").trim().split("\r\n");
  expect(heading).toBe("Maßnahme;Handlungsfeld;Priorität;Beginn;Ende;Quartale;Status und Ampel;Fortschritt;Horizont;Meilensteine;Frist und Förderfenster;Letzte Fassung;Setzt voraus;Konflikte");
  expect(rows).toHaveLength(4);
  expect(rows[2]).toContain("Scannen;");
  expect(rows[2]).toContain("Beginnt vor dem Ende von „E-Akte“");
});

test("every kind of lanes gives every measure one lane", () => {
  for (const lanesBy of laneKinds) {
    const { measures, lanes } = shown({ lanesBy });
    expect(new Set(lanes.map(({ id }) => id)).size).toBe(lanes.length);
    for (const { laneId } of measures) expect(laneId === null || lanes.some(({ id }) => id === laneId)).toBe(true);
  }
});
