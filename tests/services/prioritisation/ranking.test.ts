import { expect, test } from "vitest";
import { showRanking } from "#app/services/prioritisation/show-ranking.server.ts";
import { aPortfolio, aPortfolioOf } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const firstPage = { page: 1, explainedId: null };

test("committee members do not read the living ranking", () => {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  const { reviewer } = enrolPeople(db);
  expect(showRanking(reviewer, firstPage)).toEqual({ ok: false, refusal: { code: "forbidden" } });
});

test("the administration reads it; only the digital officer may change its weights", () => {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  const { officer, itContributor, otherContributor, viewer, admin } = enrolPeople(db);
  const answers = [officer, itContributor, otherContributor, viewer, admin].map((service) => showRanking(service, firstPage));
  expect(answers.map((answer) => answer.ok && [answer.value.canEditCriteria, answer.value.canRate])).toEqual([
    [true, true],
    [false, true],
    [false, true],
    [false, false],
    [false, false],
  ]);
});

test("ranks what is rated, lists what is not, and explains one place", () => {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  const { viewer } = enrolPeople(db);
  const answer = showRanking(viewer, { page: 9, explainedId: 1 });
  if (!answer.ok) throw new Error("refused");
  const { entries, unrated, explained, page, pageCount } = answer.value;
  // Measure 2: administration 4 and politics 3 on Nutzen -> 3.5; Risiko 1 reversed -> 3. 25 * (0.6*3.5 + 0.4*3) = 82.5.
  expect(entries.map((entry) => [entry.position, entry.title, entry.scoreTenths])).toEqual([
    [1, "Serviceportal ausbauen", 825],
    [2, "E-Akte einführen", 400],
  ]);
  expect(unrated.map((entry) => [entry.title, entry.missingCount])).toEqual([["Schul-WLAN erneuern", 4]]);
  expect(explained).toMatchObject({ measureId: 1, above: { position: 1, title: "Serviceportal ausbauen", behindTenths: 425 }, coveredWeight: 100 });
  expect([page, pageCount]).toEqual([1, 1]);
});

test("an empty municipality has an empty ranking", () => {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio({ criteria: [], raterGroups: [] }));
  const answer = showRanking(enrolPeople(db).viewer, firstPage);
  expect(answer).toMatchObject({ ok: true, value: { entries: [], unrated: [], explained: null, pageCount: 1 } });
});

test("long rankings come in pages of fifty, and a measure to explain brings its page", () => {
  const db = emptyDatabase();
  const many = aPortfolioOf(400);
  const { criteria, raterGroups } = aRatedPortfolio();
  const ratings = many.measures.map((measure) => ({ measureId: measure.id, criterionId: 1, userId: 1, raterGroupId: 1, value: measure.id % 5 }));
  storePortfolio(db, { ...many, criteria, raterGroups, ratings });
  const service = enrolPeople(db).viewer;
  const first = showRanking(service, firstPage);
  const last = showRanking(service, { page: 3, explainedId: null });
  if (!first.ok || !last.ok) throw new Error("refused");
  expect(first.value.entries).toHaveLength(50);
  expect(last.value.entries[0]?.position).toBe(101);
  const lastId = last.value.entries.at(-1)?.measureId ?? null;
  expect(showRanking(service, { page: 1, explainedId: lastId })).toMatchObject({ ok: true, value: { page: 3, explained: { measureId: lastId } } });
});

test("where a group weighs the criteria itself, the weights shown are the common ones that count", () => {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio({ groupWeights: [{ raterGroupId: 1, criterionId: 1, weight: 100 }] }));
  const answer = showRanking(enrolPeople(db).viewer, firstPage);
  if (!answer.ok) throw new Error("refused");
  // One of two groups of the same weight gives everything to the first criterion, the other keeps 60 to 40.
  expect(answer.value.criteria.map((criterion) => criterion.weight)).toEqual([8_000, 2_000]);
});

test("money and staff end somewhere in the order in force, and the page says where and why", () => {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio({ measures: aRatedPortfolio().measures.map((measure) => ({ ...measure, status: "planned" as const })) }));
  const { viewer } = enrolPeople(db);
  const shown = showRanking(viewer, { page: 1, explainedId: null });
  // Measure 2 needs 30 person-days of team 1 in the second quarter, which has 25.
  expect(shown).toMatchObject({
    value: { affordability: { fittingIds: [], boundCount: 0, first: { measureId: 2, place: 1, title: "Serviceportal ausbauen", breaks: [{ kind: "staff", quarter: "2027-Q2", team: "Team Fachverfahren", over: 5 }] } } },
  });
  db.$client.exec("DELETE FROM team_capacity; DELETE FROM budget_frame");
  expect(showRanking(viewer, { page: 1, explainedId: null })).toMatchObject({ value: { affordability: null } });
});
