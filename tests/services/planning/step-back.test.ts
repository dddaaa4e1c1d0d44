import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { rescheduleMeasure, type RescheduleMeasureCommand } from "#app/services/planning/reschedule-measure.server.ts";
import { showMoveHistory } from "#app/services/planning/show-move-history.server.ts";
import { redoMove, undoMove } from "#app/services/planning/step-back.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findMeasure, loadPortfolio } from "#db/queries/portfolio.server.ts";
import { measure } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aDependency, aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const q = quarter;
let people: Record<Person, ServiceContext>;

/** 1 and 2 belong to IT, 3 to the Bürgeramt; each waits for the one before. */
beforeEach(() => {
  const db = emptyDatabase();
  storePortfolio(
    db,
    aPortfolio({
      measures: [
        aMeasure({ id: 1, leadUnitId: 2, title: "Netz", startQuarter: q("2027-Q1"), endQuarter: q("2027-Q2") }),
        aMeasure({ id: 2, leadUnitId: 2, title: "Server", startQuarter: q("2027-Q3"), endQuarter: q("2027-Q4") }),
        aMeasure({ id: 3, leadUnitId: 3, title: "Scannen", startQuarter: q("2028-Q1"), endQuarter: q("2028-Q2") }),
      ],
      dependencies: [aDependency({ id: 1, predecessorId: 1, successorId: 2 }), aDependency({ id: 2, predecessorId: 2, successorId: 3 })],
    }),
  );
  people = enrolPeople(db);
});

const places = () => loadPortfolio(people.officer.db).measures.map(({ id, startQuarter, endQuarter }) => [id, startQuarter, endQuarter]);
const versionOf = (id: number) => findMeasure(people.officer.db, id)?.rowVersion ?? 0;
const move = (person: Person, id: number, start: string, end: string, rest: Partial<RescheduleMeasureCommand> = {}) =>
  rescheduleMeasure(people[person], { id, rowVersion: versionOf(id), startQuarter: q(start), endQuarter: q(end), manner: "asked", reason: "", along: [], ...rest });
const along = (...shown: Array<[number, string, string]>) => shown.map(([measureId, start, end]) => ({ measureId, rowVersion: versionOf(measureId), startQuarter: q(start), endQuarter: q(end) }));
const top = (person: Person, direction: "undo" | "redo") => showMoveHistory(people[person])?.[direction]?.moveId ?? 0;
const undo = (person: Person, passOver = false) => undoMove(people[person], { moveId: top(person, "undo"), passOver });
const redo = (person: Person, passOver = false) => redoMove(people[person], { moveId: top(person, "redo"), passOver });
const actions = () => people.officer.db.$client.prepare("SELECT entity_id, action FROM audit_event ORDER BY id").raw().all();

describe("refused, and nothing is written", () => {
  test.each<[string, Person]>([
    ["a committee member", "reviewer"],
    ["a viewer", "viewer"],
    ["the administration", "admin"],
  ])("to %s", (_who, person) => {
    expect(showMoveHistory(people[person])).toBeNull();
    expect(undoMove(people[person], { moveId: 1, passOver: false })).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  });

  test("another person's move, and a step that is not the last any more", () => {
    expect(move("itContributor", 2, "2027-Q4", "2027-Q4").ok).toBe(true);
    const moveId = top("itContributor", "undo");
    expect(undoMove(people.officer, { moveId, passOver: false })).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    expect(move("itContributor", 1, "2027-Q2", "2027-Q2").ok).toBe(true);
    expect(undoMove(people.itContributor, { moveId, passOver: true })).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    expect(places()[1]).toEqual([2, "2027-Q4", "2027-Q4"]);
  });

  test("to a contributor whose measure went to another unit since", () => {
    expect(move("itContributor", 2, "2027-Q4", "2027-Q4").ok).toBe(true);
    people.officer.db.update(measure).set({ leadUnitId: 3 }).where(eq(measure.id, 2)).run();
    expect(undo("itContributor")).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  });

  test("a cascade into another unit's measure, which stays and needs a reason", () => {
    const shown = along([2, "2028-Q1", "2028-Q2"], [3, "2028-Q3", "2028-Q4"]);
    expect(move("itContributor", 1, "2027-Q3", "2027-Q4", { manner: "withDependents", along: shown })).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    const allowed = along([2, "2028-Q1", "2028-Q2"]);
    expect(move("itContributor", 1, "2027-Q3", "2027-Q4", { manner: "withDependents", along: allowed })).toMatchObject({ ok: false, refusal: { code: "invalid", fields: { reason: [{ code: "reasonMissing" }] } } });
    expect(places().map(([, start]) => start)).toEqual(["2027-Q1", "2027-Q3", "2028-Q1"]);
    expect(move("itContributor", 1, "2027-Q3", "2027-Q4", { manner: "withDependents", along: allowed, reason: "Mit dem Bürgeramt besprochen" }).ok).toBe(true);
    expect(places().map(([, start]) => start)).toEqual(["2027-Q3", "2028-Q1", "2028-Q1"]);
  });

  test("a measure named twice, or one that nobody asked for", () => {
    const twice = along([2, "2028-Q1", "2028-Q2"], [2, "2028-Q1", "2028-Q2"]);
    expect(move("officer", 1, "2027-Q3", "2027-Q4", { manner: "withDependents", along: twice })).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    expect(actions()).toEqual([]);
  });
});

describe("taken back and made again", () => {
  test("a move with its dependents, exactly, with every step in the log", () => {
    const before = places();
    const shown = along([2, "2028-Q1", "2028-Q2"], [3, "2028-Q3", "2028-Q4"]);
    expect(move("officer", 1, "2027-Q3", "2027-Q4", { manner: "withDependents", along: shown })).toMatchObject({ ok: true, value: { moved: [{ measureId: 1 }, { measureId: 2 }, { measureId: 3, rowVersion: 2 }] } });
    const after = places();
    expect(undo("officer")).toMatchObject({ ok: true, value: { title: "Netz", moved: { length: 3 } } });
    expect(places()).toEqual(before);
    expect(showMoveHistory(people.officer)).toMatchObject({ undo: null, redo: { title: "Netz", count: 3 } });
    expect(redo("officer").ok).toBe(true);
    expect(places()).toEqual(after);
    expect(actions()).toEqual([
      ...[[1, "reschedule"], [2, "moveAlong"], [3, "moveAlong"]],
      ...[1, 2, 3].map((id) => [id, "undoMove"]),
      ...[1, 2, 3].map((id) => [id, "redoMove"]),
    ]);
  });

  test("one after the other, each person their own, and a new move ends redoing", () => {
    const before = places();
    move("officer", 3, "2028-Q2", "2028-Q2");
    move("itContributor", 2, "2027-Q4", "2027-Q4");
    move("officer", 1, "2027-Q2", "2027-Q2");
    undo("officer");
    undo("officer");
    undo("itContributor");
    expect(places()).toEqual(before);
    expect([redo("officer").ok, places()[2]]).toEqual([true, [3, "2028-Q2", "2028-Q2"]]);
    move("officer", 1, "2027-Q1", "2027-Q1");
    expect(showMoveHistory(people.officer)?.redo).toBeNull();
  });

  test("what somebody put elsewhere since is named, untouched, and passed over when asked", () => {
    move("officer", 3, "2028-Q2", "2028-Q2");
    move("officer", 2, "2027-Q4", "2027-Q4");
    expect(undo("officer", false).ok && redo("officer").ok).toBe(true);
    move("itContributor", 2, "2027-Q3", "2027-Q3");
    expect(undo("officer")).toEqual({
      ok: false,
      refusal: {
        code: "conflict",
        current: {
          moveId: top("officer", "undo"),
          title: "Server",
          displaced: [{ measureId: 2, title: "Server", startQuarter: "2027-Q3", endQuarter: "2027-Q3", isGone: false, changedAt: "2027-05-10T08:00:00.000Z", changedBy: "Ida Tramm" }],
        },
      },
    });
    expect(places()[1]).toEqual([2, "2027-Q3", "2027-Q3"]);
    expect(undo("officer", true)).toMatchObject({ ok: true, value: { passedOver: true, moved: [] } });
    expect(undo("officer")).toMatchObject({ ok: true, value: { title: "Scannen", passedOver: false } });
    expect(places()[1]).toEqual([2, "2027-Q3", "2027-Q3"]);
  });

  test("passing over is only for what is in the way", () => {
    move("officer", 2, "2027-Q4", "2027-Q4");
    expect(undo("officer", true)).toMatchObject({ ok: true, value: { passedOver: false } });
    expect(places()[1]).toEqual([2, "2027-Q3", "2027-Q4"]);
  });

  test("an archived measure is gone", () => {
    move("officer", 2, "2027-Q4", "2027-Q4");
    people.officer.db.update(measure).set({ archivedAt: "2027-05-10T08:00:00.000Z" }).where(eq(measure.id, 2)).run();
    expect(undo("officer")).toMatchObject({ ok: false, refusal: { code: "conflict", current: { displaced: [{ measureId: 2, isGone: true }] } } });
  });
});
