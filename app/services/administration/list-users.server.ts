import { inTreeOrder } from "#app/domain/administration/unit-tree.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findUser } from "#db/queries/accounts.server.ts";
import { listOrgUnitRows, listRaterGroups, listUserRows, type UserRow } from "#db/queries/administration.server.ts";

/** What administration sees of an account; never the password's hash. */
const withoutSecrets = ({ passwordHash: _passwordHash, ...account }: UserRow) => account;

export function listUsers({ db, user }: ServiceContext) {
  if (!can(user, "user:manage")) return forbidden();
  return ok(listUserRows(db).map((row) => ({ ...withoutSecrets(row.user), orgUnit: row.orgUnit })));
}

/** What a user can be given: units in use and rater groups. */
export function listUserChoices({ db, user }: ServiceContext) {
  if (!can(user, "user:manage")) return forbidden();
  const orgUnits = inTreeOrder(listOrgUnitRows(db).filter((unit) => unit.archivedAt === null));
  return ok({ orgUnits: orgUnits.map(({ id, name, depth }) => ({ id, name, depth })), raterGroups: listRaterGroups(db) });
}

export function showUser({ db, user }: ServiceContext, id: number): Result<Omit<UserRow, "passwordHash">> {
  if (!can(user, "user:manage")) return forbidden();
  const found = findUser(db, id);
  return found === null ? missing() : ok(withoutSecrets(found));
}
