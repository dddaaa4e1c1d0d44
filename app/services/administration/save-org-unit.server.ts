import { wouldBeBelowItself } from "#app/domain/administration/unit-tree.ts";
import type { OrgUnitKind } from "#app/domain/measures/vocabulary.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { findOrgUnit, insertOrgUnit, listOrgUnitRows, updateOrgUnit } from "#db/queries/administration.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";

export type OrgUnitFields = { readonly name: string; readonly shortName: string; readonly kind: OrgUnitKind; readonly parentId: number | null; readonly position: number };
/** Without `existing` a new unit is created. */
export type SaveOrgUnit = OrgUnitFields & { readonly existing: { readonly id: number; readonly rowVersion: number } | null };

/** Creates, edits or moves a unit. A unit cannot come to stand below itself, nor below an archived one. */
export function saveOrgUnit({ db, clock, user }: ServiceContext, { existing, ...fields }: SaveOrgUnit): Result<{ id: number }> {
  return write(db, (tx) => {
    if (!can(user, "organisation:edit")) return forbidden();
    const stored = existing === null ? null : findOrgUnit(tx, existing.id);
    if (existing !== null && stored === null) return missing();
    if (stored !== null && stored.rowVersion !== existing?.rowVersion) return conflict(stored);
    const units = listOrgUnitRows(tx);
    const parent = units.find((unit) => unit.id === fields.parentId);
    if (fields.parentId !== null && (parent === undefined || (parent.archivedAt !== null && stored?.parentId !== parent.id))) return invalid("parentId", "parentUnknown");
    if (stored !== null && wouldBeBelowItself(units, { id: stored.id, parentId: fields.parentId })) return invalid("parentId", "cycle");
    if (units.some((unit) => unit.id !== stored?.id && unit.shortName === fields.shortName)) return invalid("shortName", "shortNameTaken");
    const audit = { at: clock.now(), userId: user.id, entity: "orgUnit" };
    if (stored === null) {
      const id = insertOrgUnit(tx, fields);
      recordAudit(tx, { ...audit, action: "create", entityId: id, before: null, after: fields });
      return ok({ id });
    }
    const changed = changedFields(stored, fields);
    if (changed !== null) {
      updateOrgUnit(tx, stored.id, fields);
      recordAudit(tx, { ...audit, action: "update", entityId: stored.id, ...changed });
    }
    return ok({ id: stored.id });
  });
}
