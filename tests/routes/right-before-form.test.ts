import { expect, it } from "vitest";
import { action as act } from "#app/routes/ballots/ballot.tsx";
import { action as move } from "#app/routes/planning/move-measure.tsx";
import { action as answer } from "#app/routes/prioritisation/answer.ts";
import { action as saveStrategyItem } from "#app/routes/strategy/strategy-item.tsx";
import { findBallot } from "#db/queries/ballots.server.ts";
import { aBallotingTown, anOpenBallot } from "#tests/support/ballots.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

it("the right comes before the form: an unreadable form of somebody without it is forbidden, not wrong", async () => {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio({ measures: [aMeasure({ id: 1 })] }));
  const people = enrolPeople(db);
  for (const person of ["otherContributor", "reviewer", "viewer"] as const) {
    const { clock, user } = people[person];
    const args = (params: Record<string, string>) => ({
      request: new Request("http://localhost/x", { method: "POST", body: new URLSearchParams() }),
      params,
      context: { db, clock, user, expiredUserId: null, nonce: "n", clientAddress: "" },
    });
    await expect(move(args({ id: "1" }))).rejects.toMatchObject({ status: 403 });
    await expect(saveStrategyItem(args({ kind: "handlungsfelder", itemId: "neu" }))).rejects.toMatchObject({ status: 403 });
    if (person === "viewer") await expect(answer(args({ measureId: "1" }))).rejects.toMatchObject({ status: 403 });
  }
});

it("each button of a ballot asks for its own right: a member cannot open or discard one, the officer cannot vote", async () => {
  const town = aBallotingTown();
  const { db, people } = town;
  const ballotId = anOpenBallot(town);
  const press = ({ clock, user }: typeof people.officer, intent: string) =>
    act({
      request: new Request("http://localhost/x", { method: "POST", body: new URLSearchParams({ intent, rowVersion: "2" }) }),
      params: { ballotId: String(ballotId) },
      context: { db, clock, user, expiredUserId: null, nonce: "n", clientAddress: "" },
    });
  for (const intent of ["open", "discard"]) await expect(press(people.reviewer, intent)).rejects.toMatchObject({ status: 403 });
  for (const intent of ["review", "cast", "change"]) await expect(press(people.officer, intent)).rejects.toMatchObject({ status: 403 });
  expect(findBallot(db, ballotId)).toMatchObject({ state: "open", rowVersion: 2 });
});
