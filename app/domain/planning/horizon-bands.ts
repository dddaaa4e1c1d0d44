import { quarterFrom, yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { PlanningHorizon } from "#app/domain/measures/vocabulary.ts";
import type { Horizon } from "#app/domain/resources/horizon.ts";
import type { HorizonBand } from "./timeline-entry.ts";

/** Short-term is what the budget and the one after it decide on. */
const SHORT_TERM_YEARS = 2;

/**
 * The planning horizons as times: the budget year and the next one, then the rest of the medium-term financial planning,
 * then what lies beyond it (app/decisions). What lies before the budget year is in none.
 */
export function horizonBands({ firstYear, lastYear }: Horizon): HorizonBand[] {
  const lastShort = Math.min(lastYear, firstYear + SHORT_TERM_YEARS - 1);
  const bands: HorizonBand[] = [{ horizon: "shortTerm", first: quarterFrom(firstYear, 1), last: quarterFrom(lastShort, 4) }];
  if (lastShort < lastYear) bands.push({ horizon: "midTerm", first: quarterFrom(lastShort + 1, 1), last: quarterFrom(lastYear, 4) });
  bands.push({ horizon: "longTerm", first: quarterFrom(lastYear + 1, 1), last: null });
  return bands;
}

/** The horizon a quarter lies in; null before the budget year. */
export const horizonOfQuarter = (quarter: Quarter, bands: readonly HorizonBand[]): PlanningHorizon | null =>
  bands.find(({ first, last }) => yearOfQuarter(quarter) >= yearOfQuarter(first) && (last === null || yearOfQuarter(quarter) <= yearOfQuarter(last)))?.horizon ?? null;
