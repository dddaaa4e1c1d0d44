import { beforeAll, expect, test } from "vitest";
import { endForgottenRuns } from "#app/services/planning/finish-plan-run.server.ts";
import { planDemonstration, planDemonstrationAgain } from "#app/services/planning/plan-demonstration.server.ts";
import { plansAtRest, runPlansBy, type PlanRunner } from "#app/services/planning/plan-runs-in-progress.server.ts";
import type { Db } from "#db/client.server.ts";
import { endPlanRun, listPlanRuns } from "#db/queries/plan-runs.server.ts";
import { listScenarios } from "#db/queries/scenarios.server.ts";
import { insertDemonstration } from "#db/seed/load-demonstration.server.ts";
import { movableClock } from "#tests/support/clock.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aPlan } from "#tests/support/plans.ts";

const clock = movableClock();
const now = "2026-11-23T08:00:00.000Z";
let db: Db;

/** Never ends by itself, as a run in a program that is killed. */
const neverEnding: PlanRunner = (_work, _onNews, stop) => new Promise((resolve) => stop.addEventListener("abort", () => resolve({ kind: "failed", failure: { code: "lost", details: [] } })));
const runsOf = (scenarioId: number | null) => listPlanRuns(db, { scenarioId, limit: 50 });

beforeAll(() => {
  db = emptyDatabase();
  insertDemonstration(db, { now, passwordHash: "none" });
  runPlansBy(db, neverEnding);
});

test("a program that was killed while it planned the new demonstration plans it again, and only what never came to its end", async () => {
  planDemonstrationAgain({ db, clock });
  expect(listPlanRuns(db, { limit: 50 })).toEqual([]);
  planDemonstration({ db, clock });
  const wanted = [null, ...listScenarios(db, "active").map(({ id }) => id)];
  expect(wanted.length).toBeGreaterThan(1);
  expect(wanted.map((each) => runsOf(each).length)).toEqual(wanted.map(() => 1));

  expect(endForgottenRuns({ db, clock })).toBe(wanted.length);
  planDemonstrationAgain({ db, clock });
  expect(wanted.map((each) => runsOf(each).length)).toEqual(wanted.map(() => 2));

  // The live plan comes to its end, the scenarios are killed once more.
  const [live] = runsOf(null);
  endPlanRun(db, live?.id ?? 0, { state: "done", finishedAt: now, failure: null, plan: aPlan({ placed: [], leftOut: [] }) });
  endForgottenRuns({ db, clock });
  planDemonstrationAgain({ db, clock });
  expect(wanted.map((each) => runsOf(each).length)).toEqual(wanted.map((each) => (each === null ? 2 : 3)));
  await plansAtRest(db);
});
