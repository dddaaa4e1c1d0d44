/** Places of one measure in two orders, from 1; null where it has none. */
export type PlaceChange = { readonly measureId: number; readonly before: number | null; readonly after: number | null };

/** The measures whose place differs, those that move furthest first; without a place in one of the orders they come last. */
export function placeChanges(before: readonly number[], after: readonly number[]): PlaceChange[] {
  const [placeBefore, placeAfter] = [placesOf(before), placesOf(after)];
  const all = new Set([...after, ...before]);
  return [...all]
    .map((measureId) => ({ measureId, before: placeBefore.get(measureId) ?? null, after: placeAfter.get(measureId) ?? null }))
    .filter((change) => change.before !== change.after)
    .sort((a, b) => distance(b) - distance(a) || (a.after ?? Infinity) - (b.after ?? Infinity) || a.measureId - b.measureId);
}

/** By measure, from 1. */
export const placesOf = (order: readonly number[]): ReadonlyMap<number, number> => new Map(order.map((id, index) => [id, index + 1]));

const distance = ({ before, after }: PlaceChange): number => (before === null || after === null ? 0 : Math.abs(after - before));

/** Places next to each other, from `first`, that other measures have now: `measureIds` are the new ones. */
export type ChangedRun = { readonly first: number; readonly measureIds: readonly number[] };

/** The places that changed hands, in runs from top to bottom. */
export function changedRuns(before: readonly number[], after: readonly number[]): ChangedRun[] {
  const runs: { first: number; measureIds: number[] }[] = [];
  after.forEach((measureId, index) => {
    if (before[index] === measureId) return;
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.measureIds.length === index + 1) last.measureIds.push(measureId);
    else runs.push({ first: index + 1, measureIds: [measureId] });
  });
  return runs;
}
