import { nearestIntensity } from "./judged-pair.ts";

/** "a is `first` times as important as b, b is `second` times as important as c, so a should be `implied` times as important as c, but was judged `direct`." */
export type InconsistentTriple = {
  readonly aId: number;
  readonly bId: number;
  readonly cId: number;
  /** Both at least 1. */
  readonly first: number;
  readonly second: number;
  /** first · second; may lie beyond the scale. */
  readonly implied: number;
  /** Below 1 where c was judged more important than a. */
  readonly direct: number;
  /** The judgement of a and c on the scale that would fit the other two best. */
  readonly fittingIntensity: number;
};

const SAME = 1e-9;

/**
 * The triple with the greatest |ln(a_ab · a_bc / a_ac)|, which is the same whichever of the three judgements is held against the other two
 * (the idea of Koczkodaj 1993); the first in the order of ids on a tie, null when no three judgements contradict each other.
 * @param matrix positive and reciprocal, in the order of `ids`
 */
export function mostInconsistentTriple(ids: readonly number[], matrix: ReadonlyArray<readonly number[]>): InconsistentTriple | null {
  const ratio = (i: number, j: number): number => matrix[i]?.[j] ?? 1;
  let worst: readonly [number, number, number] | null = null;
  let worstDeviation = SAME;
  for (let i = 0; i < ids.length; i += 1)
    for (let j = i + 1; j < ids.length; j += 1)
      for (let k = j + 1; k < ids.length; k += 1) {
        const deviation = Math.abs(Math.log((ratio(i, j) * ratio(j, k)) / ratio(i, k)));
        if (deviation <= worstDeviation + SAME) continue;
        worst = [i, j, k];
        worstDeviation = deviation;
      }
  if (worst === null) return null;
  const [i, j, k] = worst;
  const [a, b, c] = chainOf([i, j, k], ratio);
  const implied = ratio(a, b) * ratio(b, c);
  return {
    aId: ids[a] ?? 0,
    bId: ids[b] ?? 0,
    cId: ids[c] ?? 0,
    first: ratio(a, b),
    second: ratio(b, c),
    implied,
    direct: ratio(a, c),
    fittingIntensity: nearestIntensity(implied),
  };
}

type Triple = readonly [number, number, number];

/** An order of the three in which neither step goes down: three things always have one, even where they run in a circle. */
function chainOf([i, j, k]: Triple, ratio: (a: number, b: number) => number): Triple {
  const orders: Triple[] = [[i, j, k], [i, k, j], [j, i, k], [j, k, i], [k, i, j], [k, j, i]];
  return orders.find(([a, b, c]) => ratio(a, b) >= 1 && ratio(b, c) >= 1) ?? [i, j, k];
}
