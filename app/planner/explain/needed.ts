import type { PlanningProblem } from "#app/planner/problem.ts";

/** The activities given and all they wait for, directly or not. */
export function neededBy({ precedences }: PlanningProblem, wanted: readonly number[]): Set<number> {
  const before = new Map<number, number[]>();
  for (const { predecessor, successor } of precedences) before.set(successor, [...(before.get(successor) ?? []), predecessor]);
  const needed = new Set(wanted);
  // A set goes on with what is added while it is walked.
  for (const activity of needed) for (const each of before.get(activity) ?? []) needed.add(each);
  return needed;
}

/** The circles of precedences among the activities: each a set of which every one waits for every other (Tarjan 1972 finds the same). */
export function cyclesAmong({ precedences }: PlanningProblem, among: ReadonlySet<number>): number[][] {
  const after = new Map<number, number[]>();
  for (const { predecessor, successor } of precedences) {
    if (among.has(predecessor) && among.has(successor)) after.set(predecessor, [...(after.get(predecessor) ?? []), successor]);
  }
  const reached = new Map([...among].map((activity) => [activity, reachedFrom(after, activity)]));
  const seen = new Set<number>();
  return [...among].flatMap((activity) => {
    if (seen.has(activity) || !reached.get(activity)?.has(activity)) return [];
    const cycle = [...(reached.get(activity) ?? [])].filter((other) => reached.get(other)?.has(activity)).sort((a, b) => a - b);
    for (const each of cycle) seen.add(each);
    return [cycle];
  });
}

function reachedFrom(after: ReadonlyMap<number, readonly number[]>, activity: number): Set<number> {
  const reached = new Set(after.get(activity) ?? []);
  for (const each of reached) for (const next of after.get(each) ?? []) reached.add(next);
  return reached;
}
