import { expect, it } from "vitest";
import { action as move } from "#app/routes/planning/move-measure.tsx";
import { action as saveStrategyItem } from "#app/routes/strategy/strategy-item.tsx";
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
  }
});
