import { addQuarters, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Dependency, Measure } from "#app/domain/measures/measure.ts";

type Edge = Pick<Dependency, "predecessorId" | "successorId">;
type Dated = Pick<Measure, "id" | "startQuarter" | "endQuarter">;

/** The first quarter in which the successor may start. */
export const earliestSuccessorStart = (predecessorEnd: Quarter, lagQuarters: number): Quarter => addQuarters(predecessorEnd, 1 + lagQuarters);

/** A dependency whose successor starts too early; `earliestStart` is the quarter it would have to wait for. */
export type DependencyViolation = { readonly dependency: Dependency; readonly start: Quarter; readonly earliestStart: Quarter };

/** Judged by dates alone, in the order given. Where a date is unknown, or the predecessor has no end, nothing is violated. */
export function violatedDependencies(measures: Iterable<Dated>, dependencies: readonly Dependency[]): DependencyViolation[] {
  const byId = new Map([...measures].map((measure) => [measure.id, measure]));
  const violations: DependencyViolation[] = [];
  for (const dependency of dependencies) {
    const end = byId.get(dependency.predecessorId)?.endQuarter ?? null;
    const start = byId.get(dependency.successorId)?.startQuarter ?? null;
    if (end === null || start === null) continue;
    const earliestStart = earliestSuccessorStart(end, dependency.lagQuarters);
    if (start < earliestStart) violations.push({ dependency, start, earliestStart });
  }
  return violations;
}

/**
 * Every predecessor before its successors; among those that are free, the order given is kept.
 * `cyclic` holds what lies on a cycle or behind one, also in the order given, and is empty for a sound plan.
 */
export function orderByDependencies(ids: readonly number[], dependencies: readonly Edge[]): { readonly order: number[]; readonly cyclic: number[] } {
  const rank = new Map(ids.map((id, index) => [id, index]));
  const waitingFor = new Map(ids.map((id) => [id, 0]));
  const successors = new Map<number, number[]>();
  for (const { predecessorId, successorId } of dependencies) {
    if (!rank.has(predecessorId) || !rank.has(successorId)) continue;
    waitingFor.set(successorId, (waitingFor.get(successorId) ?? 0) + 1);
    successors.set(predecessorId, [...(successors.get(predecessorId) ?? []), successorId]);
  }
  const free = ids.filter((id) => waitingFor.get(id) === 0);
  const order: number[] = [];
  for (let next = free.shift(); next !== undefined; next = free.shift()) {
    order.push(next);
    for (const successor of successors.get(next) ?? []) {
      const left = (waitingFor.get(successor) ?? 0) - 1;
      waitingFor.set(successor, left);
      if (left === 0) insertByRank(free, successor, rank);
    }
  }
  const done = new Set(order);
  return { order, cyclic: ids.filter((id) => !done.has(id)) };
}

function insertByRank(sorted: number[], id: number, rank: ReadonlyMap<number, number>): void {
  const own = rank.get(id) ?? 0;
  const position = sorted.findIndex((other) => (rank.get(other) ?? 0) > own);
  sorted.splice(position < 0 ? sorted.length : position, 0, id);
}

/** The cycle that `added` would close, from its predecessor back to it ("1 → 2 → 1" is [1, 2, 1]); null when it closes none. */
export function cycleClosedBy(dependencies: readonly Edge[], added: Edge): number[] | null {
  const cameFrom = new Map<number, number | null>([[added.successorId, null]]);
  const queue = [added.successorId];
  for (let current = queue.shift(); current !== undefined; current = queue.shift()) {
    if (current === added.predecessorId) return [added.predecessorId, ...pathTo(current, cameFrom)];
    for (const { predecessorId, successorId } of dependencies) {
      if (predecessorId !== current || cameFrom.has(successorId)) continue;
      cameFrom.set(successorId, current);
      queue.push(successorId);
    }
  }
  return null;
}

function pathTo(id: number, cameFrom: ReadonlyMap<number, number | null>): number[] {
  const path: number[] = [];
  for (let current: number | null = id; current !== null; current = cameFrom.get(current) ?? null) path.unshift(current);
  return path;
}
