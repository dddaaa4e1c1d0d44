import { expect, test } from "vitest";
import { showBenefitAndEffort } from "#app/services/prioritisation/show-benefit-and-effort.server.ts";
import { measure, prioritisationRound } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const suggested = { roundId: null, benefitIds: [] };

function ratedMunicipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, ...enrolPeople(db) };
}

test("committee members do not read the living plan", () => {
  expect(showBenefitAndEffort(ratedMunicipality().reviewer, suggested)).toEqual({ ok: false, refusal: { code: "forbidden" } });
});

test("a round that does not exist is missing", () => {
  expect(showBenefitAndEffort(ratedMunicipality().officer, { ...suggested, roundId: 99 })).toEqual({ ok: false, refusal: { code: "missing" } });
});

test("everybody who reads the plan sees the same picture: the common result, and no group's figures", () => {
  const { officer, itContributor, otherContributor, viewer, admin } = ratedMunicipality();
  const seen = [officer, itContributor, otherContributor, viewer, admin].map((service) => showBenefitAndEffort(service, suggested));
  for (const each of seen) expect(each).toEqual(seen[0]);
  expect(JSON.stringify(seen[0])).not.toMatch(/raterGroup|groupScores|"Verwaltung"|"Politik"/);
});

test("risk is no benefit; what lacks a figure is listed; cost and effort are those of the plan", () => {
  const answer = showBenefitAndEffort(ratedMunicipality().viewer, suggested);
  if (!answer.ok) throw new Error("refused");
  const { criteria, placed, unplaced } = answer.value;
  expect(criteria.map(({ name, isBenefit }) => [name, isBenefit])).toEqual([
    ["Nutzen", true],
    ["Risiko", false],
  ]);
  // Demands are per quarter and last four.
  // Measure 2: administration 4, politics 3 on Nutzen -> 87.5; its training has no estimate, so 40,000 € is the least it costs.
  expect(placed.map(({ title, position, benefitTenths, effort, cost, quadrant }) => [title, position, benefitTenths, effort.known, cost.known, cost.unknownCount, quadrant])).toEqual([
    ["Serviceportal ausbauen", 1, 875, 120, 4_000_000, 1, "strategic"],
    ["E-Akte einführen", 2, 500, 80, 2_300_000, 0, "now"],
  ]);
  expect(unplaced.map(({ title, missing }) => [title, missing])).toEqual([["Schul-WLAN erneuern", ["benefit", "effort", "cost"]]]);
});

test("other criteria count as benefit where they are asked for", () => {
  const answer = showBenefitAndEffort(ratedMunicipality().viewer, { ...suggested, benefitIds: [2] });
  // Measure 2's risk of 1 counts as 3 of 4, measure 1's of 3 as 1 of 4.
  expect(answer.ok && answer.value.placed.map((measure) => measure.benefitTenths)).toEqual([750, 250]);
});

test("a municipality without a round, or without measures, has an empty picture", () => {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio());
  const { viewer } = enrolPeople(db);
  expect(showBenefitAndEffort(viewer, suggested)).toMatchObject({ ok: true, value: { placed: [], unplaced: [] } });
  db.delete(prioritisationRound).run();
  db.delete(measure).run();
  expect(showBenefitAndEffort(viewer, suggested)).toMatchObject({ ok: true, value: { round: null, placed: [], unplaced: [] } });
});
