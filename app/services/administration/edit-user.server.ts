import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { deleteSessionsOfUser, findUser } from "#db/queries/accounts.server.ts";
import { countActiveAdmins, updateUser } from "#db/queries/administration.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { checkUserFields, type UserFields } from "./user-fields.server.ts";

/** Changes an account. Nobody changes the own role, the last administrator stays one, and a new role ends the sessions of the old. */
export function editUser({ db, clock, user }: ServiceContext, { id, rowVersion, ...fields }: UserFields & { id: number; rowVersion: number }): Result<null> {
  return write(db, (tx) => {
    if (!can(user, "user:manage")) return forbidden();
    const stored = findUser(tx, id);
    if (stored === null) return missing();
    if (stored.rowVersion !== rowVersion) {
      const { passwordHash: _passwordHash, ...current } = stored;
      return conflict(current);
    }
    if (fields.role !== stored.role) {
      if (id === user.id) return invalid("role", "ownRole");
      if (stored.role === "admin" && stored.deactivatedAt === null && countActiveAdmins(tx) <= 1) return invalid("role", "lastAdmin");
    }
    const checked = checkUserFields(tx, fields, id);
    if (!checked.ok) return checked;
    const changed = changedFields(stored, fields);
    if (changed === null) return ok(null);
    updateUser(tx, id, fields);
    if (fields.role !== stored.role) deleteSessionsOfUser(tx, id);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "user", entityId: id, ...changed });
    return ok(null);
  });
}
