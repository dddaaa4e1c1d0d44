import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import { hashPassword } from "#app/services/accounts/hash-password.server.ts";
import { initialPassword } from "#app/services/accounts/initial-password.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { deleteSessionsOfUser, findUser, updatePassword } from "#db/queries/accounts.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";

/** Gives an account a new first password, returned once; its sessions end. The own password is changed in the own account. */
export async function resetPassword({ db, clock, user }: ServiceContext, { id, rowVersion }: { id: number; rowVersion: number }): Promise<Result<{ password: string }>> {
  if (!can(user, "user:manage")) return forbidden();
  if (id === user.id) return invalid("", "ownPassword");
  const password = initialPassword();
  const passwordHash = await hashPassword(password);
  return write(db, (tx) => {
    const stored = findUser(tx, id);
    if (stored === null) return missing();
    if (stored.rowVersion !== rowVersion) return conflict({ rowVersion: stored.rowVersion });
    updatePassword(tx, id, { passwordHash, mustChangePassword: true });
    deleteSessionsOfUser(tx, id);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "resetPassword", entity: "user", entityId: id, before: null, after: null });
    return ok({ password });
  });
}
