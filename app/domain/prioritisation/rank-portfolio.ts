import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { rankMeasures, type Ranking } from "./rank-measures.ts";

/** Implemented, rejected and deferred measures no longer compete for a place. */
export const isRankable = (measure: Pick<Measure, "status">): boolean => !settledStatuses.includes(measure.status);

/** The ranking of everything that still competes, which every page and report shows. */
export const rankPortfolio = (portfolio: Pick<Portfolio, "measures" | "criteria" | "raterGroups" | "ratings" | "groupWeights" | "overrides">): Ranking =>
  rankMeasures({ ...portfolio, measures: portfolio.measures.filter(isRankable) });
