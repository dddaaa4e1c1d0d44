import { beforeEach, describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { rescheduleMeasure, type RescheduleMeasureCommand } from "#app/services/planning/reschedule-measure.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aDependency, aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let people: Record<Person, ServiceContext>;

/** Measure 1 of unit 2 (IT) ends before measure 2 of unit 3 starts. */
beforeEach(() => {
  const db = emptyDatabase();
  storePortfolio(
    db,
    aPortfolio({
      measures: [
        aMeasure({ id: 1, leadUnitId: 2, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q2"), earliestStart: plainDate("2027-01-01") }),
        aMeasure({ id: 2, leadUnitId: 3, title: "Scannen", startQuarter: quarter("2027-Q3"), endQuarter: quarter("2027-Q4") }),
        aMeasure({ id: 3, leadUnitId: 2, title: "Abgelegt", archivedAt: "2026-01-01T00:00:00.000Z" }),
      ],
      dependencies: [aDependency({ predecessorId: 1, successorId: 2 })],
    }),
  );
  people = enrolPeople(db);
});

const command = (overrides: Partial<RescheduleMeasureCommand> = {}): RescheduleMeasureCommand => ({
  id: 1,
  rowVersion: 1,
  startQuarter: quarter("2027-Q2"),
  endQuarter: quarter("2027-Q2"),
  manner: "asked",
  reason: "",
  along: [],
  ...overrides,
});
const stored = (id = 1) => findMeasure(people.officer.db, id);
const events = () => people.officer.db.$client.prepare("SELECT user_id, action, entity, entity_id, before, after FROM audit_event").all();

describe("refused, and nothing is written", () => {
  test.each<[string, Person, Partial<RescheduleMeasureCommand>, string]>([
    ["to a contributor of another unit", "otherContributor", {}, "forbidden"],
    ["to a committee member", "reviewer", {}, "forbidden"],
    ["to a committee member even where there is no measure", "reviewer", { id: 99 }, "forbidden"],
    ["to a viewer", "viewer", {}, "forbidden"],
    ["to the administration", "admin", {}, "forbidden"],
    ["where there is no measure", "officer", { id: 99 }, "missing"],
    ["for an archived measure", "officer", { id: 3 }, "invalid"],
    ["on an older version", "officer", { rowVersion: 0 }, "conflict"],
    ["before the earliest start", "officer", { startQuarter: quarter("2026-Q4") }, "invalid"],
    ["with the end before the start", "officer", { endQuarter: quarter("2027-Q1") }, "invalid"],
    ["where it breaks a dependency unconfirmed", "officer", { endQuarter: quarter("2027-Q3") }, "invalid"],
    ["where it breaks a dependency without a reason", "officer", { endQuarter: quarter("2027-Q3"), manner: "keep" }, "invalid"],
    ["where nothing changes", "officer", { startQuarter: quarter("2027-Q1") }, "invalid"],
  ])("%s", (_why, person, overrides, code) => {
    const before = stored();
    expect(rescheduleMeasure(people[person], command(overrides))).toMatchObject({ ok: false, refusal: { code } });
    expect(stored()).toEqual(before);
    expect(events()).toEqual([]);
  });

  test("a conflict says where the measure now stands and who put it there", () => {
    expect(rescheduleMeasure(people.itContributor, command()).ok).toBe(true);
    expect(rescheduleMeasure(people.officer, command({ startQuarter: quarter("2027-Q1") }))).toEqual({
      ok: false,
      refusal: {
        code: "conflict",
        current: { measureId: 1, title: "E-Akte einführen", startQuarter: "2027-Q2", endQuarter: "2027-Q2", rowVersion: 2, changedAt: "2027-05-10T08:00:00.000Z", changedBy: "Ida Tramm" },
      },
    });
    expect(events()).toHaveLength(1);
  });
});

describe("moved", () => {
  test.each<[string, Person]>([
    ["by the contributor of its unit", "itContributor"],
    ["by the digital officer", "officer"],
  ])("%s, with one line in the history", (_who, person) => {
    expect(rescheduleMeasure(people[person], command())).toMatchObject({ ok: true, value: { title: "E-Akte einführen", breaks: [] } });
    expect(stored()).toMatchObject({ startQuarter: "2027-Q2", endQuarter: "2027-Q2", rowVersion: 2, updatedAt: "2027-05-10T08:00:00.000Z" });
    expect(events()).toEqual([
      { user_id: people[person].user.id, action: "reschedule", entity: "measure", entity_id: 1, before: '{"startQuarter":"2027-Q1"}', after: '{"startQuarter":"2027-Q2"}' },
    ]);
  });

  test("against a dependency with the reason kept, and the other measure left where it is", () => {
    const result = rescheduleMeasure(people.officer, command({ endQuarter: quarter("2027-Q4"), manner: "keep", reason: " Vergabe dauert länger " }));
    expect(result).toMatchObject({ ok: true, value: { breaks: [{ code: "successorStartsTooEarly", otherId: 2, earliestStart: "2028-Q1" }] } });
    expect(events()).toMatchObject([{ after: '{"startQuarter":"2027-Q2","endQuarter":"2027-Q4","reason":"Vergabe dauert länger"}' }]);
    expect(stored(2)).toMatchObject({ startQuarter: "2027-Q3", rowVersion: 1 });
  });

  test("off the plan", () => {
    expect(rescheduleMeasure(people.officer, command({ startQuarter: null, endQuarter: null })).ok).toBe(true);
    expect(stored()).toMatchObject({ startQuarter: null, endQuarter: null });
  });
});
