import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { adoptRound } from "#app/services/prioritisation/adopt-round.server.ts";
import { closeRound } from "#app/services/prioritisation/close-round.server.ts";
import { compareWithRound } from "#app/services/prioritisation/compare-with-round.server.ts";
import { listRounds } from "#app/services/prioritisation/list-rounds.server.ts";
import { overridePriority, removeOverride, showOverride } from "#app/services/prioritisation/override-priority.server.ts";
import { createRound, saveRound, type RoundCommand } from "#app/services/prioritisation/save-round.server.ts";
import { showRanking } from "#app/services/prioritisation/show-ranking.server.ts";
import { showRound, showRoundDecision, showRoundForm } from "#app/services/prioritisation/show-round.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findOpenRound, findRound, findRoundInForce, listPriorities, roundContent, roundRatings } from "#db/queries/rounds.server.ts";
import { user } from "#db/schema/index.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, idOf } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";
import { eq } from "drizzle-orm";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const MISSING = { ok: false, refusal: { code: "missing" } };
const refusedWith = (field: string, code: string) => ({ ok: false, refusal: { code: "invalid", fields: { [field]: [expect.objectContaining({ code })] } } });

const command: RoundCommand = {
  title: "Priorisierung 2028",
  question: "Was zuerst?",
  disclosure: "byGroup",
  criteria: [
    { criterionId: 1, weight: 60 },
    { criterionId: 2, weight: 40 },
  ],
  groups: [
    { raterGroupId: 1, weight: 50, ratesUntil: plainDate("2027-06-30") },
    { raterGroupId: 2, weight: 50, ratesUntil: null },
  ],
};

/** One open round (1), rated by users 901 and 904: measure 2 leads, measure 1 follows, nobody judged measure 3. */
function municipality() {
  const db = emptyDatabase();
  const portfolio = aRatedPortfolio();
  storePortfolio(db, { ...portfolio, ratings: [] });
  const people = enrolPeople(db);
  for (const each of portfolio.ratings) {
    const userId = each.userId === 1 ? idOf("itContributor") : idOf("reviewer");
    db.$client.prepare("INSERT INTO rating (round_id, measure_id, criterion_id, user_id, rater_group_id, value, rated_at) VALUES (1, ?, ?, ?, ?, ?, '2027-05-01T08:00:00.000Z')").run(each.measureId, each.criterionId, userId, each.raterGroupId, each.value);
  }
  db.update(user).set({ raterGroupId: 1 }).where(eq(user.id, idOf("itContributor"))).run();
  db.update(user).set({ raterGroupId: 2 }).where(eq(user.id, idOf("reviewer"))).run();
  return { db, ...people, others: [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin] };
}

const versionOf = ({ db }: ServiceContext, roundId: number) => findRound(db, roundId)?.rowVersion ?? 0;
const close = (service: ServiceContext, roundId = 1) => closeRound(service, { roundId, rowVersion: versionOf(service, roundId) });
const adopt = (service: ServiceContext, roundId = 1, adoptedNote = "Rat, 12.02.2027, Vorlage 2027/012") => adoptRound(service, { roundId, rowVersion: versionOf(service, roundId), adoptedNote });
const place = (service: ServiceContext, measureId: number, position: number, rowVersion: number | null = null) =>
  overridePriority(service, { roundId: 1, measureId, rowVersion, position, reason: "gesetzliche Frist 31.12.2027" });

describe("who may", () => {
  test("only the digital officer opens, changes, closes and adopts rounds and gives places by hand", () => {
    const { db, others } = municipality();
    const before = auditLog(db).length;
    for (const service of others) {
      expect(createRound(service, command)).toEqual(FORBIDDEN);
      expect(saveRound(service, { ...command, roundId: 1, rowVersion: 1, confirmed: [] })).toEqual(FORBIDDEN);
      expect(close(service)).toEqual(FORBIDDEN);
      expect(adopt(service)).toEqual(FORBIDDEN);
      expect(place(service, 1, 1)).toEqual(FORBIDDEN);
      expect(removeOverride(service, { roundId: 1, measureId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(showRoundForm(service, 1)).toEqual(FORBIDDEN);
      expect(showRoundDecision(service, 1)).toEqual(FORBIDDEN);
      expect(showOverride(service, { roundId: 1, measureId: 1 })).toEqual(FORBIDDEN);
    }
    expect(auditLog(db)).toHaveLength(before);
  });

  test("committee members read no rounds; everybody who reads the plan does", () => {
    const { reviewer, viewer, itContributor } = municipality();
    for (const read of [listRounds(reviewer), showRound(reviewer, 1), compareWithRound(reviewer, { roundId: 1, withId: null })]) expect(read).toEqual(FORBIDDEN);
    for (const service of [viewer, itContributor]) {
      expect(listRounds(service)).toMatchObject({ ok: true, value: { mayManage: false, rounds: [{ title: "Priorisierung", state: "open" }] } });
      expect(showRound(service, 77)).toEqual(MISSING);
    }
  });

  test("while a round is open, others see the common result and their own group's view, and no names of who is behind", () => {
    const { officer, itContributor, viewer } = municipality();
    const groupsSeen = (service: ServiceContext, raterGroupId: number | null) => {
      const ranking = showRanking({ ...service, user: { ...service.user, raterGroupId } }, { page: 1, explainedId: 2 });
      if (!ranking.ok) throw new Error("refused");
      const { entries, raterGroups, explained } = ranking.value;
      const seen = raterGroups.map((group) => group.id);
      expect(entries[0]?.groupScores.map((each) => each.raterGroupId)).toEqual(seen);
      expect(explained?.contributions[0]?.groups.map((each) => each.raterGroupId)).toEqual(seen);
      return seen;
    };
    expect([groupsSeen(officer, null), groupsSeen(itContributor, 1), groupsSeen(viewer, null)]).toEqual([[1, 2], [1], []]);
    const progressOf = (service: ServiceContext) => {
      const shown = showRound(service, 1);
      return shown.ok ? shown.value.progress?.groups.map(({ name, doneCount, memberCount, raters }) => [name, doneCount, memberCount, raters.length]) : null;
    };
    expect([progressOf(officer), progressOf(viewer)]).toEqual([
      [["Verwaltung", 0, 1, 1], ["Politik", 0, 1, 1]],
      [["Verwaltung", 0, 1, 0], ["Politik", 0, 1, 0]],
    ]);
  });
});

describe("opening and changing", () => {
  test("refuses a second open round, a title that is taken, and a round without criteria, groups or weight", () => {
    const { officer } = municipality();
    expect(createRound(officer, command)).toEqual(refusedWith("", "roundOpen"));
    close(officer);
    expect(createRound(officer, { ...command, title: "Priorisierung" })).toEqual(refusedWith("title", "roundTitleTaken"));
    expect(createRound(officer, { ...command, criteria: [] })).toEqual(refusedWith("criteria", "noCriterion"));
    expect(createRound(officer, { ...command, criteria: [{ criterionId: 1, weight: 0 }] })).toEqual(refusedWith("criteria", "criteriaWeightless"));
    expect(createRound(officer, { ...command, groups: [] })).toEqual(refusedWith("groups", "noGroup"));
    expect(createRound(officer, { ...command, groups: [{ raterGroupId: 1, weight: 0, ratesUntil: null }] })).toEqual(refusedWith("groups", "groupsWeightless"));
    expect(createRound(officer, { ...command, criteria: [{ criterionId: 99, weight: 5 }] })).toEqual(refusedWith("", "catalogueChanged"));
    expect(createRound(officer, command)).toEqual({ ok: true, value: { roundId: 2 } });
    expect(auditLog(officer.db).at(-1)).toMatchObject({ action: "create", entity: "prioritisationRound", after: { title: "Priorisierung 2028", criteria: ["Nutzen: 60", "Risiko: 40"], groups: ["Verwaltung: 50 (2027-06-30)", "Politik: 50"] } });
  });

  test("a closed round is not changed, and a stale form is a conflict", () => {
    const { officer } = municipality();
    expect(saveRound(officer, { ...command, roundId: 77, rowVersion: 1, confirmed: [] })).toEqual(MISSING);
    expect(saveRound(officer, { ...command, roundId: 1, rowVersion: 9, confirmed: [] })).toMatchObject({ refusal: { code: "conflict" } });
    close(officer);
    expect(saveRound(officer, { ...command, roundId: 1, rowVersion: 2, confirmed: [] })).toEqual(refusedWith("", "roundClosed"));
  });

  test("says whose answers would stop counting before a criterion or a group leaves, and again when answers come in meanwhile", () => {
    const { db, officer } = municipality();
    const smaller = { ...command, roundId: 1, rowVersion: 1, criteria: [{ criterionId: 2, weight: 40 }], groups: command.groups.slice(0, 1) };
    const asked = saveRound(officer, { ...smaller, confirmed: [] });
    expect(asked).toEqual({
      ok: true,
      value: {
        invalidated: [
          { kind: "criterionLeaves", id: 1, name: "Nutzen", answerCount: 3, personCount: 2 },
          { kind: "groupLeaves", id: 2, name: "Politik", answerCount: 1, personCount: 1 },
        ],
      },
    });
    expect(findOpenRound(db)?.rowVersion).toBe(1);
    const confirmed = ["criterionLeaves.1.3.2", "groupLeaves.2.1.1"];
    db.$client.prepare("INSERT INTO rating (round_id, measure_id, criterion_id, user_id, rater_group_id, value, rated_at) VALUES (1, 3, 1, ?, 2, 4, '2027-05-01T08:00:00.000Z')").run(idOf("reviewer"));
    expect(saveRound(officer, { ...smaller, confirmed })).toMatchObject({ value: { invalidated: [{ answerCount: 4 }, { answerCount: 2 }] } });
    expect(saveRound(officer, { ...smaller, confirmed: ["criterionLeaves.1.4.2", "groupLeaves.2.2.1"] })).toEqual({ ok: true, value: { invalidated: [] } });
    // They count no more, and stay stored.
    expect(roundRatings(db, 1)).toHaveLength(6);
    expect(showRound(officer, 1)).toMatchObject({ value: { criteria: [{ name: "Risiko" }], groups: [{ name: "Verwaltung" }] } });
  });

  test("what takes nothing away is saved at once, and the same again writes nothing", () => {
    const { db, officer } = municipality();
    const change = { ...command, roundId: 1, confirmed: [] };
    expect(saveRound(officer, { ...change, rowVersion: 1 })).toEqual({ ok: true, value: { invalidated: [] } });
    const logged = auditLog(db).length;
    expect(saveRound(officer, { ...change, rowVersion: 2 })).toEqual({ ok: true, value: { invalidated: [] } });
    expect([auditLog(db).length, findOpenRound(db)?.rowVersion]).toEqual([logged, 2]);
  });
});

describe("places by hand", () => {
  test("are refused without a reason, outside the ranking, for measures without a score, and in a closed round", () => {
    const { officer } = municipality();
    expect(overridePriority(officer, { roundId: 1, measureId: 1, rowVersion: null, position: 1, reason: "  " })).toEqual(refusedWith("reason", "reasonMissing"));
    for (const position of [0, 3, 1.5]) expect(place(officer, 1, position)).toEqual(refusedWith("position", "positionOutside"));
    expect(place(officer, 3, 1)).toEqual(refusedWith("", "withoutScore"));
    expect(place(officer, 77, 1)).toEqual(MISSING);
    close(officer);
    expect(place(officer, 1, 1)).toEqual(refusedWith("", "roundClosed"));
  });

  test("stand in the ranking with the computed place and the reason until they are taken back", () => {
    const { db, officer, viewer } = municipality();
    const shown = () => {
      const ranking = showRanking(viewer, { page: 1, explainedId: null });
      return ranking.ok && ranking.value.entries.map(({ measureId, position, computedPosition, overrideReason }) => [measureId, position, computedPosition, overrideReason]);
    };
    expect(place(officer, 1, 1)).toEqual({ ok: true, value: { title: "E-Akte einführen" } });
    expect(shown()).toEqual([
      [1, 1, 2, "gesetzliche Frist 31.12.2027"],
      [2, 2, 1, null],
    ]);
    expect(place(officer, 1, 2)).toMatchObject({ refusal: { code: "conflict" } });
    expect(place(officer, 1, 2, 1)).toMatchObject({ ok: true });
    expect(removeOverride(officer, { roundId: 1, measureId: 1, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(removeOverride(officer, { roundId: 1, measureId: 1, rowVersion: 2 })).toMatchObject({ ok: true });
    expect(shown()).toEqual([
      [2, 1, 1, null],
      [1, 2, 2, null],
    ]);
    expect(auditLog(db).slice(-3).map(({ action, before, after }) => [action, before, after])).toEqual([
      ["override", null, { roundId: 1, position: 1, reason: "gesetzliche Frist 31.12.2027" }],
      ["override", { roundId: 1, position: 1 }, { position: 2 }],
      ["removeOverride", { roundId: 1, position: 2, reason: "gesetzliche Frist 31.12.2027" }, null],
    ]);
  });
});

describe("closing and adopting", () => {
  test("a round nobody rated is not closed, an open one not adopted, and nothing happens twice", () => {
    const { officer } = municipality();
    expect(adopt(officer)).toEqual(refusedWith("", "roundStillOpen"));
    expect(closeRound(officer, { roundId: 1, rowVersion: 9 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(close(officer)).toMatchObject({ ok: true });
    expect(close(officer)).toEqual(refusedWith("", "roundClosed"));
    expect(adopt(officer)).toMatchObject({ ok: true, value: { placeCount: 2 } });
    expect(adopt(officer)).toEqual(refusedWith("", "alreadyAdopted"));
    createRound(officer, command);
    expect(close(officer, 2)).toEqual(refusedWith("", "nothingRated"));
    expect([close(officer, 77), adopt(officer, 77)]).toEqual([MISSING, MISSING]);
  });

  test("closing freezes the result with its hash; adopting makes its order the municipality's, reasons included", () => {
    const { db, officer, viewer } = municipality();
    place(officer, 1, 1);
    const closed = close(officer);
    if (!closed.ok) throw new Error("refused");
    expect(roundContent(db, 1)?.result.entries.map((entry) => entry.measureId)).toEqual([1, 2]);
    expect(showRound(viewer, 1)).toMatchObject({ value: { isIntact: true, round: { state: "closed", contentHash: closed.value.contentHash }, raters: { disclosure: "byGroup", groups: [{ personCount: 1, answerCount: 4, people: [] }, { personCount: 1, answerCount: 1, people: [] }] } } });
    expect(listPriorities(db)).toEqual([]);
    adopt(officer);
    expect(listPriorities(db)).toEqual([
      { measureId: 1, roundId: 1, position: 1, scoreTenths: 400, overrideReason: "gesetzliche Frist 31.12.2027" },
      { measureId: 2, roundId: 1, position: 2, scoreTenths: 825, overrideReason: "" },
    ]);
    expect(findRoundInForce(db)?.adoptedNote).toBe("Rat, 12.02.2027, Vorlage 2027/012");
    expect(auditLog(db).slice(-2).map((event) => event.action)).toEqual(["closeRound", "adoptRound"]);
  });

  test.each([
    ["named", [{ name: "Ida Tramm", answerCount: 4 }]],
    ["byGroup", []],
  ] as const)("a round that discloses %s says so much about who rated", (disclosure, people) => {
    const { officer, viewer } = municipality();
    saveRound(officer, { ...command, disclosure, roundId: 1, rowVersion: 1, confirmed: [] });
    close(officer);
    const shown = showRound(viewer, 1);
    expect(shown.ok && shown.value.raters?.groups[0]?.people).toEqual(people);
  });

  test("an anonymous round says nothing but how many answers there were, and shows no group's view", () => {
    const { officer, viewer } = municipality();
    saveRound(officer, { ...command, disclosure: "anonymous", roundId: 1, rowVersion: 1, confirmed: [] });
    close(officer);
    expect(showRound(viewer, 1)).toMatchObject({ value: { raters: { answerCount: 5, groups: [] } } });
    expect(showRanking(viewer, { page: 1, explainedId: null })).toMatchObject({ value: { raterGroups: [], hidesGroups: true } });
  });

  test("a later round is compared with the one before: who rose, and by which criterion", () => {
    const { db, officer, viewer } = municipality();
    expect(compareWithRound(viewer, { roundId: 1, withId: null })).toMatchObject({ value: { base: null, comparison: null } });
    close(officer);
    createRound(officer, command);
    for (const [measureId, value] of [[1, 4], [2, 1]] as const) {
      db.$client.prepare("INSERT INTO rating (round_id, measure_id, criterion_id, user_id, rater_group_id, value, rated_at) VALUES (2, ?, 1, ?, 1, ?, '2027-05-09T08:00:00.000Z')").run(measureId, idOf("itContributor"), value);
    }
    expect(compareWithRound(viewer, { roundId: 2, withId: 77 })).toEqual(MISSING);
    expect(compareWithRound(viewer, { roundId: 2, withId: null })).toMatchObject({
      value: {
        base: { id: 1 },
        comparison: { changes: [{ title: "E-Akte einführen", rise: 1, before: { position: 2 }, after: { position: 1 }, causes: [{ name: "Nutzen" }, { name: "Risiko" }] }, { rise: -1 }] },
      },
    });
  });
});
