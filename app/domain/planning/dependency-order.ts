import type { Dependency } from "#app/domain/measures/measure.ts";

type Edge = Pick<Dependency, "predecessorId" | "successorId">;
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
