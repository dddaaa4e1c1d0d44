import { inTreeOrder } from "#app/domain/administration/unit-tree.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listOrgUnitRows } from "#db/queries/administration.server.ts";

/** All units as a tree, archived ones included. */
export function listOrgUnits({ db, user }: ServiceContext) {
  return can(user, "organisation:edit") ? ok(inTreeOrder(listOrgUnitRows(db))) : forbidden();
}
