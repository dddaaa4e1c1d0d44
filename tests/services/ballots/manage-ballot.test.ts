import { describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { euros } from "#app/domain/money/cents.ts";
import { castVote } from "#app/services/ballots/cast-vote.server.ts";
import { closeBallot, showClosing } from "#app/services/ballots/close-ballot.server.ts";
import { listBallots } from "#app/services/ballots/list-ballots.server.ts";
import { openBallot } from "#app/services/ballots/open-ballot.server.ts";
import { createBallot, discardBallot, saveBallot } from "#app/services/ballots/save-ballot.server.ts";
import { showBallot } from "#app/services/ballots/show-ballot.server.ts";
import { showBallotForm } from "#app/services/ballots/show-ballot-form.server.ts";
import { ballotItems, findBallot, findResultText, listBallots as storedBallots } from "#db/queries/ballots.server.ts";
import { costItem, user } from "#db/schema/index.ts";
import { auditLog } from "#tests/support/audit.ts";
import { aBallotCommand, aBallotingTown, aDraft, anOpenBallot, choose } from "#tests/support/ballots.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const refusedWith = (field: string, code: string) => ({ ok: false, refusal: { code: "invalid", fields: { [field]: [{ code }] } } });

describe("a ballot is refused", () => {
  test("to everybody but the digital officer", () => {
    const town = aBallotingTown();
    const ballotId = aDraft(town);
    const { itContributor, otherContributor, reviewer, viewer, admin } = town.people;
    for (const service of [itContributor, otherContributor, reviewer, viewer, admin]) {
      expect(createBallot(service, aBallotCommand(town))).toEqual(FORBIDDEN);
      expect(saveBallot(service, { ...aBallotCommand(town), ballotId, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(discardBallot(service, { ballotId, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(openBallot(service, { ballotId, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(closeBallot(service, { ballotId, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(showClosing(service, ballotId)).toEqual(FORBIDDEN);
      expect(showBallotForm(service, null)).toEqual(FORBIDDEN);
      expect(showBallot(service, ballotId)).toEqual(FORBIDDEN);
    }
    for (const service of [itContributor, viewer, admin]) expect(listBallots(service)).toEqual(FORBIDDEN);
    expect(listBallots(reviewer)).toMatchObject({ value: { ballots: [] } });
    expect(storedBallots(town.db)).toHaveLength(1);
  });

  test("without measures, members, budget or points, and with what cannot be voted on", () => {
    const town = aBallotingTown();
    const attempt = (overrides: Parameters<typeof aBallotCommand>[1]) => createBallot(town.people.officer, aBallotCommand(town, overrides));
    expect(attempt({ measureIds: [] })).toMatchObject(refusedWith("measureIds", "noMeasures"));
    expect(attempt({ measureIds: [4] })).toMatchObject(refusedWith("measureIds", "noOneOffCost"));
    expect(attempt({ measureIds: [1, 5] })).toMatchObject(refusedWith("measureIds", "costUnknown"));
    expect(attempt({ measureIds: [77] })).toMatchObject(refusedWith("measureIds", "notACandidate"));
    expect(attempt({ budgetCents: euros(20_000) })).toMatchObject(refusedWith("measureIds", "dearerThanBudget"));
    expect(attempt({ budgetCents: euros(0) })).toMatchObject(refusedWith("budgetCents", "budgetMissing"));
    expect(attempt({ memberIds: [] })).toMatchObject(refusedWith("memberIds", "noMembers"));
    expect(attempt({ memberIds: [town.people.viewer.user.id] })).toMatchObject(refusedWith("memberIds", "notInCommittee"));
    for (const pointsPerMember of [null, 0, 101]) expect(attempt({ kind: "points", pointsPerMember })).toMatchObject(refusedWith("pointsPerMember", "points"));
    expect(storedBallots(town.db)).toEqual([]);
    expect(auditLog(town.db).filter((event) => event.entity === "ballot")).toEqual([]);
  });

  test("a change once it is open, and when somebody else saved first", () => {
    const town = aBallotingTown();
    const { officer } = town.people;
    const ballotId = aDraft(town);
    expect(saveBallot(officer, { ...aBallotCommand(town, { title: "Neu" }), ballotId, rowVersion: 1 })).toMatchObject({ ok: true });
    expect(saveBallot(officer, { ...aBallotCommand(town), ballotId, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict", current: { title: "Neu" } } });
    expect(openBallot(officer, { ballotId, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(closeBallot(officer, { ballotId, rowVersion: 2 })).toMatchObject(refusedWith("", "notOpen"));
    expect(openBallot(officer, { ballotId, rowVersion: 2 })).toMatchObject({ ok: true });
    expect(saveBallot(officer, { ...aBallotCommand(town), ballotId, rowVersion: 3 })).toMatchObject(refusedWith("", "notDraft"));
    expect(discardBallot(officer, { ballotId, rowVersion: 3 })).toMatchObject(refusedWith("", "notDraft"));
    expect(openBallot(officer, { ballotId, rowVersion: 3 })).toMatchObject(refusedWith("", "notDraft"));
    expect(closeBallot(officer, { ballotId, rowVersion: 2 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(findBallot(town.db, ballotId)).toMatchObject({ title: "Neu", state: "open" });
  });

  test("opening, when a cost or the committee has changed since the draft", () => {
    const town = aBallotingTown();
    const ballotId = aDraft(town);
    town.db.update(costItem).set({ amountCents: euros(35_000) }).where(eq(costItem.id, 1)).run();
    town.db.update(user).set({ deactivatedAt: "2027-05-01T00:00:00.000Z" }).where(eq(user.id, 914)).run();
    expect(openBallot(town.people.officer, { ballotId, rowVersion: 1 })).toMatchObject({ refusal: { fields: { "": [{ code: "changedSince", values: { names: "„WLAN“, „Ratsmitglied 914“" } }] } } });
    expect(findBallot(town.db, ballotId)?.state).toBe("draft");
  });
});

describe("a ballot", () => {
  test("is drawn up, changed and discarded with an entry for each, and freezes costs when saved", () => {
    const town = aBallotingTown();
    const { officer } = town.people;
    const ballotId = aDraft(town);
    expect(ballotItems(town.db, ballotId)).toEqual([
      { measureId: 2, title: "App", costCents: euros(20_000) },
      { measureId: 3, title: "Chatbot", costCents: euros(10_000) },
      { measureId: 1, title: "WLAN", costCents: euros(30_000) },
    ]);
    saveBallot(officer, { ...aBallotCommand(town, { kind: "points", pointsPerMember: 10, measureIds: [1, 2] }), ballotId, rowVersion: 1 });
    expect(findBallot(town.db, ballotId)).toMatchObject({ kind: "points", pointsPerMember: 10, rowVersion: 2 });
    saveBallot(officer, { ...aBallotCommand(town, { pointsPerMember: 7 }), ballotId, rowVersion: 2 });
    expect(findBallot(town.db, ballotId)).toMatchObject({ kind: "approval", pointsPerMember: null });
    expect(discardBallot(officer, { ballotId, rowVersion: 3 })).toMatchObject({ ok: true });
    expect(auditLog(town.db).map(({ action }) => action)).toEqual(["create", "update", "update", "delete"]);
    expect(town.db.$client.prepare("SELECT count(*) FROM ballot_item").pluck().get()).toBe(0);
  });

  test("counts when it is closed; the result never changes afterwards, whatever happens to the plan", () => {
    const town = aBallotingTown();
    const ballotId = anOpenBallot(town);
    // Three for WLAN, two for App and Chatbot: 40,000 for five are 8,000 each.
    for (const member of town.members.slice(0, 3)) castVote(member, { ballotId, choices: choose(1) });
    for (const member of town.members.slice(3)) castVote(member, { ballotId, choices: choose(2, 3) });
    expect(showBallot(town.people.officer, ballotId)).toMatchObject({ value: { votedCount: 5, memberCount: 5, result: null } });
    expect(showClosing(town.people.officer, ballotId)).toMatchObject({ value: { votedCount: 5, isWithheld: false } });
    expect(closeBallot(town.people.officer, { ballotId, rowVersion: 2 })).toMatchObject({ ok: true });
    const text = findResultText(town.db, ballotId);
    town.db.update(costItem).set({ amountCents: euros(1) }).run();
    const shown = showBallot(town.people.reviewer, ballotId);
    if (!shown.ok) throw new Error("refused");
    expect(shown.value.result).toMatchObject({ voterCount: 5, memberCount: 5, greedy: { fundedIds: ["3", "1"] }, items: [{ title: "App" }, { title: "Chatbot" }, { costCents: euros(30_000) }] });
    expect(shown.value.result?.equalShares?.fundedIds).toEqual(["3", "1"]);
    expect(findResultText(town.db, ballotId)).toBe(text);
    expect(auditLog(town.db).at(-1)).toMatchObject({ action: "closeBallot", after: { votedCount: 5 } });
    expect(closeBallot(town.people.officer, { ballotId, rowVersion: 3 })).toMatchObject(refusedWith("", "notOpen"));
  });

  test("in secret needs three papers; fewer are destroyed uncounted", () => {
    const town = aBallotingTown();
    const ballotId = anOpenBallot(town);
    for (const member of town.members.slice(0, 2)) castVote(member, { ballotId, choices: choose(1) });
    expect(showClosing(town.people.officer, ballotId)).toMatchObject({ value: { votedCount: 2, isWithheld: true } });
    closeBallot(town.people.officer, { ballotId, rowVersion: 2 });
    expect(showBallot(town.people.officer, ballotId)).toMatchObject({ value: { result: { voterCount: 2, papers: [], equalShares: null, greedy: null } } });
    expect(town.db.$client.prepare("SELECT count(*) FROM ballot_paper").pluck().get()).toBe(0);
  });

  test("that is open names everybody's choices after closing and counts a single paper", () => {
    const town = aBallotingTown();
    const ballotId = anOpenBallot(town, { isSecret: false });
    castVote(town.people.reviewer, { ballotId, choices: choose(3) });
    expect(JSON.stringify(showBallot(town.people.officer, ballotId))).not.toContain('"points":1');
    closeBallot(town.people.officer, { ballotId, rowVersion: 2 });
    expect(showBallot(town.people.officer, ballotId)).toMatchObject({ value: { result: { papers: [{ voter: "Rita Rat", choices: [{ measureId: 3, points: 1 }] }], greedy: { fundedIds: ["3"] } } } });
  });
});
