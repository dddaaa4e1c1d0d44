import { describe, expect, test } from "vitest";
import { listRatingTasks } from "#app/services/prioritisation/list-rating-tasks.server.ts";
import { rateMeasure } from "#app/services/prioritisation/rate-measure.server.ts";
import { showRatingSheet } from "#app/services/prioritisation/show-rating-sheet.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { roundRatings } from "#db/queries/rounds.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aMeasure } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storeMeasure, storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const answers = [
  { criterionId: 1, value: 3 },
  { criterionId: 2, value: null },
];

const inGroup = (service: ServiceContext, raterGroupId: number | null): ServiceContext => ({ ...service, user: { ...service.user, raterGroupId } });

/** Everybody who may rate belongs to group 2. */
function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, { ...aRatedPortfolio(), ratings: [] });
  const { itContributor, otherContributor, reviewer, viewer, admin } = enrolPeople(db);
  return { db, people: { viewer, admin, itContributor: inGroup(itContributor, 2), otherContributor: inGroup(otherContributor, 2), reviewer: inGroup(reviewer, 2) } };
}

describe("rating", () => {
  test("is refused to whoever does not rate: readers, administrators, and raters without a group", () => {
    const { db, people } = municipality();
    for (const service of [people.viewer, people.admin, inGroup(people.viewer, 1), inGroup(people.itContributor, null)]) {
      expect(rateMeasure(service, { measureId: 1, answers })).toEqual(FORBIDDEN);
      expect(showRatingSheet(service, 1)).toEqual(FORBIDDEN);
    }
    expect(listRatingTasks(people.viewer)).toEqual(FORBIDDEN);
    expect(listRatingTasks(inGroup(people.itContributor, null))).toMatchObject({ ok: true, value: { obstacle: "noGroup" } });
    expect(roundRatings(db, 1)).toEqual([]);
  });

  test("refuses measures that no longer compete, unknown criteria and impossible values", () => {
    const { db, people } = municipality();
    storeMeasure(db, aMeasure({ id: 8, status: "rejected" }));
    storeMeasure(db, aMeasure({ id: 9, archivedAt: "2026-01-01T00:00:00.000Z" }));
    const service = people.itContributor;
    for (const measureId of [8, 9, 77]) {
      expect(rateMeasure(service, { measureId, answers })).toEqual({ ok: false, refusal: { code: "missing" } });
      expect(showRatingSheet(service, measureId)).toEqual({ ok: false, refusal: { code: "missing" } });
    }
    for (const value of [5, -1, 2.5]) expect(rateMeasure(service, { measureId: 1, answers: [{ criterionId: 1, value }] })).toMatchObject({ refusal: { code: "invalid" } });
    expect(rateMeasure(service, { measureId: 1, answers: [{ criterionId: 77, value: 1 }] })).toMatchObject({ refusal: { code: "invalid" } });
    expect(roundRatings(db, 1)).toEqual([]);
  });

  test("stores only the acting user's own answers, in the group's name, and goes on to the next open measure", () => {
    const { db, people } = municipality();
    const member = people.reviewer;
    expect(rateMeasure(people.otherContributor, { measureId: 1, answers: [{ criterionId: 1, value: 0 }] })).toMatchObject({ ok: true, value: { state: "partial" } });
    // By title: E-Akte (1), Schul-WLAN (3), Serviceportal (2).
    expect(rateMeasure(member, { measureId: 1, answers })).toEqual({ ok: true, value: { changedCount: 2, doneCount: 1, state: "done", nextId: 3 } });
    expect(roundRatings(db, 1)).toEqual([
      { measureId: 1, criterionId: 1, userId: people.otherContributor.user.id, raterGroupId: 2, value: 0 },
      { measureId: 1, criterionId: 1, userId: people.reviewer.user.id, raterGroupId: 2, value: 3 },
      { measureId: 1, criterionId: 2, userId: people.reviewer.user.id, raterGroupId: 2, value: null },
    ]);
    expect(listRatingTasks(member)).toMatchObject({ ok: true, value: { doneCount: 1, nextId: 3, canReadPlan: false, measures: [{ state: "done" }, { state: "open" }, { state: "open" }] } });
    expect(auditLog(db).at(-1)).toMatchObject({ userId: people.reviewer.user.id, action: "rate", entityId: 1, before: {}, after: { criterion1: 3, criterion2: null } });
  });

  test("changing an answer replaces it; the same answer again changes nothing", () => {
    const { db, people } = municipality();
    const service = people.itContributor;
    rateMeasure(service, { measureId: 2, answers });
    expect(rateMeasure(service, { measureId: 2, answers })).toMatchObject({ value: { changedCount: 0 } });
    expect(rateMeasure(service, { measureId: 2, answers: [{ criterionId: 1, value: 4 }] })).toMatchObject({ value: { changedCount: 1, state: "done" } });
    expect(auditLog(db).map((event) => [event.before, event.after])).toEqual([
      [{}, { roundId: 1, criterion1: 3, criterion2: null }],
      [{ criterion1: 3 }, { roundId: 1, criterion1: 4 }],
    ]);
    expect(showRatingSheet(service, 2)).toMatchObject({ value: { criteria: [{ id: 1, answer: 4 }, { id: 2, answer: null }], nextOpenId: 1 } });
  });

  test("the sheet shows a committee member title, summary, cost and benefit, and nothing more of the measure", () => {
    const { people } = municipality();
    const sheet = showRatingSheet(people.reviewer, 1);
    if (!sheet.ok) throw new Error("refused");
    expect(Object.keys(sheet.value.measure)).toEqual(["id", "title", "summary", "costs", "benefits"]);
    expect(sheet.value.measure.costs.oneOffExpense).toEqual({ known: 2_300_000, unknownCount: 0 });
    expect(sheet.value.measure.costs.yearlyExpense).toEqual({ known: 480_000, unknownCount: 0 });
    expect(sheet.value).toMatchObject({ number: 1, total: 3, doneCount: 0, previousId: null, followingId: 3, raterGroupName: "Politik" });
  });
});
