import { describe, expect, test } from "vitest";
import { readAnswer, readCells } from "#app/forms/rating-matrix.ts";
import { rateMatrix } from "#app/services/prioritisation/rate-matrix.server.ts";
import { showRatingMatrix } from "#app/services/prioritisation/show-rating-matrix.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { roundRatings } from "#db/queries/rounds.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aMeasure } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storeMeasure, storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const inGroup = (service: ServiceContext, raterGroupId: number | null): ServiceContext => ({ ...service, user: { ...service.user, raterGroupId } });
const cell = (measureId: number, criterionId: number, value: number | null | "empty") => ({ name: `m${measureId}c${criterionId}`, measureId, criterionId, value });

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, { ...aRatedPortfolio(), ratings: [] });
  const { officer, otherContributor, reviewer, viewer, admin } = enrolPeople(db);
  return { db, officer: inGroup(officer, 1), contributor: inGroup(otherContributor, 1), reviewer: inGroup(reviewer, 2), viewer, admin };
}

describe("the matrix of one's own ratings", () => {
  test("is refused to whoever does not rate, and stores nothing without a group", () => {
    const { db, viewer, admin, officer } = municipality();
    for (const service of [viewer, admin, inGroup(viewer, 1)]) {
      expect(showRatingMatrix(service, 1)).toEqual(FORBIDDEN);
      expect(rateMatrix(service, [cell(1, 1, 2)])).toEqual(FORBIDDEN);
    }
    expect(showRatingMatrix(inGroup(officer, null), 1)).toEqual({ ok: true, value: { obstacle: "noGroup" } });
    expect(rateMatrix(inGroup(officer, null), [cell(1, 1, 2)])).toEqual(FORBIDDEN);
    expect(roundRatings(db, 1)).toEqual([]);
  });

  test("shows and stores one's own answers alone", () => {
    const { db, officer, contributor } = municipality();
    rateMatrix(contributor, [cell(1, 1, 0)]);
    expect(rateMatrix(officer, [cell(1, 1, 4), cell(1, 2, null), cell(2, 1, "empty"), cell(3, 2, 2)])).toEqual({ ok: true, value: { savedCount: 3 } });
    // By title: E-Akte (1), Schul-WLAN (3), Serviceportal (2).
    expect(showRatingMatrix(officer, 1)).toMatchObject({
      value: { rows: [{ id: 1, answers: [4, null] }, { id: 3, answers: ["none", 2] }, { id: 2, answers: ["none", "none"] }], doneCount: 1, total: 3, pageCount: 1 },
    });
    expect(roundRatings(db, 1)).toContainEqual({ measureId: 1, criterionId: 1, userId: contributor.user.id, raterGroupId: 1, value: 0 });
    expect(rateMatrix(officer, [cell(1, 1, 4)])).toEqual({ ok: true, value: { savedCount: 0 } });
  });

  test("does not empty an answer, and then stores nothing of the page", () => {
    const { db, officer } = municipality();
    rateMatrix(officer, [cell(1, 1, 4)]);
    expect(rateMatrix(officer, [cell(2, 1, 3), cell(1, 1, "empty")])).toMatchObject({ refusal: { fields: { m1c1: [{ code: "cannotWithdraw" }] } } });
    expect(roundRatings(db, 1)).toHaveLength(1);
  });

  test("comes in pages of 25, the nearest where one is asked for that does not exist", () => {
    const { db, officer } = municipality();
    for (let id = 10; id < 60; id += 1) storeMeasure(db, aMeasure({ id, title: `Maßnahme ${id}` }));
    const page = (asked: number) => {
      const shown = showRatingMatrix(officer, asked);
      return shown.ok && shown.value.obstacle === null ? [shown.value.page, shown.value.pageCount, shown.value.rows.length] : null;
    };
    expect([page(1), page(3), page(99)]).toEqual([[1, 3, 25], [3, 3, 3], [3, 3, 3]]);
  });
});

test("the form reads its cells, those of one row where its button was pressed", () => {
  const form = new FormData();
  for (const [name, value] of [["m1c1", " 3 "], ["m1c2", "K"], ["m12c1", ""], ["m1c", "1"], ["x", "1"]] as const) form.set(name, value);
  expect(readCells(form).map(({ name, text }) => [name, text])).toEqual([["m1c1", "3"], ["m1c2", "K"], ["m12c1", ""]]);
  form.set("row", "1");
  expect(readCells(form).map(({ name }) => name)).toEqual(["m1c1", "m1c2"]);
  expect(["3", "k", "", "5", "-1", "33"].map(readAnswer)).toEqual([{ value: 3 }, { value: null }, { value: "empty" }, null, null, null]);
});
