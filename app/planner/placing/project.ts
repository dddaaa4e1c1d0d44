/**
 * A project of the resource-constrained scheduling problem: activities without interruption, each after its predecessors,
 * and per resource never more in use at a time than there is. What is looked for is the shortest duration of the whole.
 * Times are whole periods counted from 0.
 */
export type Project = {
  /** Periods each activity lasts; 0 for a milestone. */
  readonly durations: readonly number[];
  /** Units of each resource. */
  readonly capacities: readonly number[];
  /** Units of each resource an activity takes in every period it lasts, by activity. */
  readonly demands: ReadonlyArray<readonly number[]>;
  /** Positions of the activities that start only after this one ends, by activity. */
  readonly successors: ReadonlyArray<readonly number[]>;
};

/** Why a project cannot be scheduled at all. */
export type ProjectFlaw =
  | { readonly code: "cyclic"; readonly activities: readonly number[] }
  | { readonly code: "tooLarge"; readonly activity: number; readonly resource: number };

/** The first flaw found, or null: then a schedule exists. */
export function findFlaw(project: Project): ProjectFlaw | null {
  for (const [activity, demand] of project.demands.entries()) {
    const resource = (project.durations[activity] ?? 0) === 0 ? -1 : demand.findIndex((units, each) => units > (project.capacities[each] ?? 0));
    if (resource !== -1) return { code: "tooLarge", activity, resource };
  }
  const order = topologicalOrder(project.successors);
  if (order.length === project.durations.length) return null;
  const placed = new Set(order);
  return { code: "cyclic", activities: project.durations.flatMap((_, activity) => (placed.has(activity) ? [] : [activity])) };
}

/** Every activity after its predecessors; activities on or behind a cycle are missing. */
export function topologicalOrder(successors: ReadonlyArray<readonly number[]>): number[] {
  const open = new Array<number>(successors.length).fill(0);
  for (const list of successors) for (const next of list) open[next] = (open[next] ?? 0) + 1;
  const order = open.flatMap((count, activity) => (count === 0 ? [activity] : []));
  for (let index = 0; index < order.length; index += 1) {
    for (const next of successors[order[index] ?? 0] ?? []) {
      const left = (open[next] ?? 0) - 1;
      open[next] = left;
      if (left === 0) order.push(next);
    }
  }
  return order;
}
