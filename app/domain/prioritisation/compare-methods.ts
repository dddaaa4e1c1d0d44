/** An order of measures by a method, or by a rater group: `ids` best first. Measures it cannot place are not in it. */
export type NamedOrder<Name extends string | number> = { readonly name: Name; readonly measureIds: readonly number[] };

export type ComparedPlaces<Name extends string | number> = {
  readonly measureId: number;
  /** In the order of the methods given; `position` is the method's own, null where it cannot place the measure. */
  readonly places: ReadonlyArray<{ readonly name: Name; readonly position: number | null; readonly commonPosition: number | null }>;
  /** Largest difference between two common positions; null where a method cannot place the measure. */
  readonly spread: number | null;
  /** The methods (the first on a tie) that place it highest and lowest among the common measures; null where `spread` is. */
  readonly highest: Name | null;
  readonly lowest: Name | null;
};

export type MethodComparison<Name extends string | number> = {
  /** Every measure that some method places: by falling spread, then by the first method's order, those without a spread last. */
  readonly measures: ReadonlyArray<ComparedPlaces<Name>>;
  /** How many measures all methods can place. */
  readonly commonCount: number;
};

/**
 * Places by method side by side. Methods differ in which measures they can place, so the spread is taken over common positions:
 * places among the measures that every method can place. Otherwise a measure would seem to rise because others have no known cost.
 * @throws RangeError when a method names a measure twice
 */
export function compareMethods<Name extends string | number>(orders: ReadonlyArray<NamedOrder<Name>>): MethodComparison<Name> {
  const positions = orders.map(({ name, measureIds }) => {
    const byId = new Map(measureIds.map((id, index) => [id, index + 1]));
    if (byId.size !== measureIds.length) throw new RangeError(`a measure twice in one order: ${name}`);
    return { name, byId };
  });
  const all = [...new Set(orders.flatMap((order) => order.measureIds))];
  const common = new Set(all.filter((id) => positions.every(({ byId }) => byId.has(id))));
  const commonPositions = orders.map((order) => new Map(order.measureIds.filter((id) => common.has(id)).map((id, index) => [id, index + 1])));

  const measures = all.map((measureId): ComparedPlaces<Name> => {
    const places = positions.map(({ name, byId }, index) => ({ name, position: byId.get(measureId) ?? null, commonPosition: commonPositions[index]?.get(measureId) ?? null }));
    const known = places.flatMap(({ name, commonPosition }) => (commonPosition === null ? [] : [{ name, commonPosition }]));
    const [first, ...others] = known;
    if (!common.has(measureId) || first === undefined) return { measureId, places, spread: null, highest: null, lowest: null };
    const highest = others.reduce((best, each) => (each.commonPosition < best.commonPosition ? each : best), first);
    const lowest = others.reduce((worst, each) => (each.commonPosition > worst.commonPosition ? each : worst), first);
    return { measureId, places, spread: lowest.commonPosition - highest.commonPosition, highest: highest.name, lowest: lowest.name };
  });
  // `all` starts in the first method's order and sorting is stable.
  return { measures: measures.sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1)), commonCount: common.size };
}
