import { expect, it } from "vitest";
import { checkChoice } from "#app/planner/check-choice.ts";
import { helpPlan, type HelpJob } from "#app/planner/help-plan.ts";
import { problemOfInstance } from "#app/planner/portfolio-instance.ts";
import { SharedPlan } from "#app/planner/shared-plan.ts";
import { solve } from "#app/planner/solve.ts";
import { generateInstance } from "#tests/support/portfolio-instances.ts";

const plan = (worth: number, missing = 0) => ({ chosen: Int32Array.of(worth, missing), worth, missing });
const problem = problemOfInstance(generateInstance({ count: 40, seed: 6 }));
function countingClock(): () => number {
  let now = 0;
  return () => (now += 1);
}

it("keeps the better plan: fewer mandatory activities missing, then worth more", () => {
  const shared = SharedPlan.of(plan(5, 1), 100);
  shared.offer(plan(4, 1));
  expect(shared.betterThan(plan(5, 1))).toBeNull();
  shared.offer(plan(3, 0));
  shared.offer(plan(9, 1));
  expect(shared.betterThan(plan(9, 1))).toEqual(plan(3, 0));
  expect(new SharedPlan(shared.memory).betterThan(plan(3, 0))).toBeNull();
});

it("keeps the lowest bound", () => {
  const shared = SharedPlan.of(plan(5), 100);
  shared.prove(90);
  shared.prove(95);
  expect(shared.bound).toBe(90);
});

it("a helper improves the plan that is shared, proves a bound, and ends with its time", async () => {
  let job: HelpJob | undefined;
  const alone = await solve(problem, { seed: 1, limit: { seconds: 0.05 }, clock: countingClock(), startHelper: (given) => {
    job = given;
    return () => undefined;
  } });
  expect(checkChoice(problem, alone.choice)).toEqual({ violations: [], objective: alone.objective });
  if (job === undefined) throw new Error("no helper was asked for");
  const first = plan(-Infinity, Infinity);
  const shared = SharedPlan.of(new SharedPlan(job.memory).betterThan(first) ?? first, Infinity);
  await helpPlan({ ...job, seconds: 4, memory: shared.memory }, countingClock());
  expect(shared.betterThan(first)?.worth).toBeGreaterThanOrEqual(alone.objective);
  expect(shared.bound).toBeLessThanOrEqual(alone.bound ?? 0);
});
