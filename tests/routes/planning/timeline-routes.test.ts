import { beforeEach, describe, expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { decodeTimeline } from "#app/domain/planning/timeline-columns.ts";
import type { AppContext } from "#app/http/load-context.server.ts";
import { action as moveAction, loader as moveLoader } from "#app/routes/planning/move-measure.tsx";
import { loader as svgLoader } from "#app/routes/planning/timeline-svg.ts";
import { loader as timelineLoader } from "#app/routes/planning/timeline.tsx";
import type { Db } from "#db/client.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aClock, enrolPeople, type Person } from "#tests/support/people.ts";
import { aDependency, aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let contextOf: (person: Person | null) => AppContext;

beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(
    db,
    aPortfolio({
      measures: [
        aMeasure({ id: 1, title: "E-Akte", leadUnitId: 2, startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q2") }),
        aMeasure({ id: 2, title: "Scannen", leadUnitId: 3, actionFieldId: 2, startQuarter: quarter("2027-Q3"), endQuarter: quarter("2027-Q4") }),
        aMeasure({ id: 3, title: "Verworfenes", status: "rejected" }),
        aMeasure({ id: 4, title: "Später", startQuarter: null, endQuarter: null }),
        aMeasure({ id: 5, title: "Fern", startQuarter: quarter("2050-Q1"), endQuarter: quarter("2050-Q2") }),
      ],
      dependencies: [aDependency({ predecessorId: 1, successorId: 2 })],
    }),
  );
  const people = enrolPeople(db);
  contextOf = (person) => ({ db, clock: aClock, user: person === null ? null : people[person].user, expiredUserId: null, nonce: "n", clientAddress: "" });
});

const args = (person: Person | null, path: string, form?: Record<string, string>) => ({
  request: new Request(`http://localhost${path}`, form ? { method: "POST", body: new URLSearchParams(form) } : {}),
  context: contextOf(person),
  params: { id: /\d+/.exec(path)?.[0] },
});
/** The status a loader or action answers with by throwing or returning a Response. */
async function statusOf(run: () => unknown): Promise<number> {
  try {
    const answer = await run();
    return answer instanceof Response ? answer.status : ((answer as { init?: { status?: number } | null }).init?.status ?? 200);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

describe("who may", () => {
  test.each<[string, Person | null, number]>([
    ["nobody is sent to log in", null, 302],
    ["a committee member reads versions instead", "reviewer", 403],
    ["a contributor reads", "otherContributor", 200],
    ["a viewer reads", "viewer", 200],
    ["the administration reads", "admin", 200],
  ])("see the timeline: %s", async (_who, person, status) => {
    expect(await statusOf(() => timelineLoader(args(person, "/zeitplan")))).toBe(status);
    expect(await statusOf(() => svgLoader(args(person, "/zeitplan.svg")))).toBe(status);
  });

  test.each<[string, Person | null, number, number]>([
    ["nobody", null, 302, 302],
    ["a committee member", "reviewer", 403, 403],
    ["a viewer", "viewer", 403, 403],
    ["a contributor of another unit", "otherContributor", 403, 403],
    ["the contributor of its unit", "itContributor", 200, 302],
    ["the digital officer", "officer", 200, 302],
  ])("move a measure: %s", async (_who, person, seen, done) => {
    expect(await statusOf(() => moveLoader(args(person, "/zeitplan/1/verschieben")))).toBe(seen);
    const form = { rowVersion: "1", startQuarter: "2027-Q2", endQuarter: "2027-Q2" };
    expect(await statusOf(() => moveAction(args(person, "/zeitplan/1/verschieben", form)))).toBe(done);
    expect(findMeasure(db, 1)?.startQuarter).toBe(done === 302 && person !== null ? "2027-Q2" : "2027-Q1");
  });
});

describe("the timeline", () => {
  const shown = (path: string, person: Person = "officer") => {
    const { timeline, chart } = timelineLoader(args(person, path));
    return { ...timeline, ...decodeTimeline(chart ?? "") };
  };
  const titles = (path: string) => shown(path).measures.map((measure) => measure.title);

  test("leaves out what is not pursued, and names what has no date or lies elsewhere", () => {
    const { measures, undated, outsideCount, years, planYears } = shown("/zeitplan");
    expect(measures.map((measure) => measure.title)).toEqual(["E-Akte", "Scannen"]);
    expect(undated.map((measure) => measure.title)).toEqual(["Später"]);
    expect(outsideCount).toBe(1);
    expect([years, planYears]).toEqual([
      { firstYear: 2027, lastYear: 2034 },
      { firstYear: 2027, lastYear: 2050 },
    ]);
  });

  test("filters by status, field, unit with those below it, words and years", () => {
    expect(titles("/zeitplan?status=all")).toEqual(["E-Akte", "Scannen", "Verworfenes"]);
    expect(titles("/zeitplan?status=rejected")).toEqual(["Verworfenes"]);
    expect(titles("/zeitplan?feld=2")).toEqual(["Scannen"]);
    expect(titles("/zeitplan?einheit=1")).toEqual(["E-Akte", "Scannen"]);
    expect(titles("/zeitplan?einheit=2")).toEqual(["E-Akte"]);
    expect(titles("/zeitplan?suche=SCAN")).toEqual(["Scannen"]);
    expect(titles("/zeitplan?von=2050&bis=2050")).toEqual(["Fern"]);
  });

  test("keeps the dates of a measure that is filtered out but linked", () => {
    expect(shown("/zeitplan?feld=2").others).toEqual([{ id: 1, title: "E-Akte", status: "planned", startQuarter: "2027-Q1", endQuarter: "2027-Q2" }]);
  });

  test("does not stumble over an address it does not understand", () => {
    expect(titles("/zeitplan?feld=x&von=99999&bis=-1&status=none&ansicht=tanz&suche=%00")).toEqual(["E-Akte", "Scannen"]);
  });

  test("says for each measure whether this person may move it", () => {
    expect(shown("/zeitplan", "itContributor").measures.map(({ movable }) => movable)).toEqual([true, false]);
    expect(shown("/zeitplan", "viewer").measures.map(({ movable }) => movable)).toEqual([false, false]);
  });

  test("is a picture of its own at /zeitplan.svg", async () => {
    const response = await svgLoader(args("viewer", "/zeitplan.svg?feld=2"));
    expect(response.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="zeitplan-2027-05-10.svg"');
    const svg = await response.text();
    expect(svg).toContain("Scannen");
    expect(svg).not.toContain("E-Akte");
  });
});

describe("moving by form", () => {
  const post = (form: Record<string, string>) => moveAction(args("officer", "/zeitplan/1/verschieben", { rowVersion: "1", ...form }));
  const answerOf = async (form: Record<string, string>) => {
    const answer = await post(form);
    if (!("data" in answer)) throw new Error(`a response ${answer.status} instead of the form`);
    return { status: answer.init?.status, ...answer.data };
  };

  test("a preview in the address says what would break and writes nothing", () => {
    const { preview } = moveLoader(args("officer", "/zeitplan/1/verschieben?startQuarter=2027-Q2&endQuarter=2027-Q4"));
    expect(preview?.offers.breaks).toMatchObject([{ code: "successorStartsTooEarly", dependencyId: 1, otherId: 2, otherTitle: "Scannen", earliestStart: "2028-Q1" }]);
    expect(preview?.offers.dependents).toMatchObject({ along: [{ measureId: 2, rowVersion: 1, after: { startQuarter: "2028-Q1", endQuarter: "2028-Q2" } }], breaks: [] });
    expect(findMeasure(db, 1)).toMatchObject({ endQuarter: "2027-Q2", rowVersion: 1 });
  });

  test("a breaking move comes back with its offers until one of them is taken", async () => {
    const target = { startQuarter: "2027-Q2", endQuarter: "2027-Q4" };
    const first = await answerOf(target);
    expect(first.status).toBe(400);
    expect(first.reply.error?.[""]?.[0]).toContain("Entscheiden Sie");
    expect(first.preview?.offers.breaks).toHaveLength(1);
    const unfounded = await answerOf({ ...target, manner: "keep" });
    expect([unfounded.status, unfounded.refused]).toEqual([400, { manner: "keep", reason: "", problems: ["Begründen Sie, warum es trotzdem so sein soll."] }]);
    expect(await statusOf(() => post({ ...target, manner: "keep", reason: "Vergabe" }))).toBe(302);
    expect(findMeasure(db, 1)).toMatchObject({ ...target, rowVersion: 2 });
    expect(findMeasure(db, 2)).toMatchObject({ startQuarter: "2027-Q3", rowVersion: 1 });
  });

  test("those that wait move along, as they were shown", async () => {
    const target = { startQuarter: "2027-Q2", endQuarter: "2027-Q4", manner: "withDependents" };
    const unseen = await answerOf(target);
    expect(unseen.reply.error?.[""]?.[0]).toContain("nicht mehr dasselbe");
    const stale = await answerOf({ ...target, along: "2.7.2028-Q1.2028-Q2" });
    expect([stale.status, stale.stored]).toMatchObject([409, { measureId: 2, title: "Scannen", startQuarter: "2027-Q3", rowVersion: 1 }]);
    expect(findMeasure(db, 1)).toMatchObject({ startQuarter: "2027-Q1", rowVersion: 1 });
    const done = await answerOf({ ...target, along: "2.1.2028-Q1.2028-Q2", via: "picture" });
    expect(done.done).toMatchObject({ moved: [{ measureId: 1, rowVersion: 2 }, { measureId: 2, startQuarter: "2028-Q1", endQuarter: "2028-Q2", rowVersion: 2 }] });
    expect(done.done?.text).toContain("Eine weitere Maßnahme wurde mitverschoben");
  });

  test("a stale form answers 409 and says where the measure now stands", async () => {
    await post({ startQuarter: "2027-Q2", endQuarter: "2027-Q2" });
    const answer = await answerOf({ startQuarter: "2027-Q1", endQuarter: "2027-Q1" });
    expect(answer.status).toBe(409);
    expect(answer.stored).toMatchObject({ startQuarter: "2027-Q2", endQuarter: "2027-Q2", rowVersion: 2, changedBy: "Dilek Aydın" });
  });

  test.each([
    ["no quarter", { startQuarter: "bald", endQuarter: "" }, "startQuarter"],
    ["an end before the start", { startQuarter: "2027-Q3", endQuarter: "2027-Q1" }, "endQuarter"],
    ["an end alone", { startQuarter: "", endQuarter: "2027-Q1" }, "startQuarter"],
    ["forged others", { startQuarter: "2027-Q3", endQuarter: "2027-Q4", along: "2.1" }, "along"],
    ["a forged version", { startQuarter: "2027-Q3", endQuarter: "2027-Q4", rowVersion: "x" }, "rowVersion"],
  ])("%s is told beside the field", async (_what, form, field) => {
    const answer = await answerOf(form as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.reply.error ?? {})).toContain(field);
  });

  test.each(["/zeitplan/99/verschieben", "/zeitplan/0/verschieben"])("%s does not exist", async (path) => {
    expect(await statusOf(() => moveLoader(args("officer", path)))).toBe(404);
  });
});
