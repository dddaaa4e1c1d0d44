/** Remembers which lists have been used in a direction, by two hashes of 32 and 21 bits. */
export type TriedLists = {
  /** Whether the list is new; from then on it is not. */
  readonly add: (isForwards: boolean, list: Int32Array) => boolean;
};

export function createTriedLists(): TriedLists {
  const tried = new Set<number>();
  return {
    add: (isForwards, list) => {
      let high = isForwards ? 7 : 11;
      let low = high;
      for (const activity of list) {
        high = (Math.imul(high, 31) + activity) | 0;
        low = (Math.imul(low, 1_000_003) ^ activity) | 0;
      }
      const before = tried.size;
      return tried.add(high * 2 ** 21 + (low & (2 ** 21 - 1))).size > before;
    },
  };
}
