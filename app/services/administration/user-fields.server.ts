import type { Role } from "#app/domain/permissions/permissions.ts";
import { invalid, ok, type Result } from "#app/domain/result.ts";
import type { Tx } from "#db/client.server.ts";
import { findOrgUnit, isEmailTaken, listRaterGroups } from "#db/queries/administration.server.ts";

export type UserFields = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly orgUnitId: number | null;
  readonly raterGroupId: number | null;
  readonly parliamentaryGroup: string | null;
};

/** What the database must confirm of an account's fields. `userId` 0 stands for a new account. */
export function checkUserFields(tx: Tx, fields: UserFields, userId: number): Result<null> {
  if (isEmailTaken(tx, fields.email, userId)) return invalid("email", "emailTaken");
  if (fields.role === "contributor" && fields.orgUnitId === null) return invalid("orgUnitId", "contributorNeedsUnit");
  if (fields.orgUnitId !== null && findOrgUnit(tx, fields.orgUnitId) === null) return invalid("orgUnitId", "unitUnknown");
  if (fields.raterGroupId !== null && !listRaterGroups(tx).some((group) => group.id === fields.raterGroupId)) return invalid("raterGroupId", "groupUnknown");
  return ok(null);
}
