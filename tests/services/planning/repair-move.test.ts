import { beforeEach, describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { repairMove, type OfferedRepair } from "#app/services/planning/repair-move.server.ts";
import { rescheduleMeasure, type RescheduleMeasureCommand } from "#app/services/planning/reschedule-measure.server.ts";
import { undoMove } from "#app/services/planning/step-back.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findMeasure, loadPortfolio } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aDependency, aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const q = quarter;
let people: Record<Person, ServiceContext>;

/** 1 and 2 of IT, 3 of the Bürgeramt; each waits for the one before, and 2 has a deadline. */
beforeEach(() => {
  const db = emptyDatabase();
  storePortfolio(
    db,
    aPortfolio({
      measures: [
        aMeasure({ id: 1, leadUnitId: 2, title: "Netz", startQuarter: q("2027-Q3"), endQuarter: q("2027-Q4") }),
        aMeasure({ id: 2, leadUnitId: 2, title: "Server", startQuarter: q("2028-Q1"), endQuarter: q("2028-Q2"), deadline: plainDate("2028-09-30") }),
        aMeasure({ id: 3, leadUnitId: 3, title: "Scannen", startQuarter: q("2028-Q3"), endQuarter: q("2028-Q4") }),
      ],
      dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 2, successorId: 3 })],
    }),
  );
  people = enrolPeople(db);
});

const to = (start: string, end: string) => ({ startQuarter: q(start), endQuarter: q(end) });
const offered = (person: Person, start: string, end: string): OfferedRepair => {
  const result = repairMove(people[person], 1, to(start, end));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const places = () => loadPortfolio(people.officer.db).measures.map(({ id, startQuarter }) => [id, startQuarter]);
const apply = (person: Person, repair: Extract<OfferedRepair, { kind: "repaired" }>, overrides: Partial<RescheduleMeasureCommand> = {}) =>
  rescheduleMeasure(people[person], {
    ...{ id: 1, rowVersion: findMeasure(people.officer.db, 1)?.rowVersion ?? 0, ...repair.own.after, manner: "repaired" as const, reason: "" },
    along: repair.along.map(({ measureId, rowVersion, after }) => ({ measureId, rowVersion, ...after })),
    ...overrides,
  });

describe("asking the planner", () => {
  test.each<[Person]>([["otherContributor"], ["reviewer"], ["viewer"], ["admin"]])("is refused to %s", (person) => {
    expect(repairMove(people[person], 1, to("2027-Q4", "2028-Q1"))).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  });

  test("changes nothing, and names what would move", () => {
    const before = places();
    expect(offered("officer", "2027-Q4", "2028-Q1")).toMatchObject({
      kind: "repaired",
      isAsAsked: true,
      own: { measureId: 1, after: to("2027-Q4", "2028-Q1") },
      along: [
        { measureId: 2, title: "Server", rowVersion: 1, after: to("2028-Q2", "2028-Q3") },
        { measureId: 3, title: "Scannen", after: to("2028-Q4", "2029-Q1") },
      ],
    });
    expect(places()).toEqual(before);
  });

  test("another one's deadline keeps the measure nearer", () => {
    const found = offered("officer", "2028-Q2", "2028-Q3");
    expect(found).toMatchObject({ kind: "repaired", isAsAsked: false, own: { after: to("2027-Q4", "2028-Q1") } });
  });

  test("what stands in the way is said where nothing is found", () => {
    expect(offered("itContributor", "2027-Q4", "2028-Q1")).toMatchObject({ kind: "none", inTheWay: { dependents: { along: [{ measureId: 2 }], blocked: [{ measureId: 3, because: "foreign" }] } } });
  });
});

describe("carrying it out", () => {
  const found = (): Extract<OfferedRepair, { kind: "repaired" }> => {
    const repair = offered("officer", "2027-Q4", "2028-Q1");
    if (repair.kind !== "repaired") throw new Error("nothing was found");
    return repair;
  };

  test("all at once, with one step to take it back", () => {
    const before = places();
    const done = apply("officer", found());
    expect(done).toMatchObject({ ok: true, value: { breaks: [], moved: { length: 3 } } });
    expect(places()).toEqual([[1, "2027-Q4"], [2, "2028-Q2"], [3, "2028-Q4"]]);
    expect(undoMove(people.officer, { moveId: done.ok ? done.value.moveId : 0, passOver: false }).ok).toBe(true);
    expect(places()).toEqual(before);
  });

  test("not where somebody moved one of them meanwhile: who, and where to", () => {
    const repair = found();
    const rowVersion = findMeasure(people.officer.db, 3)?.rowVersion ?? 0;
    expect(rescheduleMeasure(people.otherContributor, { id: 3, rowVersion, ...to("2029-Q1", "2029-Q2"), manner: "asked", reason: "", along: [] }).ok).toBe(true);
    expect(apply("officer", repair)).toMatchObject({ ok: false, refusal: { code: "conflict", current: { measureId: 3, title: "Scannen", startQuarter: "2029-Q1", changedBy: "Bernd Ober" } } });
    expect(places()[0]).toEqual([1, "2027-Q3"]);
  });

  test("not a forged one that breaks something, nor into another unit", () => {
    const repair = found();
    expect(apply("officer", repair, { along: [] })).toMatchObject({ ok: false, refusal: { code: "invalid", fields: { along: [{ code: "repairOutdated" }] } } });
    expect(apply("itContributor", repair)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    expect(places()[0]).toEqual([1, "2027-Q3"]);
  });
});
