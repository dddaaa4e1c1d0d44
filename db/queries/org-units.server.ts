import { asc } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { orgUnit } from "#db/schema/index.ts";

/** All units in their order, archived ones included: old data still names them. */
export const listOrgUnitNames = (db: DbOrTx): Array<{ id: number; name: string; shortName: string; isArchived: boolean }> =>
  db
    .select({ id: orgUnit.id, name: orgUnit.name, shortName: orgUnit.shortName, archivedAt: orgUnit.archivedAt })
    .from(orgUnit)
    .orderBy(asc(orgUnit.position), asc(orgUnit.id))
    .all()
    .map(({ archivedAt, ...unit }) => ({ ...unit, isArchived: archivedAt !== null }));
