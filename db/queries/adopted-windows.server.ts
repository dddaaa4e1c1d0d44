import { and, asc, eq, isNull } from "drizzle-orm";
import type { AdoptedWindow } from "#app/domain/resources/earmarked-grants.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { fundingWindow, measure, measureTerms } from "#db/schema/index.ts";

/** The windows whose grants the live plan counts on: those of the plan that was adopted. */
export const listAdoptedWindows = remembered((db: DbOrTx): AdoptedWindow[] => {
  const { measureId, programme, opensQuarter, closesQuarter, ratePercent, maxGrantCents } = fundingWindow;
  return db
    .select({ measureId, programme, opensQuarter, closesQuarter, ratePercent, maxGrantCents })
    .from(measureTerms)
    .innerJoin(fundingWindow, and(eq(fundingWindow.id, measureTerms.fundingWindowId), eq(fundingWindow.measureId, measureTerms.measureId)))
    .innerJoin(measure, and(eq(measure.id, measureTerms.measureId), isNull(measure.archivedAt)))
    .orderBy(asc(measureTerms.measureId))
    .all();
});
