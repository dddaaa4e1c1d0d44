import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { rankMeasures, type Ranking } from "./rank-measures.ts";

/** Implemented, rejected and deferred measures no longer compete for a place. */
export const isRankable = (measure: Pick<Measure, "status">): boolean => !settledStatuses.includes(measure.status);

/**
 * The ranking every report shows. While the round is open: of everything that still competes. After closing places are no
 * longer computed: every measure keeps the one it got, implemented or deferred since or not; what was archived since leaves
 * its place free, and what came later has none.
 */
export function rankPortfolio({ round, ...portfolio }: Pick<Portfolio, "measures" | "criteria" | "raterGroups" | "ratings" | "surveyAnswers" | "groupWeights" | "overrides" | "round">): Ranking {
  const competing = portfolio.measures.filter(isRankable);
  if (!round?.places) return rankMeasures({ ...portfolio, measures: competing });
  const placeOf = new Map(round.places.map((place) => [place.measureId, place]));
  const placed = rankMeasures({ ...portfolio, measures: portfolio.measures.filter(({ id }) => placeOf.has(id)), overrides: [] });
  return {
    entries: placed.entries
      .flatMap((entry) => {
        const place = placeOf.get(entry.measureId);
        return place === undefined ? [] : [{ ...entry, ...place }];
      })
      .sort((a, b) => a.position - b.position),
    unrated: rankMeasures({ ...portfolio, measures: competing.filter(({ id }) => !placeOf.has(id)), ratings: [], surveyAnswers: [] }).unrated,
  };
}
