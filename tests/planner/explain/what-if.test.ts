import fc from "fast-check";
import { expect, test } from "vitest";
import { checkChoice } from "#app/planner/check-choice.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import { createWhatIf } from "#app/planner/explain/what-if.ts";
import type { PlanningProblem } from "#app/planner/problem.ts";
import { firstPlan } from "#app/planner/search/first-plan.ts";
import { problems } from "./random-problem.ts";

const option = (start: number, amount = 1, row = start) => ({ start, end: start + 1, mode: 0, value: 10 - start, usage: [{ row, amount }] });
const activity = (...starts: number[]) => ({ mandatory: false, options: starts.map((start) => option(start)) });
const problem = (changes: Partial<PlanningProblem> = {}): PlanningProblem => ({
  quarters: 4,
  rows: [1, 1, 1, 1].map((capacity) => ({ capacity })),
  activities: [activity(0, 1, 2, 3), activity(0, 1, 2, 3)],
  precedences: [],
  exclusions: [],
  synergies: [],
  ...changes,
});

test("what loses its place goes to the nearest free one, later before earlier", () => {
  expect(createWhatIf(problem(), [0, 1]).ask(0, 1)).toMatchObject({
    choice: [1, 2],
    moved: [{ activity: 0, to: { start: 1 } }, { activity: 1, from: { start: 1 }, to: { start: 2 } }],
    dropped: [],
    violations: [],
    valueChange: -2,
  });
});

test("what finds no place is dropped, and so is what follows it", () => {
  const activities = [activity(0, 1), activity(1), activity(2)];
  const following = problem({ activities, precedences: [{ predecessor: 1, successor: 2, lag: 0 }] });
  expect(createWhatIf(following, [0, 0, 0]).ask(0, 1)).toMatchObject({ choice: [1, null, null], dropped: [1, 2], violations: [] });
});

test("a successor moves along, and a predecessor makes way where it can", () => {
  const chain = problem({ rows: [2, 2, 2, 2].map((capacity) => ({ capacity })), precedences: [{ predecessor: 0, successor: 1, lag: 0 }] });
  expect(createWhatIf(chain, [0, 1]).ask(0, 2)).toMatchObject({ choice: [2, 3], violations: [] });
  expect(createWhatIf(chain, [1, 2]).ask(1, 1)).toMatchObject({ choice: [0, 1], violations: [] });
  expect(createWhatIf(chain, [1, 2]).ask(1, 0)).toMatchObject({ choice: [1, 0], violations: [{ kind: "startsTooEarly", precedence: 0, quarters: 2 }] });
});

test("a row that cannot bear it is named with what is missing", () => {
  const heavy = problem({ activities: [{ mandatory: false, options: [option(0), option(1, 4)] }] });
  expect(createWhatIf(heavy, [0]).ask(0, 1).violations).toEqual([{ kind: "rowExceeded", row: 1, excess: 3 }]);
});

test("only the activity that was put breaks a rule, or a mandatory one that found no place", () => {
  fc.assert(
    fc.property(problems({ mandatoryShare: 0.2, capacity: 8 }), fc.nat(), fc.nat(), (each, which, where) => {
      const choice = firstPlan(compileProblem(each)).choice();
      const moved = which % each.activities.length;
      const options = each.activities[moved]!.options;
      fc.pre(options.length > 0 && checkChoice(each, choice).violations.length === 0);
      const put = where % options.length;
      const result = createWhatIf(each, choice).ask(moved, put);
      expect(result.choice[moved]).toBe(put);
      expect(result.violations).toEqual(checkChoice(each, result.choice).violations);
      const rows = new Set(options[put]!.usage.map(({ row }) => row));
      for (const violation of result.violations) {
        if (violation.kind === "rowExceeded") expect(rows).toContain(violation.row);
        else if (violation.kind === "startsTooEarly" || violation.kind === "predecessorLeftOut") expect(reaches(each, each.precedences[violation.precedence]!.successor, moved)).toBe(true);
        else expect(violation.kind).toBe("mandatoryLeftOut");
      }
    }),
    { numRuns: 400 },
  );
});

test("an activity put where it stands changes nothing", () => {
  fc.assert(
    fc.property(problems({ mandatoryShare: 0.2, capacity: 8 }), fc.nat(), (each, which) => {
      const choice = firstPlan(compileProblem(each)).choice();
      const chosen = choice.flatMap((option, index) => (option === null ? [] : [{ index, option }]));
      const moved = chosen[which % Math.max(1, chosen.length)];
      fc.pre(moved !== undefined);
      expect(createWhatIf(each, choice).ask(moved!.index, moved!.option)).toMatchObject({ choice, moved: [], dropped: [], added: [], valueChange: 0 });
    }),
  );
});

function reaches({ precedences }: PlanningProblem, from: number, target: number): boolean {
  return from === target || precedences.some(({ predecessor, successor }) => predecessor === from && reaches({ precedences } as PlanningProblem, successor, target));
}
