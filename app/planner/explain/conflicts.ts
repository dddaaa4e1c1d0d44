import { loadSolver } from "#app/planner/bound/solver.ts";
import { checkChoice } from "#app/planner/check-choice.ts";
import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import type { PlanningProblem } from "#app/planner/problem.ts";
import { firstPlan } from "#app/planner/search/first-plan.ts";
import { meet, type Lack } from "./mandatory-model.ts";
import { cyclesAmong, neededBy } from "./needed.ts";

/** Why not all mandatory activities can be in a plan. Positions of the problem's lists. */
export type MandatoryConflict = {
  /** Mandatory activities, or ones they need, that wait for each other in a circle. */
  readonly cycles: ReadonlyArray<readonly number[]>;
  /** Mandatory ones, or ones they need, that cannot be done in the quarters planned at all. */
  readonly withoutOption: readonly number[];
  /** Exclusions, both sides of which are needed. */
  readonly exclusions: readonly number[];
  /** What rows lack for the other mandatory ones: with so much more in each they fit. */
  readonly lacking: readonly Lack[];
  /** Whether hardly less would do (2 %), rows measured by their size; else it is the least that was found in the time. */
  readonly isLeast: boolean;
  /** Mandatory activities that do not fit together, while without any one of them the others of the set do. */
  readonly subset: readonly number[];
  /** Whether it is proven that the subset cannot be met, and that each of it is needed for that. */
  readonly isProven: boolean;
};

export type ConflictTerms = {
  /** For all of it. */
  readonly seconds: number;
  /** Milliseconds since any moment. */
  readonly clock: () => number;
};

/** For what is lacking, at most. */
const STRETCH_SECONDS = 3;
/** For one question about a set of activities; longer ones stay open. */
const QUESTION_SECONDS = 2;

/**
 * What stands in the way of a plan with all mandatory activities; null where one was found. What no sum of capacities can mend
 * (circles, missing options, exclusions) is named for itself; for the rest an elastic programme says how much is missing where,
 * and a deletion filter (Chinneck & Dravnieks 1991) which mandatory ones cannot be together.
 */
export async function conflictingMandatory(problem: PlanningProblem, { seconds, clock }: ConflictTerms): Promise<MandatoryConflict | null> {
  const begun = clock();
  const left = () => seconds - (clock() - begun) / 1000;
  const mandatory = problem.activities.flatMap((activity, index) => (activity.mandatory ? [index] : []));
  if (isFound(problem, mandatory)) return null;

  const needed = neededBy(problem, mandatory);
  const cycles = cyclesAmong(problem, needed);
  const withoutOption = [...needed].filter((activity) => problem.activities[activity]?.options.length === 0);
  const flawed = new Set([...cycles.flat(), ...withoutOption]);
  const exclusions = problem.exclusions.flatMap(([first, second], index) => (needed.has(first) && needed.has(second) ? [index] : []));
  for (const index of exclusions) flawed.add(problem.exclusions[index]?.[1] ?? -1);
  const sound = mandatory.filter((activity) => ![...neededBy(problem, [activity])].some((each) => flawed.has(each)));
  const structural = { cycles, withoutOption, exclusions };

  const solver = await loadSolver();
  const stretched = meet(solver, problem, neededBy(problem, sound), { elastic: true, seconds: Math.max(0.1, Math.min(STRETCH_SECONDS, left() / 2)) });
  const lacking = stretched.kind === "met" ? stretched.lacking : [];
  const isLeast = stretched.kind === "met" && stretched.isLeast;
  const isMet = stretched.kind === "met" && lacking.length === 0;
  if (isMet || isFound(problem, sound)) return flawed.size === 0 ? null : { ...structural, lacking: [], isLeast: true, subset: [], isProven: true };

  let isProven = true;
  const areTogether = (set: readonly number[]): boolean => {
    if (isFound(problem, set)) return true;
    const rest = Math.min(QUESTION_SECONDS, left());
    const answer = rest <= 0 ? ({ kind: "open" } as const) : meet(solver, problem, neededBy(problem, set), { elastic: false, seconds: rest });
    if (answer.kind === "open") isProven = false;
    return answer.kind !== "impossible";
  };
  if (areTogether(sound)) return { ...structural, lacking, isLeast, subset: [], isProven: false };
  const subset = deletionFilter(sound, touching(problem, sound, lacking), areTogether);
  return { ...structural, lacking, isLeast, subset, isProven };
}

/** Keeps what cannot be spared. Those that touch none of the rows that lack something are tried first, all at once. */
function deletionFilter(all: readonly number[], suspects: readonly number[], areTogether: (set: readonly number[]) => boolean): number[] {
  let conflict = suspects.length < all.length && !areTogether(suspects) ? [...suspects] : [...all];
  for (const each of conflict) {
    const rest = conflict.filter((other) => other !== each);
    if (!areTogether(rest)) conflict = rest;
  }
  return conflict;
}

/** The mandatory ones that take of a row that lacks something, in any option of theirs or of what they need. */
function touching(problem: PlanningProblem, mandatory: readonly number[], lacking: readonly Lack[]): number[] {
  const rows = new Set(lacking.map(({ row }) => row));
  return mandatory.filter((activity) =>
    [...neededBy(problem, [activity])].some((each) => problem.activities[each]?.options.some(({ usage }) => usage.some(({ row }) => rows.has(row)))),
  );
}

/** Whether the first plan holds them all; says nothing where it does not. */
function isFound(problem: PlanningProblem, mandatory: readonly number[]): boolean {
  const needed = neededBy(problem, mandatory);
  const wanted = new Set(mandatory);
  const activities = problem.activities.map(({ options }, activity) => ({ mandatory: wanted.has(activity), options: needed.has(activity) ? options : [] }));
  const alone: PlanningProblem = { ...problem, activities, synergies: [] };
  const compiled = compileProblem(alone);
  return compiled.impossible.length === 0 && checkChoice(alone, firstPlan(compiled).choice()).violations.length === 0;
}
