import type { Placement } from "./reschedule.ts";

/** One measure put from one place to another. */
export type PlaceChange = { readonly measureId: number; readonly before: Placement; readonly after: Placement };

/** How a move came about: one bar alone, with those that wait for it, or as the planner repaired the plan around it. */
export const planMoveKinds = ["one", "withDependents", "repaired"] as const;
export type PlanMoveKind = (typeof planMoveKinds)[number];

export const isSamePlace = (one: Placement, other: Placement): boolean => one.startQuarter === other.startQuarter && one.endQuarter === other.endQuarter;

/** What takes the move back. */
export const inverseOf = (changes: readonly PlaceChange[]): PlaceChange[] => changes.map(({ measureId, before, after }) => ({ measureId, before: after, after: before }));

/** The changes whose measure does not stand where they would take it from, or is gone. */
export const displaced = (places: ReadonlyMap<number, Placement>, changes: readonly PlaceChange[]): PlaceChange[] =>
  changes.filter(({ measureId, before }) => {
    const now = places.get(measureId);
    return now === undefined || !isSamePlace(now, before);
  });

/** The places after the move; null, and nothing done, where a measure stands elsewhere by now. */
export function placesAfter(places: ReadonlyMap<number, Placement>, changes: readonly PlaceChange[]): Map<number, Placement> | null {
  if (displaced(places, changes).length > 0) return null;
  return new Map([...places, ...changes.map(({ measureId, after }) => [measureId, after] as const)]);
}

/** A person's move, as far as undo and redo need it. */
export type PastMove = { readonly id: number; readonly undoneAt: string | null };

/** Undo and redo are a stack: what was done last is undone first, what was undone last is redone first, and a new move ends redoing. */
export function historyOf<M extends PastMove>(moves: readonly M[]): { readonly toUndo: M | null; readonly toRedo: M | null } {
  const byId = [...moves].sort((a, b) => a.id - b.id);
  const toUndo = byId.filter(({ undoneAt }) => undoneAt === null).at(-1) ?? null;
  return { toUndo, toRedo: byId.find(({ id, undoneAt }) => undoneAt !== null && id > (toUndo?.id ?? 0)) ?? null };
}
