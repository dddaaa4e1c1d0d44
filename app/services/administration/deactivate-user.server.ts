import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { deleteSessionsOfUser, findUser } from "#db/queries/accounts.server.ts";
import { countActiveAdmins, updateUser } from "#db/queries/administration.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";

/** Closes or reopens an account; closing ends its sessions. Nobody closes the own account or the last administrator's. */
export function deactivateUser({ db, clock, user }: ServiceContext, command: { id: number; rowVersion: number; intent: "deactivate" | "reactivate" }): Result<null> {
  const { id, rowVersion, intent } = command;
  return write(db, (tx) => {
    if (!can(user, "user:manage")) return forbidden();
    const stored = findUser(tx, id);
    if (stored === null) return missing();
    if (stored.rowVersion !== rowVersion) return conflict({ deactivatedAt: stored.deactivatedAt });
    const deactivatedAt = intent === "deactivate" ? clock.now() : null;
    if ((stored.deactivatedAt === null) === (deactivatedAt === null)) return ok(null);
    if (intent === "deactivate") {
      if (id === user.id) return invalid("", "ownAccount");
      if (stored.role === "admin" && countActiveAdmins(tx) <= 1) return invalid("", "lastAdmin");
      deleteSessionsOfUser(tx, id);
    }
    updateUser(tx, id, { deactivatedAt });
    recordAudit(tx, { at: clock.now(), userId: user.id, action: intent, entity: "user", entityId: id, before: { deactivatedAt: stored.deactivatedAt }, after: { deactivatedAt } });
    return ok(null);
  });
}
