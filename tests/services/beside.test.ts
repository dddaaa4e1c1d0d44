import { expect, test } from "vitest";
import { forbidden, ok } from "#app/domain/result.ts";
import { beside, performBeside, workBesideBy, type BesideWork } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { isWrittenBeside, writesAtRest } from "#app/services/writes-beside.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

function people() {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio());
  return enrolPeople(db);
}

const double = ({ user }: ServiceContext, number: number) => (user.role === "reviewer" ? forbidden() : ok(2 * number));
const doubleBeside = beside({ lane: "planning", name: "double", isLarge: (_db, [number]) => number > 10, isWrite: true }, double);

test("the thread refuses whom the service refuses, and knows no other work", async () => {
  const { reviewer } = people();
  workBesideBy(reviewer.db, ({ name, args, user }) => Promise.resolve(performBeside({ ...reviewer, user }, name, args)));
  expect(await doubleBeside(reviewer, 11)).toEqual(forbidden());
  expect(() => performBeside(reviewer, "somethingElse", [])).toThrow("there is no work called somethingElse");
});

test("little is done here, much is handed over with who asked for it", async () => {
  const { officer } = people();
  const handed: BesideWork[] = [];
  workBesideBy(officer.db, (work) => {
    handed.push(work);
    return Promise.resolve(performBeside({ ...officer, user: work.user }, work.name, work.args));
  });
  expect([await doubleBeside(officer, 10), await doubleBeside(officer, 11)]).toEqual([ok(20), ok(22)]);
  expect(handed).toEqual([{ lane: "planning", name: "double", user: officer.user, args: [11] }]);
});

test("whoever wants to write waits for work that writes, and no longer when it was lost", async () => {
  const { officer } = people();
  let lose: (error: Error) => void = () => undefined;
  workBesideBy(officer.db, () => new Promise((_resolve, reject) => (lose = reject)));
  const lost = doubleBeside(officer, 11);
  expect(isWrittenBeside(officer.db)).toBe(true);
  expect(await writesAtRest(officer.db, 1)).toBe(false);
  lose(new Error("lost on purpose"));
  await expect(lost).rejects.toThrow("lost on purpose");
  expect([await writesAtRest(officer.db), isWrittenBeside(officer.db)]).toEqual([true, false]);
});
