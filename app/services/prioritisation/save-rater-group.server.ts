import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { findRaterGroup, insertRaterGroup, isRaterGroupNameTaken, updateRaterGroup, type RaterGroupFields } from "#db/queries/rater-groups.server.ts";

export function createRaterGroup({ db, clock, user }: ServiceContext, fields: RaterGroupFields): Result<{ raterGroupId: number }> {
  return write(db, (tx) => {
    if (!can(user, "criteria:edit")) return forbidden();
    if (isRaterGroupNameTaken(tx, fields.name, null)) return invalid("name", "nameTaken");
    const entityId = insertRaterGroup(tx, fields);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "rater_group", entityId, before: null, after: fields });
    return ok({ raterGroupId: entityId });
  });
}

export function saveRaterGroup({ db, clock, user }: ServiceContext, { raterGroupId, rowVersion, ...fields }: RaterGroupFields & { readonly raterGroupId: number; readonly rowVersion: number }): Result<{ raterGroupId: number }> {
  return write(db, (tx) => {
    if (!can(user, "criteria:edit")) return forbidden();
    const before = findRaterGroup(tx, raterGroupId);
    if (before === null) return missing();
    if (isRaterGroupNameTaken(tx, fields.name, raterGroupId)) return invalid("name", "nameTaken");
    const changed = changedFields(before, fields);
    if (changed === null) return ok({ raterGroupId });
    if (!updateRaterGroup(tx, raterGroupId, rowVersion, fields)) return conflict(before);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "rater_group", entityId: raterGroupId, ...changed });
    return ok({ raterGroupId });
  });
}
