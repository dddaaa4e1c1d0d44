import type { PriorityOverride } from "./round.ts";

type Placed = { readonly measureId: number; readonly position: number; readonly overrideReason: string | null };

/**
 * Puts each measure with a place given by hand there, in the order of these places; the others keep their order and fill
 * the rest. Two with the same place stand one after the other, the earlier recorded measure (smaller id) first; a place
 * beyond the end is the last.
 */
export function placeByHand<Entry extends Placed>(computed: readonly Entry[], overrides: readonly PriorityOverride[]): Entry[] {
  const overrideOf = new Map(overrides.map((override) => [override.measureId, override]));
  const placed = computed.filter((entry) => !overrideOf.has(entry.measureId));
  const moved = computed
    .flatMap((entry) => {
      const override = overrideOf.get(entry.measureId);
      return override === undefined ? [] : [{ entry: { ...entry, overrideReason: override.reason }, at: override.position - 1 }];
    })
    .sort((a, b) => a.at - b.at || a.entry.measureId - b.entry.measureId);
  let next = 0;
  for (const { entry, at } of moved) {
    const index = Math.min(Math.max(at, next), placed.length);
    placed.splice(index, 0, entry);
    next = index + 1;
  }
  return placed.map((entry, index) => ({ ...entry, position: index + 1 }));
}
