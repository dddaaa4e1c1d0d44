/** A repeatable source of chance: the same seed gives the same numbers everywhere (mulberry32, public domain, Tommy Ettinger). */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  /** In steps of 2⁻³², never 0 and never 1, so that its logarithm is finite and not zero. */
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}
