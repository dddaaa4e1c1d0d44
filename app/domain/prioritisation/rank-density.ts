import { rankAcceptability, type Robustness } from "./robustness.ts";

/** Where an entry stood how often, with neighbouring places gathered so that it can be drawn small. */
export type RankDensity = {
  readonly placeCount: number;
  readonly placesPerBin: number;
  /** The bins that occur at all, by place: `bin` b holds the places from b · placesPerBin + 1. Shares, 0 to 1, sum to 1. */
  readonly bins: ReadonlyArray<{ readonly bin: number; readonly share: number }>;
};

/** @param mostBins how many bins there may be at most; every place has its own where they suffice */
export function rankDensity(robustness: Robustness, entry: number, mostBins: number): RankDensity {
  const placeCount = robustness.entries.length;
  const placesPerBin = Math.max(1, Math.ceil(placeCount / mostBins));
  const shares = new Map<number, number>();
  for (let place = 0; place < placeCount; place += 1) {
    const share = rankAcceptability(robustness, entry, place);
    const bin = Math.floor(place / placesPerBin);
    if (share > 0) shares.set(bin, (shares.get(bin) ?? 0) + share);
  }
  return { placeCount, placesPerBin, bins: [...shares].map(([bin, share]) => ({ bin, share })) };
}
