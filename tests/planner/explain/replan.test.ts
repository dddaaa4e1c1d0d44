import fc from "fast-check";
import { expect, test } from "vitest";
import { checkChoice } from "#app/planner/check-choice.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import { choiceAt, placesOf } from "#app/planner/explain/places.ts";
import { replanWithFewestMoves, usualStability } from "#app/planner/explain/replan.ts";
import { startsEarlierAfter } from "#app/planner/explain/starts-earlier.ts";
import type { PlanningProblem } from "#app/planner/problem.ts";
import { firstPlan } from "#app/planner/search/first-plan.ts";
import { problems } from "./random-problem.ts";

const terms = { seed: 1, limit: { steps: 8 }, clock: () => 0 };
const shorter = (problem: PlanningProblem): PlanningProblem => ({ ...problem, rows: problem.rows.map(({ capacity }, row) => ({ capacity: row % 3 === 0 ? Math.floor(capacity * 0.7) : capacity })) });

test("a plan is found again in the problem it was made for", () => {
  fc.assert(
    fc.property(problems({ mandatoryShare: 0.2, capacity: 8 }), (problem) => {
      const choice = firstPlan(compileProblem(problem)).choice();
      expect(choiceAt(problem, placesOf(problem, choice))).toEqual(choice);
    }),
  );
});

test("after a cut the new plan keeps every rule, and every activity is unchanged, moved, dropped or added", async () => {
  await fc.assert(
    fc.asyncProperty(problems({ mandatoryShare: 0, capacity: 8 }), async (problem) => {
      const places = placesOf(problem, firstPlan(compileProblem(problem)).choice());
      const changed = shorter(problem);
      const { choice, moved, dropped, added, unchanged, objective } = await replanWithFewestMoves(changed, places, usualStability(problem), terms);
      expect(checkChoice(changed, choice)).toEqual({ violations: [], objective });
      expect(moved.length + dropped.length + unchanged).toBe(places.filter((place) => place !== null).length);
      expect(unchanged + moved.length + added.length).toBe(choice.filter((option) => option !== null).length);
    }),
    { numRuns: 25 },
  );
});

test("nothing changed, nothing moves, whatever else would be worth more", async () => {
  const options = [0, 1].map((start) => ({ start, end: start + 1, mode: 0, value: 10 - start, usage: [{ row: start, amount: 1 }] }));
  const problem: PlanningProblem = { quarters: 2, rows: [{ capacity: 1 }, { capacity: 1 }], activities: [{ mandatory: false, options }], precedences: [], exclusions: [], synergies: [] };
  const replanned = await replanWithFewestMoves(problem, [{ start: 1, mode: 0 }], usualStability(problem), terms);
  expect(replanned).toMatchObject({ choice: [1], moved: [], unchanged: 1, objective: 9 });
});

test("what is said to start earlier does so in a plan that keeps every rule of the changed problem", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(problems({ mandatoryShare: 0.2, capacity: 6 }), fc.nat(), async (problem, which) => {
      const choice = firstPlan(compileProblem(problem)).choice();
      fc.pre(checkChoice(problem, choice).violations.length === 0);
      const activity = which % problem.activities.length;
      const before = placesOf(problem, choice);
      const wanted = (before[activity]?.start ?? problem.quarters) - 1;
      const changed = { ...problem, rows: problem.rows.map(({ capacity }) => ({ capacity: capacity + 2 })) };
      const earlier = await startsEarlierAfter(changed, before, activity, wanted, terms);
      if (earlier === null) return;
      found += 1;
      expect(checkChoice(changed, earlier.choice).violations).toEqual([]);
      expect(earlier.start).toBeLessThanOrEqual(wanted);
      expect(placesOf(changed, earlier.choice)[activity]?.start).toBe(earlier.start);
    }),
    { numRuns: 40 },
  );
  expect(found).toBeGreaterThan(0);
});

test("nothing is said where the activity has no such option or nothing lets it in", async () => {
  const options = [1].map((start) => ({ start, end: start + 1, mode: 0, value: 10, usage: [{ row: 0, amount: 3 }] }));
  const problem: PlanningProblem = { quarters: 2, rows: [{ capacity: 2 }], activities: [{ mandatory: false, options }], precedences: [], exclusions: [], synergies: [] };
  expect(await startsEarlierAfter(problem, [null], 0, 0, terms)).toBeNull();
  expect(await startsEarlierAfter(problem, [null], 0, 1, terms)).toBeNull();
  expect(await startsEarlierAfter({ ...problem, rows: [{ capacity: 3 }] }, [null], 0, 1, terms)).toMatchObject({ start: 1, added: [0] });
});
