import { addQuarters, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Dependency, Measure } from "./measure.ts";
import { settledStatuses } from "./vocabulary.ts";

type Edge = Pick<Dependency, "predecessorId" | "successorId">;

/**
 * The cycle that `proposed` would close, as ids in working order with the first repeated at the end ([A, B, C, A]),
 * or null when it closes none. The shortest such cycle; among equals the one through smaller ids.
 */
export function findCycle(existing: readonly Edge[], proposed: Edge): number[] | null {
  const { predecessorId, successorId } = proposed;
  if (predecessorId === successorId) return [predecessorId, successorId];
  const successors = new Map<number, number[]>();
  for (const edge of existing) {
    const list = successors.get(edge.predecessorId);
    if (list) list.push(edge.successorId);
    else successors.set(edge.predecessorId, [edge.successorId]);
  }
  const cameFrom = new Map<number, number>([[successorId, predecessorId]]);
  const queue = [successorId];
  for (let current = queue.shift(); current !== undefined; current = queue.shift()) {
    if (current === predecessorId) return pathBack(cameFrom, predecessorId, successorId);
    for (const next of [...(successors.get(current) ?? [])].sort((a, b) => a - b)) {
      if (!cameFrom.has(next)) {
        cameFrom.set(next, current);
        queue.push(next);
      }
    }
  }
  return null;
}

function pathBack(cameFrom: ReadonlyMap<number, number>, end: number, first: number): number[] {
  const path = [end];
  for (let current = cameFrom.get(end); current !== undefined && current !== end; current = cameFrom.get(current)) {
    path.unshift(current);
    if (current === first) break;
  }
  return [end, ...path];
}

/** The first quarter in which the successor may start; null while the predecessor's end is unknown. */
export const earliestStartAfter = (predecessor: Pick<Measure, "endQuarter">, lagQuarters: number): Quarter | null =>
  predecessor.endQuarter === null ? null : addQuarters(predecessor.endQuarter, 1 + lagQuarters);

export type DependencyViolation = Dependency & { readonly earliestStart: Quarter; readonly plannedStart: Quarter };

/**
 * Dependencies whose successor is planned to start too early. What is unknown violates nothing, and what is settled
 * neither holds anything up nor waits any more, whatever its dates say.
 */
export function violatedDependencies(
  measures: ReadonlyArray<Pick<Measure, "id" | "status" | "startQuarter" | "endQuarter">>,
  dependencies: readonly Dependency[],
): DependencyViolation[] {
  const byId = new Map(measures.filter(({ status }) => !settledStatuses.includes(status)).map((measure) => [measure.id, measure]));
  return dependencies.flatMap((dependency) => {
    const predecessor = byId.get(dependency.predecessorId);
    const plannedStart = byId.get(dependency.successorId)?.startQuarter ?? null;
    const earliestStart = predecessor ? earliestStartAfter(predecessor, dependency.lagQuarters) : null;
    if (earliestStart === null || plannedStart === null || plannedStart >= earliestStart) return [];
    return [{ ...dependency, earliestStart, plannedStart }];
  });
}
