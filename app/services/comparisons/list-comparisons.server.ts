import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listComparisons as listRows } from "#db/queries/comparisons.server.ts";

export function listComparisons({ db, user }: ServiceContext) {
  if (!can(user, "comparison:read")) return forbidden();
  const mayEdit = can(user, "comparison:edit");
  return ok({ comparisons: listRows(db, "active"), archived: mayEdit ? listRows(db, "archived") : [], mayEdit });
}
