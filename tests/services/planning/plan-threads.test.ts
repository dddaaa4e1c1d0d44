import { expect, test } from "vitest";
import { workOnPlan } from "#app/http/plan-worker.server.ts";
import { noChanges } from "#app/domain/planning/scenario.ts";
import { checkPlan } from "#app/planner/model/check-plan.ts";
import { makePlan } from "#app/services/planning/make-plan.server.ts";
import type { PlanNews } from "#app/services/planning/plan-runs-in-progress.server.ts";
import { aCandidate, aPlannerInput, someSettings } from "#tests/support/planner-input.ts";

const settings = someSettings();
const input = aPlannerInput({ measures: Array.from({ length: 40 }, (_, index) => aCandidate(index + 1)), priorities: Array.from({ length: 40 }, (_, index) => ({ measureId: index + 1, place: index + 1, score: 90 - index })) });
const work = { input, changes: noChanges, settings, seed: 1, seconds: 0.3 };
const onNews = () => undefined;

test("a helper that cannot even begin does not fail the plan", async () => {
  const outcome = await workOnPlan({ work: { ...work, input: JSON.stringify(input) }, stop: new Int32Array(new SharedArrayBuffer(4)) }, onNews, "app/http/there-is-no-such-file.js");
  expect(outcome.kind === "planned" && checkPlan(input, settings, outcome.plan)).toEqual([]);
});

test("a helper is started with the problem, ended with the plan, and the plan says that two searched", async () => {
  const told: string[] = [];
  const startHelper = () => {
    told.push("started");
    return () => void told.push("ended");
  };
  const planning = { clock: () => performance.now(), isStopped: () => false, onNews };
  const together = await makePlan(work, { ...planning, startHelper });
  expect(told).toEqual(["started", "ended"]);
  const alone = await makePlan(work, planning);
  expect([together, alone].map((outcome) => outcome.kind === "planned" && outcome.plan.threads)).toEqual([2, 1]);
});

test("a long search is kept now and then, each time as a checked plan worth more than the first", async () => {
  const news: PlanNews[] = [];
  let now = 0;
  // Every look at this clock takes long, so that a short search is a long one.
  await makePlan({ ...work, input, seconds: 60 }, { clock: () => (now += 150), isStopped: () => false, onNews: (each) => news.push(each) });
  const kept = news.flatMap(({ plan }) => (plan === null ? [] : [plan]));
  expect(kept.map((plan) => checkPlan(input, settings, plan))).toEqual(kept.map(() => []));
  const worth = kept.map((plan) => plan.objective);
  expect(worth).toEqual([...worth].sort((a, b) => a - b));
});
