import { describe, expect, test } from "vitest";
import { showTrialWeights } from "#app/services/prioritisation/show-trial-weights.server.ts";
import { discardProposal, proposeWeights } from "#app/services/prioritisation/weight-proposals.server.ts";
import { showRanking } from "#app/services/prioritisation/show-ranking.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { auditEvent } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const proposal = { roundId: 1, title: "Risiko zuerst", weights: [{ criterionId: 1, points: 10 }, { criterionId: 2, points: 90 }] };

function aRatedDatabase() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, ...enrolPeople(db) };
}

function trialOf(service: ServiceContext) {
  const answer = showTrialWeights(service, null);
  if (!answer.ok || answer.value.trial === null) throw new Error("refused");
  return { ...answer.value.trial, canPropose: answer.value.canPropose };
}

describe("refused", () => {
  test("committee members neither see the living ranking nor propose weights for it", () => {
    const { reviewer } = aRatedDatabase();
    expect(showTrialWeights(reviewer, null)).toEqual({ ok: false, refusal: { code: "forbidden" } });
    expect(proposeWeights(reviewer, proposal)).toEqual({ ok: false, refusal: { code: "forbidden" } });
    expect(discardProposal(reviewer, 1)).toEqual({ ok: false, refusal: { code: "forbidden" } });
  });

  test("who only reads may try but not propose", () => {
    const { viewer, admin } = aRatedDatabase();
    for (const service of [viewer, admin]) {
      expect(trialOf(service).canPropose).toBe(false);
      expect(proposeWeights(service, proposal)).toEqual({ ok: false, refusal: { code: "forbidden" } });
    }
  });

  test("a round that does not exist, criteria that are not the round's, and nothing but zeros", () => {
    const { officer } = aRatedDatabase();
    expect(showTrialWeights(officer, 99)).toEqual({ ok: false, refusal: { code: "missing" } });
    expect(proposeWeights(officer, { ...proposal, roundId: 99 })).toEqual({ ok: false, refusal: { code: "missing" } });
    const unknown = { ok: false, refusal: { code: "invalid", fields: { "": [{ code: "unknownCriterion" }] } } };
    expect(proposeWeights(officer, { ...proposal, weights: proposal.weights.slice(1) })).toEqual(unknown);
    expect(proposeWeights(officer, { ...proposal, weights: [...proposal.weights, { criterionId: 7, points: 1 }] })).toEqual(unknown);
    expect(proposeWeights(officer, { ...proposal, weights: proposal.weights.map((each) => ({ ...each, points: 101 })) })).toEqual(unknown);
    expect(proposeWeights(officer, { ...proposal, weights: proposal.weights.map((each) => ({ ...each, points: 0 })) })).toEqual({ ok: false, refusal: { code: "invalid", fields: { "": [{ code: "allZero" }] } } });
  });

  test("another department's proposal is not one's own to discard", () => {
    const { itContributor, otherContributor } = aRatedDatabase();
    expect(proposeWeights(itContributor, proposal).ok).toBe(true);
    expect(trialOf(otherContributor).proposals[0]?.canDiscard).toBe(false);
    expect(discardProposal(otherContributor, 1)).toEqual({ ok: false, refusal: { code: "forbidden" } });
    expect(discardProposal(otherContributor, 99)).toEqual({ ok: false, refusal: { code: "missing" } });
  });
});

test("a proposal says what it would change, and changes nothing", () => {
  const { db, itContributor, officer } = aRatedDatabase();
  const rankingNow = () => showRanking(officer, { page: 1, explainedId: null });
  const before = rankingNow();
  expect(proposeWeights(itContributor, proposal)).toEqual({ ok: true, value: { proposalId: 1 } });
  expect(rankingNow()).toEqual(before);
  expect(trialOf(officer).proposals).toMatchObject([{ id: 1, title: "Risiko zuerst", userName: "Ida Tramm", proposedAt: "2027-05-10T08:00:00.000Z", points: [10, 90], changeCount: 0, canDiscard: true }]);
  const [event] = db.select().from(auditEvent).all();
  expect(event).toMatchObject({ action: "propose", entity: "weightProposal", entityId: 1, userId: itContributor.user.id });
  expect(JSON.parse(event?.after ?? "")).toEqual({ title: "Risiko zuerst", roundId: 1, weights: "Nutzen: 10; Risiko: 90" });
});

test("author and officer discard it, and the log keeps that it was there", () => {
  const { db, itContributor, officer } = aRatedDatabase();
  proposeWeights(itContributor, proposal);
  proposeWeights(itContributor, proposal);
  expect(discardProposal(itContributor, 1)).toEqual({ ok: true, value: { title: "Risiko zuerst", roundId: 1 } });
  expect(discardProposal(officer, 2).ok).toBe(true);
  expect(trialOf(officer).proposals).toEqual([]);
  expect(db.select().from(auditEvent).all().map((event) => event.action)).toEqual(["propose", "propose", "delete", "delete"]);
});

test("what is sent to the browser are the round's own weights and the levels the ranking counts", () => {
  const { viewer } = aRatedDatabase();
  const { criteria, measures } = trialOf(viewer);
  expect(criteria.map(({ weight, points }) => [weight, points])).toEqual([[60, 60], [40, 40]]);
  expect(measures.find((measure) => measure.id === 2)?.levels).toEqual([35_000, 30_000]);
  expect(measures.find((measure) => measure.id === 3)?.levels).toEqual([null, null]);
});
