import { quarterFrom, quarterRange, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Municipality } from "#app/domain/portfolio/portfolio.ts";

/** The fiscal years that are planned, the budget year first. */
export type Horizon = { readonly firstYear: number; readonly lastYear: number };

export const horizonOf = ({ firstFiscalYear, fiscalHorizon }: Pick<Municipality, "firstFiscalYear" | "fiscalHorizon">): Horizon => ({
  firstYear: firstFiscalYear,
  lastYear: firstFiscalYear + fiscalHorizon - 1,
});

export const firstQuarterOf = ({ firstYear }: Horizon): Quarter => quarterFrom(firstYear, 1);
export const lastQuarterOf = ({ lastYear }: Horizon): Quarter => quarterFrom(lastYear, 4);
export const quartersOf = (horizon: Horizon): Quarter[] => quarterRange(firstQuarterOf(horizon), lastQuarterOf(horizon));
export const yearsOf = ({ firstYear, lastYear }: Horizon): number[] => Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
