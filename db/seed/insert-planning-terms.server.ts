import { quarter } from "#app/domain/calendar/quarter.ts";
import { setAdoptedWindow } from "#db/queries/plan-adoptions.server.ts";
import { insertPair, insertWindow, storeMeasureTerms, storeStartLimit } from "#db/queries/planning-terms.server.ts";
import { pairs, startLimits, terms, windows } from "./musterstadt/planning-terms.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** What the planner is told: of single measures, between measures, and for units. */
export function insertPlanningTerms({ tx, daysAgo, audit, measures, units }: SeedContext): void {
  const at = daysAgo(18);
  const seeded = (entity: string, entityId: number, after: Readonly<Record<string, unknown>>) => audit({ at, userId: null, action: "seed", entity, entityId, before: null, after });
  for (const { measure, durationQuarters = null, mandatory = false, fixed = false } of terms) {
    const measureId = measures.get(measure);
    storeMeasureTerms(tx, measureId, 0, { durationQuarters, mandatory, fixed });
    seeded("measureTerms", measureId, { durationQuarters, mandatory, fixed });
  }
  for (const { measure, programme, opens, closes, ratePercent, maxGrant = null, required = false, adopted = false, note } of windows) {
    const fields = { programme, opensQuarter: quarter(opens), closesQuarter: quarter(closes), ratePercent, maxGrantCents: maxGrant, required, note };
    const measureId = measures.get(measure);
    const windowId = insertWindow(tx, measureId, fields);
    seeded("fundingWindow", windowId, { measureId, programme });
    if (!adopted) continue;
    setAdoptedWindow(tx, measureId, windowId);
    seeded("measureTerms", measureId, { fundingWindowId: windowId });
  }
  for (const { kind, measures: keys, saving = null, reason } of pairs) {
    const [firstId = 0, secondId = 0] = keys.map((key) => measures.get(key)).sort((a, b) => a - b);
    const fields = { kind, firstId, secondId, savingCents: saving, reason };
    seeded("measurePair", insertPair(tx, fields), fields);
  }
  for (const [unit, startsPerQuarter] of startLimits) {
    const orgUnitId = units.get(unit);
    storeStartLimit(tx, { orgUnitId, rowVersion: 0 }, startsPerQuarter);
    seeded("startLimit", orgUnitId, { startsPerQuarter });
  }
}
