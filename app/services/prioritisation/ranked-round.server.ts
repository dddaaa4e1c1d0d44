import type { Ranking } from "#app/domain/prioritisation/rank-measures.ts";
import { rankRound, type RoundData } from "#app/domain/prioritisation/round-content.ts";

/** The same data are ranked once: a round's stay the same object until something is written. */
export function rankedRound(data: RoundData): Ranking {
  let ranking = rankings.get(data);
  if (ranking === undefined) rankings.set(data, (ranking = rankRound(data)));
  return ranking;
}
const rankings = new WeakMap<RoundData, Ranking>();
