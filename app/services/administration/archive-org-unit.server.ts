import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { deleteOrgUnitIfUnused, findOrgUnit, listOrgUnitRows, updateOrgUnit } from "#db/queries/administration.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";

type Command = { readonly id: number; readonly rowVersion: number; readonly intent: "archive" | "restore" | "delete" };

/** Takes a unit out of use or back into it. Only a unit that nothing refers to can be deleted. */
export function archiveOrgUnit({ db, clock, user }: ServiceContext, { id, rowVersion, intent }: Command): Result<null> {
  return write(db, (tx) => {
    if (!can(user, "organisation:edit")) return forbidden();
    const stored = findOrgUnit(tx, id);
    if (stored === null) return missing();
    if (stored.rowVersion !== rowVersion) return conflict(stored);
    const audit = { at: clock.now(), userId: user.id, action: intent, entity: "orgUnit", entityId: id };
    if (intent === "delete") {
      if (!deleteOrgUnitIfUnused(tx, id)) return invalid("", "inUse");
      const { name, shortName } = stored;
      recordAudit(tx, { ...audit, before: { name, shortName }, after: null });
      return ok(null);
    }
    if (intent === "archive" && listOrgUnitRows(tx).some((unit) => unit.parentId === id && unit.archivedAt === null)) return invalid("", "hasChildren");
    const archivedAt = intent === "archive" ? clock.now() : null;
    if ((stored.archivedAt === null) === (archivedAt === null)) return ok(null);
    updateOrgUnit(tx, id, { archivedAt });
    recordAudit(tx, { ...audit, before: { archivedAt: stored.archivedAt }, after: { archivedAt } });
    return ok(null);
  });
}
