import { createHash } from "node:crypto";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters } from "#app/domain/calendar/quarter.ts";
import { freezeSnapshot } from "#app/domain/committee/snapshot.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { write, type Db } from "#db/client.server.ts";
import { insertSubmission, insertVersion } from "#db/queries/committee.server.ts";
import { insertWindow } from "#db/queries/planning-terms.server.ts";
import { seededRandom, type Random } from "./seeded-random.ts";

const FROZEN_AT = "2026-09-01T08:00:00.000Z";
const programmes = ["Smart-City-Förderung", "DigitalPakt Schule", "EFRE", "Kommunalrichtlinie Klimaschutz"] as const;

/** What the timeline of a generated municipality shows beside its measures: a version the committee has, in which some stood elsewhere, and funding windows. */
export function storeGeneratedHistory(db: Db, portfolio: Portfolio, seed: number): void {
  const random = seededRandom(seed + 1);
  write(db, (tx) => {
    for (const measure of portfolio.measures) {
      if (measure.startQuarter === null || !random.chance(0.08)) continue;
      const programme = random.pick(programmes);
      // Each programme opens once a year, so that its windows fall together.
      const opensQuarter = addQuarters(measure.startQuarter, -(programmes.indexOf(programme) % 2));
      insertWindow(tx, measure.id, { programme, opensQuarter, closesQuarter: addQuarters(opensQuarter, 2), ratePercent: 10 * random.between(3, 9), maxGrantCents: null, required: random.chance(0.2), note: "" });
    }
    const [number, title, note, frozenBy] = [1, "Digitalfahrplan, Entwurf", "", 1];
    const meta = { number, title, note, municipality: portfolio.municipality.name, frozenAt: FROZEN_AT, frozenBy: "", today: plainDate(FROZEN_AT.slice(0, 10)), programVersion: "0.1.0" };
    const content = freezeSnapshot({ meta, portfolio: earlier(random, portfolio) });
    const sha256 = createHash("sha256").update(content, "utf8").digest("hex");
    const snapshotId = insertVersion(tx, { number, title, note, frozenAt: FROZEN_AT, frozenBy, previousSnapshotId: null, content, sha256 });
    insertSubmission(tx, { snapshotId, committee: "Hauptausschuss", meetingDate: plainDate("2026-12-08"), submittedAt: FROZEN_AT, submittedBy: frozenBy });
  });
}

/** A few measures were not there yet, and a quarter of them stood up to a year earlier or later. */
function earlier(random: Random, portfolio: Portfolio): Portfolio {
  const measures = portfolio.measures.filter(() => !random.chance(0.05)).map((measure) => (random.chance(0.25) ? shifted(measure, random.between(-4, 4)) : measure));
  const present = new Set(measures.map((measure) => measure.id));
  return { ...portfolio, measures, ratings: [], dependencies: portfolio.dependencies.filter(({ predecessorId, successorId }) => present.has(predecessorId) && present.has(successorId)) };
}

const shifted = (measure: Measure, quarters: number): Measure => ({
  ...measure,
  startQuarter: measure.startQuarter && addQuarters(measure.startQuarter, quarters),
  endQuarter: measure.endQuarter && addQuarters(measure.endQuarter, quarters),
});
