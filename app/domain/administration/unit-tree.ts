type Placed = { readonly id: number; readonly parentId: number | null };

/** The units in the order of a tree, each with its depth; brothers and sisters keep the order they came in. */
export function inTreeOrder<Unit extends Placed>(units: readonly Unit[]): Array<Unit & { readonly depth: number }> {
  const below = (parentId: number | null, depth: number): Array<Unit & { readonly depth: number }> =>
    units.filter((unit) => unit.parentId === parentId).flatMap((unit) => [{ ...unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}

/** Whether `id` would come to stand below itself under `parentId`. */
export function wouldBeBelowItself(units: readonly Placed[], { id, parentId }: Placed): boolean {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  for (let above = parentId; above !== null; above = parents.get(above) ?? null) if (above === id) return true;
  return false;
}
