import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import { hashPassword } from "#app/services/accounts/hash-password.server.ts";
import { initialPassword } from "#app/services/accounts/initial-password.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { insertUser } from "#db/queries/administration.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { checkUserFields, type UserFields } from "./user-fields.server.ts";

/** Creates an account. Its first password is returned once, stored only as a hash, and must be replaced at the first log-in. */
export async function createUser({ db, clock, user }: ServiceContext, fields: UserFields): Promise<Result<{ id: number; password: string }>> {
  if (!can(user, "user:manage")) return forbidden();
  const password = initialPassword();
  const passwordHash = await hashPassword(password);
  return write(db, (tx) => {
    const checked = checkUserFields(tx, fields, 0);
    if (!checked.ok) return checked;
    const at = clock.now();
    const id = insertUser(tx, { ...fields, passwordHash, mustChangePassword: true, createdAt: at });
    recordAudit(tx, { at, userId: user.id, action: "create", entity: "user", entityId: id, before: null, after: fields });
    return ok({ id, password });
  });
}
