import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { showGroupWeights, showWeights } from "#app/services/prioritisation/show-weights.server.ts";
import { weighCriteria, type WeighCriteria } from "#app/services/prioritisation/weigh-criteria.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadRoundData, storeRoundCriteria } from "#db/queries/rounds.server.ts";
import { criterion, roundGroup } from "#db/schema/index.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const inGroup = (service: ServiceContext, raterGroupId: number | null): ServiceContext => ({ ...service, user: { ...service.user, raterGroupId } });

/** Three criteria: Nutzen 60, Risiko 40, Pflicht 20. The contributors weigh for group 1, the committee member for group 2. */
function municipality() {
  const db = emptyDatabase();
  const portfolio = aRatedPortfolio();
  storePortfolio(db, { ...portfolio, criteria: [...portfolio.criteria, { id: 3, name: "Pflicht", question: "", weight: 20, reversed: false, position: 3, levels: [] }] });
  const { itContributor, otherContributor, reviewer, officer, viewer, admin } = enrolPeople(db);
  return { db, people: { officer, viewer, admin, itContributor: inGroup(itContributor, 1), otherContributor: inGroup(otherContributor, null), reviewer: inGroup(reviewer, 2) } };
}

const equal = (raterGroupId: number, rowVersion = 1): WeighCriteria => ({ method: "equal", raterGroupId, rowVersion });
const points = (...weights: number[]): WeighCriteria => ({ method: "points", raterGroupId: 2, rowVersion: 1, weights: weights.map((weight, index) => ({ criterionId: index + 1, weight })) });
const pair = (firstCriterionId: number, secondCriterionId: number, intensity: number) => ({ firstCriterionId, secondCriterionId, intensity });
const pairs = (rowVersion: number, ...judgements: Array<ReturnType<typeof pair>>): WeighCriteria => ({ method: "pairwise", raterGroupId: 2, rowVersion, judgements });
const weightsOf = (db: ServiceContext["db"], raterGroupId: number) => loadRoundData(db, 1).groupWeights.filter((each) => each.raterGroupId === raterGroupId).map((each) => each.weight);

describe("weighing", () => {
  test("is refused for every group but one's own, to the officer too, and to whoever does not rate", () => {
    const { db, people } = municipality();
    for (const service of [people.itContributor, people.otherContributor, people.officer, people.viewer, people.admin, inGroup(people.viewer, 2)]) {
      expect(weighCriteria(service, equal(2))).toEqual(FORBIDDEN);
    }
    expect(weighCriteria(people.reviewer, equal(1))).toEqual(FORBIDDEN);
    expect(weightsOf(db, 2)).toEqual([]);
    expect(auditLog(db)).toEqual([]);
  });

  test("is refused after the group's last day, without an open round, and on an older version", () => {
    const { db, people } = municipality();
    db.update(roundGroup).set({ ratesUntil: plainDate("2027-05-09") }).run();
    expect(weighCriteria(people.reviewer, equal(2))).toMatchObject({ refusal: { fields: { "": [{ code: "over" }] } } });
    db.update(roundGroup).set({ ratesUntil: plainDate("2027-05-10") }).run();
    expect(weighCriteria(people.reviewer, equal(2, 7))).toMatchObject({ refusal: { code: "conflict", current: { rowVersion: 1 } } });
    db.delete(roundGroup).run();
    expect(weighCriteria(people.reviewer, equal(2))).toEqual({ ok: false, refusal: { code: "missing" } });
  });

  test("by points takes exactly 100 over exactly the round's criteria, and says by how much it differs", () => {
    const { db, people } = municipality();
    const refused = (command: WeighCriteria) => {
      const result = weighCriteria(people.reviewer, command);
      return result.ok || result.refusal.code !== "invalid" ? null : result.refusal.fields;
    };
    expect(refused(points(50, 30, 15))).toEqual({ "": [{ code: "pointsLeft", values: { sum: 95, difference: 5 } }] });
    expect(refused(points(50, 30, 27))).toEqual({ "": [{ code: "pointsTooMany", values: { sum: 107, difference: 7 } }] });
    expect(refused(points(50, 50))).toEqual({ "weights.c3": [{ code: "pointsMissing" }] });
    expect(refused(points(50, 50, 0, 0))).toEqual({ "": [{ code: "criteriaChanged" }] });
    expect(refused(points(150, -50, 0))).toEqual({ "": [{ code: "other" }] });
    expect(weighCriteria(people.reviewer, points(50, 50, 0))).toEqual({ ok: true, value: { missingCount: 0 } });
    expect(weightsOf(db, 2)).toEqual([50, 50, 0]);
    expect(auditLog(db).at(-1)).toMatchObject({
      userId: people.reviewer.user.id,
      action: "weigh",
      entity: "group_weight",
      entityId: 2,
      before: { weightingMethod: "standard", weights: {} },
      after: { roundId: 1, weightingMethod: "points", weights: { criterion1: 50, criterion2: 50, criterion3: 0 } },
    });
  });

  test("in pairs is kept in parts, and counts only when every pair is compared", () => {
    const { db, people } = municipality();
    expect(weighCriteria(people.reviewer, pairs(1, pair(1, 2, 2), pair(1, 3, 4)))).toEqual({ ok: true, value: { missingCount: 1 } });
    expect(weightsOf(db, 2)).toEqual([]);
    expect(showGroupWeights(people.reviewer, 2)).toMatchObject({ value: { group: { method: "standard", rowVersion: 2 }, judgements: [pair(1, 2, 2), pair(1, 3, 4)] } });
    // 3, 5 and 2 times as important: the textbook's consistent enough matrix.
    expect(weighCriteria(people.reviewer, pairs(2, pair(2, 3, 1)))).toEqual({ ok: true, value: { missingCount: 0 } });
    expect(weightsOf(db, 2)).toEqual([65, 23, 12]);
    expect(showGroupWeights(people.reviewer, 2)).toMatchObject({ value: { group: { method: "pairwise", rowVersion: 3 }, shares: [65, 23, 12] } });
  });

  test("in pairs refuses what is no comparison of two criteria of the round", () => {
    const { db, people } = municipality();
    for (const judgement of [pair(2, 1, 1), pair(1, 1, 0), pair(1, 77, 1), pair(1, 2, 9), pair(1, 2, 0.5)]) expect(weighCriteria(people.reviewer, pairs(1, judgement))).toMatchObject({ refusal: { code: "invalid" } });
    expect(weighCriteria(people.reviewer, pairs(1))).toMatchObject({ refusal: { fields: { "": [{ code: "nothingCompared" }] } } });
    expect(loadRoundData(db, 1).pairwise).toEqual([]);
  });

  test("goes back to the round's weights, and keeps the comparisons for later", () => {
    const { db, people } = municipality();
    weighCriteria(people.reviewer, pairs(1, pair(1, 2, 2), pair(1, 3, 4), pair(2, 3, 1)));
    expect(weighCriteria(people.reviewer, { method: "standard", raterGroupId: 2, rowVersion: 2 })).toMatchObject({ ok: true });
    expect(weightsOf(db, 2)).toEqual([]);
    expect(loadRoundData(db, 1).pairwise).toHaveLength(3);
    expect(weighCriteria(people.reviewer, equal(2, 3))).toMatchObject({ ok: true });
    expect(showGroupWeights(people.reviewer, 2)).toMatchObject({ value: { shares: [34, 33, 33] } });
  });
});

describe("the overview", () => {
  test("tells everybody how much each group counts and how it weighs; what it weighs, itself and the officer", () => {
    const { people } = municipality();
    weighCriteria(people.reviewer, points(70, 20, 10));
    const sharesFor = (service: ServiceContext) => {
      const shown = showWeights(service);
      return shown.ok && shown.value.round !== null ? shown.value.groups.map(({ weight, method, shares, canOpen, canWeigh }) => ({ weight, method, shares, canOpen, canWeigh })) : null;
    };
    const administration = { weight: 50, method: "standard", shares: [50, 33, 17] };
    const politics = { weight: 50, method: "points", shares: [70, 20, 10] };
    expect(sharesFor(people.reviewer)).toEqual([{ ...administration, canOpen: false, canWeigh: false }, { ...politics, canOpen: true, canWeigh: true }]);
    expect(sharesFor(people.itContributor)).toEqual([{ ...administration, canOpen: true, canWeigh: true }, { ...politics, shares: null, canOpen: false, canWeigh: false }]);
    expect(sharesFor(people.officer)).toEqual([{ ...administration, canOpen: true, canWeigh: false }, { ...politics, canOpen: true, canWeigh: false }]);
    expect(sharesFor(people.viewer)?.map((group) => group.shares)).toEqual([[50, 33, 17], null]);
  });

  test("one group's page opens for its members and, to read, for the officer", () => {
    const { people } = municipality();
    for (const service of [people.itContributor, people.otherContributor, people.viewer, people.admin]) expect(showGroupWeights(service, 2)).toEqual(FORBIDDEN);
    expect(showGroupWeights(people.officer, 2)).toMatchObject({ ok: true, value: { canWeigh: false, isOwn: false } });
    expect(showGroupWeights(people.officer, 99)).toEqual({ ok: false, refusal: { code: "missing" } });
  });

  test("names criteria that came after the group had weighed", () => {
    const { db, people } = municipality();
    weighCriteria(people.reviewer, points(70, 20, 10));
    db.insert(criterion).values({ id: 4, name: "Spät", weight: 10, position: 4 }).run();
    storeRoundCriteria(db, 1, [1, 2, 3, 4].map((criterionId) => ({ criterionId, weight: 25 })));
    expect(showGroupWeights(people.reviewer, 2)).toMatchObject({ value: { newCriteria: ["Spät"], shares: [70, 20, 10, 0] } });
    expect(showGroupWeights(people.itContributor, 1)).toMatchObject({ value: { newCriteria: [], shares: [25, 25, 25, 25] } });
  });
});
