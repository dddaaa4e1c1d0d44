import { compileProblem } from "#app/planner/compile/compile-problem.ts";
import type { PlanModel } from "#app/planner/model/build-problem.ts";
import type { PlanningProblem } from "#app/planner/problem.ts";
import { firstPlan } from "#app/planner/search/first-plan.ts";

/** More of them take longer than anybody waits; then nothing is said. */
const MOST_MANDATORY = 150;

/**
 * Mandatory measures for which no place beside each other was found, none of which can be spared: without any one of them
 * the others fit. By measure id; empty where all fit. Deletion filter (Chinneck, Feasibility and Infeasibility in
 * Optimization, 2008) with the placing of the first plan as the test, so that a set may also be hard instead of impossible.
 */
export function conflictingMeasures({ problem, activities }: PlanModel): number[] {
  const mandatory = problem.activities.flatMap((activity, index) => (activity.mandatory ? [index] : []));
  if (mandatory.length > MOST_MANDATORY || fitTogether(problem, mandatory)) return [];
  let conflict = mandatory;
  for (const each of mandatory) {
    const rest = conflict.filter((other) => other !== each);
    if (!fitTogether(problem, rest)) conflict = rest;
  }
  return conflict.map((index) => activities[index]?.measureId ?? 0);
}

/** Do these find places, with all they wait for and nothing else? */
function fitTogether(problem: PlanningProblem, wanted: readonly number[]): boolean {
  const needed = withPredecessors(problem, wanted);
  const activities = problem.activities.map((activity, index) => (needed.has(index) ? { ...activity, mandatory: true } : { mandatory: false, options: [] }));
  const within = <E>(list: readonly E[], ends: (each: E) => readonly [number, number]) => list.filter((each) => ends(each).every((end) => needed.has(end)));
  const compiled = compileProblem({
    ...problem,
    activities,
    precedences: within(problem.precedences, ({ predecessor, successor }) => [predecessor, successor]),
    exclusions: within(problem.exclusions, (pair) => pair),
    synergies: [],
  });
  const { chosen } = firstPlan(compiled);
  return [...needed].every((index) => (chosen[index] ?? -1) >= 0);
}

function withPredecessors({ precedences }: PlanningProblem, wanted: readonly number[]): Set<number> {
  const needed = new Set(wanted);
  const open = [...wanted];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const { predecessor, successor } of precedences) {
      if (successor !== current || needed.has(predecessor)) continue;
      needed.add(predecessor);
      open.push(predecessor);
    }
  }
  return needed;
}
