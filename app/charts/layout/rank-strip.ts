import type { RankDensity } from "#app/domain/prioritisation/rank-density.ts";

/** All places of the ranking from left to right, in units of the picture. */
export const STRIP_WIDTH = 1000;
/** Even a rare place must be seen. */
const FAINTEST = 0.15;

export type RankStripLayout = {
  /** `strength` 0 to 1 says how often: its square root, so that rare places differ from none. */
  readonly cells: ReadonlyArray<{ readonly x: number; readonly width: number; readonly strength: number }>;
  /** The middle of the present place. */
  readonly markX: number;
  /** Where the first `top` places end. */
  readonly topX: number;
};

export function layoutRankStrip({ density: { placeCount, placesPerBin, bins }, position, top }: { readonly density: RankDensity; readonly position: number; readonly top: number }): RankStripLayout {
  const xOf = (place: number): number => (STRIP_WIDTH * Math.min(place, placeCount)) / placeCount;
  return {
    cells: bins.map(({ bin, share }) => {
      const x = xOf(bin * placesPerBin);
      return { x, width: xOf((bin + 1) * placesPerBin) - x, strength: Math.max(FAINTEST, Math.sqrt(share)) };
    }),
    markX: xOf(position - 0.5),
    topX: xOf(top),
  };
}
