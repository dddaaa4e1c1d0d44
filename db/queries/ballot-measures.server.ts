import { asc, inArray } from "drizzle-orm";
import { candidateCost, type CandidateCost } from "#app/domain/prioritisation/ballot/candidate-cost.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { costItem, measure } from "#db/schema/index.ts";
import { listRankableMeasures } from "./ratings.server.ts";

export type BallotCandidate = { readonly id: number; readonly title: string } & CandidateCost;

/** The measures that still compete for money, each with its cost as it stands or why it cannot stand on a ballot; by title. */
export function listCandidates(db: DbOrTx): BallotCandidate[] {
  const items = db.select({ measureId: costItem.measureId, rhythm: costItem.rhythm, direction: costItem.direction, amountCents: costItem.amountCents }).from(costItem).all();
  return listRankableMeasures(db)
    .map(({ id, title }) => ({ id, title, ...candidateCost(items.filter((item) => item.measureId === id)) }))
    .sort((a, b) => a.title.localeCompare(b.title, "de") || a.id - b.id);
}

/** The Kurzfassung of each measure, also of archived ones. */
export const measureSummaries = (db: DbOrTx, ids: readonly number[]): ReadonlyMap<number, string> =>
  new Map(
    db
      .select({ id: measure.id, summary: measure.summary })
      .from(measure)
      .where(inArray(measure.id, [...ids]))
      .orderBy(asc(measure.id))
      .all()
      .map(({ id, summary }) => [id, summary]),
  );
