import { expect, test } from "vitest";
import { analyseRobustness, type Robustness, type RobustnessInput } from "#app/domain/prioritisation/robustness.ts";
import { runRobustnessBy } from "#app/services/prioritisation/robustness-runs.server.ts";
import { showRobustness } from "#app/services/prioritisation/show-robustness.server.ts";
import type { Db } from "#db/client.server.ts";
import { rating } from "#db/schema/index.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const asked = { roundId: null, spread: 30, top: 1, page: 1 };

function aRatedDatabase() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, ...enrolPeople(db) };
}

/** Analyses really, and notes what it was asked. */
function countRuns(db: Db): RobustnessInput[] {
  const inputs: RobustnessInput[] = [];
  runRobustnessBy(db, async (input) => {
    inputs.push(input);
    const result = analyseRobustness({ ...input, sampleCount: 20 });
    return result as Robustness;
  });
  return inputs;
}

test("committee members do not read the living ranking", async () => {
  const { reviewer } = aRatedDatabase();
  expect(await showRobustness(reviewer, asked)).toEqual({ ok: false, refusal: { code: "forbidden" } });
});

test("a round that does not exist is missing", async () => {
  const { officer } = aRatedDatabase();
  expect(await showRobustness(officer, { ...asked, roundId: 99 })).toEqual({ ok: false, refusal: { code: "missing" } });
});

test("whoever reads the plan, of the lead unit or another, sees how sure each place is", async () => {
  const { officer, itContributor, otherContributor, viewer } = aRatedDatabase();
  for (const service of [officer, itContributor, otherContributor, viewer]) {
    const answer = await showRobustness(service, { ...asked, spread: 0, top: 99, page: 7 });
    if (!answer.ok || answer.value.result === null) throw new Error("refused");
    const { settings, result } = answer.value;
    expect(settings).toEqual({ spread: 0, seed: 1, sampleCount: 10_000 });
    expect(result).toMatchObject({ top: 2, ratedCount: 2, page: 1, unratedCount: 1, inCount: 2 });
    // With no freedom every place is the ranking's.
    expect(result.entries.map(({ title, bestPosition, worstPosition, topShare }) => [title, bestPosition, worstPosition, topShare])).toEqual([
      ["Serviceportal ausbauen", 1, 1, 1],
      ["E-Akte einführen", 2, 2, 1],
    ]);
    expect(result.entries[0]?.swap?.lowerTitle).toBe("E-Akte einführen");
    expect(result.entries[1]?.swap).toBeNull();
  }
});

test("without a round there is nothing to compute, and without ratings nothing that could be sure", async () => {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio({ criteria: [], raterGroups: [] }));
  expect(await showRobustness(enrolPeople(db).viewer, asked)).toMatchObject({ ok: true, value: { rounds: [], result: null } });
  const unrated = emptyDatabase();
  storePortfolio(unrated, aRatedPortfolio());
  unrated.delete(rating).run();
  expect(await showRobustness(enrolPeople(unrated).viewer, asked)).toMatchObject({ ok: true, value: { result: { ratedCount: 0, unratedCount: 3, entries: [], example: null } } });
});

test("the same question is computed once, whatever counts as top; new ratings ask anew", async () => {
  const { db, officer, viewer } = aRatedDatabase();
  const inputs = countRuns(db);
  await Promise.all([showRobustness(officer, asked), showRobustness(viewer, { ...asked, top: 2 })]);
  await showRobustness(viewer, asked);
  expect(inputs.length).toBe(1);
  await showRobustness(viewer, { ...asked, spread: 40 });
  expect(inputs.length).toBe(2);
  db.update(rating).set({ value: 0 }).run();
  await showRobustness(viewer, asked);
  expect(inputs.map((input) => input.spread)).toEqual([30, 40, 30]);
});

test("one analysis runs at a time, and one that is lost does not stop the next", async () => {
  const { db, viewer } = aRatedDatabase();
  let running = 0;
  runRobustnessBy(db, async (input) => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
    if (input.spread === 10) throw new Error("lost");
    return analyseRobustness({ ...input, sampleCount: 2 }) as Robustness;
  });
  const [lost, kept] = await Promise.allSettled([showRobustness(viewer, { ...asked, spread: 10 }), showRobustness(viewer, { ...asked, spread: 20 })]);
  expect([lost.status, kept.status]).toEqual(["rejected", "fulfilled"]);
});
