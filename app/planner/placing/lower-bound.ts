import type { FlatProject } from "./direction.ts";

/**
 * No schedule is shorter: the critical path, and for each resource the work on it between the earliest moment it can begin and
 * the shortest way from its end to the end of the project (Stinson, Davis & Khumawala 1978). Periods.
 */
export function lowerBound({ count, resources, durations, capacities, usedFrom, used, units, forwards, backwards }: FlatProject): number {
  let bound = 0;
  const work = new Float64Array(resources);
  const head = new Float64Array(resources).fill(Infinity);
  const tail = new Float64Array(resources).fill(Infinity);
  for (let activity = 0; activity < count; activity += 1) {
    const duration = durations[activity] ?? 0;
    const toEnd = forwards.tail[activity] ?? 0;
    bound = Math.max(bound, toEnd);
    for (let index = usedFrom[activity] ?? 0; index < (usedFrom[activity + 1] ?? 0); index += 1) {
      const resource = used[index] ?? 0;
      work[resource] = (work[resource] ?? 0) + duration * (units[index] ?? 0);
      head[resource] = Math.min(head[resource] ?? 0, (backwards.tail[activity] ?? 0) - duration);
      tail[resource] = Math.min(tail[resource] ?? 0, toEnd - duration);
    }
  }
  for (let resource = 0; resource < resources; resource += 1) {
    if ((work[resource] ?? 0) === 0) continue;
    bound = Math.max(bound, (head[resource] ?? 0) + Math.ceil((work[resource] ?? 0) / (capacities[resource] ?? 1)) + (tail[resource] ?? 0));
  }
  return bound;
}
