import { asc, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { measure } from "#db/schema/index.ts";

/** What measures are called by in lists; those that are not archived. */
export const listMeasureNames = (db: DbOrTx): Array<{ id: number; title: string; externalReference: string }> =>
  db.select({ id: measure.id, title: measure.title, externalReference: measure.externalReference }).from(measure).where(isNull(measure.archivedAt)).orderBy(asc(measure.id)).all();
