import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Disclosure } from "#app/domain/prioritisation/round.ts";
import { showDisagreements } from "#app/services/prioritisation/show-disagreements.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { freezeRound } from "#app/domain/prioritisation/round-content.ts";
import { write } from "#db/client.server.ts";
import { loadRoundData } from "#db/queries/rounds.server.ts";
import { prioritisationRound } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const all = { roundId: null, order: "disagreement", limit: null } as const;

function ratedMunicipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio({ ratings: [...aRatedPortfolio().ratings, { measureId: 1, criterionId: 1, userId: 2, raterGroupId: 2, value: 4 }] }));
  return { db, ...enrolPeople(db) };
}

const inGroup = (service: ServiceContext, raterGroupId: number): ServiceContext => ({ ...service, user: { ...service.user, raterGroupId } });

function closeRound(db: ServiceContext["db"], disclosure: Disclosure) {
  const closedAt = "2027-05-10T08:00:00.000Z";
  const meta = { title: "R", question: "", disclosure, openedAt: closedAt, closedAt };
  const content = freezeRound({ meta, data: loadRoundData(db, 1), names: new Map() });
  write(db, (tx) => tx.update(prioritisationRound).set({ state: "closed", disclosure, closedAt, content, contentHash: "0".repeat(64) }).where(eq(prioritisationRound.id, 1)).run());
}

const answered = (service: ServiceContext) => {
  const answer = showDisagreements(service, all);
  if (!answer.ok) throw new Error("refused");
  return answer.value;
};

describe("who may compare groups", () => {
  test("committee members do not read the living plan", () => {
    const { reviewer } = ratedMunicipality();
    expect(showDisagreements(reviewer, all)).toEqual({ ok: false, refusal: { code: "forbidden" } });
  });

  test("a round that does not exist is missing", () => {
    expect(showDisagreements(ratedMunicipality().officer, { ...all, roundId: 99 })).toEqual({ ok: false, refusal: { code: "missing" } });
  });

  test("while the round is open nobody but the digital officer sees a row, nor any figure of another group", () => {
    const { officer, itContributor, otherContributor, viewer, admin } = ratedMunicipality();
    for (const service of [itContributor, inGroup(otherContributor, 1), viewer, admin]) {
      const { rows, groups, hiddenGroupCount, totalCount } = answered(service);
      expect([rows, totalCount, hiddenGroupCount]).toEqual([[], 0, 2 - groups.length]);
    }
    expect(answered(inGroup(otherContributor, 1)).groups.map((group) => group.name)).toEqual(["Verwaltung"]);
    expect(answered(officer)).toMatchObject({ hiddenGroupCount: 0, totalCount: 2 });
  });

  test("after closing everybody who reads the plan does, unless the round is anonymous", () => {
    for (const disclosure of ["named", "byGroup", "anonymous"] as const) {
      const { db, officer, itContributor, viewer } = ratedMunicipality();
      closeRound(db, disclosure);
      for (const service of [inGroup(itContributor, 1), viewer]) expect([disclosure, answered(service).rows.length]).toEqual([disclosure, disclosure === "anonymous" ? 0 : 2]);
      expect(answered(officer).rows).toHaveLength(2);
    }
  });
});

test("shows where groups are apart and why, the largest first, as many as asked for", () => {
  const { officer } = ratedMunicipality();
  const { rows, groups } = answered(officer);
  expect(groups.map((group) => group.name)).toEqual(["Verwaltung", "Politik"]);
  // Measure 1: 25 * (0.6*2 + 0.4*1) = 40 against 100 on the first criterion alone; measure 2: 90 against 75.
  expect(rows.map(({ title, range }) => [title, range?.tenths, range?.highest.raterGroupId, range?.cause?.criterionId])).toEqual([
    ["E-Akte einführen", 600, 2, 1],
    ["Serviceportal ausbauen", 150, 1, 1],
  ]);
  const byPlace = showDisagreements(officer, { ...all, order: "position", limit: 1 });
  expect(byPlace).toMatchObject({ ok: true, value: { totalCount: 2, rows: [{ position: 1 }] } });
});

test("a municipality without a round has nothing to compare", () => {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio());
  db.delete(prioritisationRound).run();
  expect(showDisagreements(enrolPeople(db).viewer, all)).toMatchObject({ ok: true, value: { round: null, rows: [] } });
});
