import fc from "fast-check";
import { expect, test } from "vitest";
import { conflictingMandatory } from "#app/planner/explain/conflicts.ts";
import { neededBy } from "#app/planner/explain/needed.ts";
import type { PlanningProblem } from "#app/planner/problem.ts";
import { problems } from "./random-problem.ts";

const terms = { seconds: 60, clock: () => 0 };
const activity = (starts: readonly number[], amount = 1, mandatory = true) => ({
  mandatory,
  options: starts.map((start) => ({ start, end: start + 1, mode: 0, value: 1, usage: [{ row: start, amount }] })),
});
const problem = (changes: Partial<PlanningProblem>): PlanningProblem => ({ quarters: 3, rows: [{ capacity: 2 }, { capacity: 2 }, { capacity: 2 }], activities: [], precedences: [], exclusions: [], synergies: [], ...changes });

test("nothing conflicts where all find a place", async () => {
  expect(await conflictingMandatory(problem({ activities: [activity([0]), activity([0])] }), terms)).toBeNull();
  expect(await conflictingMandatory(problem({}), terms)).toBeNull();
});

test("a row that is too small is named with what it lacks, and the set that shares it", async () => {
  const activities = [activity([1, 2]), activity([0], 2), activity([0]), activity([0], 9, false)];
  expect(await conflictingMandatory(problem({ activities }), terms)).toEqual({ cycles: [], withoutOption: [], exclusions: [], lacking: [{ row: 0, amount: 1 }], isLeast: true, subset: [1, 2], isProven: true });
});

test("an activity needs what it waits for, and its dates may leave it no room", async () => {
  const activities = [activity([1]), activity([1])];
  const found = await conflictingMandatory(problem({ activities, precedences: [{ predecessor: 0, successor: 1, lag: 0 }] }), terms);
  expect(found).toMatchObject({ lacking: [], subset: [1], isProven: true });
});

test("circles, activities without a place and exclusions are named as such", async () => {
  const activities = [activity([0]), activity([1]), activity([]), activity([2]), activity([2])];
  const precedences = [{ predecessor: 0, successor: 1, lag: 0 }, { predecessor: 1, successor: 0, lag: 0 }];
  const found = await conflictingMandatory(problem({ activities, precedences, exclusions: [[3, 4]] }), terms);
  expect(found).toEqual({ cycles: [[0, 1]], withoutOption: [2], exclusions: [0], lacking: [], isLeast: true, subset: [], isProven: true });
});

test("the set conflicts, and without any one of it the others can be met", async () => {
  let conflicts = 0;
  await fc.assert(
    fc.asyncProperty(problems({ mandatoryShare: 0.8, capacity: 4 }), async (each) => {
      const found = await conflictingMandatory(each, terms);
      const mandatory = each.activities.flatMap(({ mandatory: must }, index) => (must ? [index] : []));
      expect(found === null).toBe(canBeMet(each, mandatory));
      if (found === null) return;
      expect(found.isProven).toBe(true);
      if (found.subset.length === 0) return;
      conflicts += 1;
      expect(canBeMet(each, found.subset)).toBe(false);
      for (const one of found.subset) expect(canBeMet(each, found.subset.filter((other) => other !== one))).toBe(true);
      if (found.lacking.length === 0) return;
      const stretched = { ...each, rows: each.rows.map(({ capacity }, row) => ({ capacity: Math.max(0, capacity) + (found.lacking.find((lack) => lack.row === row)?.amount ?? 0) })) };
      expect(canBeMet(stretched, found.subset)).toBe(true);
    }),
    { numRuns: 40 },
  );
  expect(conflicts).toBeGreaterThan(0);
});

/** Tries every combination of options, in the plainest form. */
function canBeMet(given: PlanningProblem, mandatory: readonly number[]): boolean {
  const needed = [...neededBy(given, mandatory)];
  const placed = new Map<number, PlanningProblem["activities"][number]["options"][number]>();
  const fits = (): boolean =>
    given.rows.every(({ capacity }, row) => [...placed.values()].flatMap(({ usage }) => usage).reduce((sum, use) => sum + (use.row === row ? use.amount : 0), 0) <= capacity) &&
    given.precedences.every(({ predecessor, successor, lag }) => {
      const [before, after] = [placed.get(predecessor), placed.get(successor)];
      return before === undefined || after === undefined || before.end + lag <= after.start;
    }) &&
    given.exclusions.every(([first, second]) => !placed.has(first) || !placed.has(second));
  const place = (index: number): boolean => {
    const activity = needed[index];
    if (activity === undefined) return true;
    return given.activities[activity]!.options.some((option) => {
      placed.set(activity, option);
      const done = fits() && place(index + 1);
      placed.delete(activity);
      return done;
    });
  };
  return place(0);
}
